import logging
import sys
import time
import tracemalloc

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from typing_extensions import override

from ringauth_gui.redaction import MASK, MOST, RUN, RedactingFormatter, Redaction

MEMORY = 20_000_000  # bytes; 600 secrets of 800 characters would take 34 million
SECRET = "CANARY-f00ba4-secret-value"
secrets_of_any_length = st.text(
    st.characters(min_codepoint=33, max_codepoint=126), min_size=RUN, max_size=60
)
# No key, no scheme and no known value can be made of these.
harmless = st.text(st.sampled_from("xyzäß .,-\n()#0123456789"))


def _knowing(*secrets: str) -> Redaction:
    redaction = Redaction()
    for secret in secrets:
        redaction.know(secret)
    return redaction


def _runs(secret: str) -> set[str]:
    return {secret[start : start + RUN] for start in range(len(secret) - RUN + 1)}


@pytest.mark.case("RD-10")
@given(secret=secrets_of_any_length, before=st.text(), after=st.text(), data=st.data())
def test_no_twelve_characters_of_a_known_secret_survive(
    secret: str, before: str, after: str, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(secret)))

    cleaned = _knowing(secret).clean(f"{before}{secret}{after}{secret[cut:]}{before}")

    assert not [run for run in _runs(secret) if run in cleaned]


@given(first=secrets_of_any_length, second=secrets_of_any_length, data=st.data())
def test_secrets_that_overlap_are_both_masked(
    first: str, second: str, data: st.DataObject
) -> None:
    shared = data.draw(st.integers(0, RUN))
    second = first[len(first) - shared :] + second

    cleaned = _knowing(first, second).clean(first + second[shared:] + second)

    assert not [run for run in _runs(first) | _runs(second) if run in cleaned]


@given(harmless)
def test_text_without_secrets_and_keys_is_unchanged(text: str) -> None:
    assert _knowing(SECRET).clean(text) == text


def test_a_part_of_a_secret_shorter_than_a_run_may_stay() -> None:
    assert _knowing(SECRET).clean(f"x {SECRET[:11]} y") == f"x {SECRET[:11]} y"


def test_the_text_around_a_secret_stays() -> None:
    assert _knowing(SECRET).clean(f"see {SECRET}, twice") == f"see {MASK}, twice"


def test_nothing_is_known_of_none() -> None:
    redaction = Redaction()

    redaction.know(None)

    assert redaction.clean("all of this stays") == "all of this stays"


@pytest.mark.case("RD-09")
def test_tokens_before_and_after_a_refresh_are_masked() -> None:
    old, new = "CANARY-old-token-1", "CANARY-new-token-2"

    assert _knowing(old, new).clean(f"{old}>{new}") == f"{MASK}>{MASK}"


@pytest.mark.parametrize(
    "text",
    [
        "GET /callback?code=s3cr3t&state=s3cr3t HTTP/1.1",
        "https://host.example/?token=s3cr3t",
        "client_secret=s3cr3t",
        '{"access_token": "s3cr3t", "x": 1}',
        "{'refresh_token': 's3cr3t'}",
        "code_verifier : s3cr3t",
        "client_assertion=s3cr3t;",
        "Client_Secret=s3cr3t",
        '"clientSecret":"s3cr3t"',
        "ws_access_token=s3cr3t",
        "Authorization: Basic s3cr3t",
        "authorization: bearer s3cr3t",
        'client_secret="s3;cr3t"',
        "password='s3\"cr3t'",
        r'"password": "s3\"cr3t"',
        '"client_secret": "s3 cr3t',
        "code=s3cr3t",
        "sent\nstate=s3cr3t&x=1",
        "https://host.example/cb#code=s3cr3t",
        '{"code": "s3cr3t"}',
        "{'state': 's3cr3t'}",
        "'code=s3cr3t'",
    ],
)
@pytest.mark.case("RD-03", "RD-12")
def test_a_value_is_masked_by_its_key_however_short_rd_03_rd_12(text: str) -> None:
    cleaned = Redaction().clean(text)

    assert "s3" not in cleaned
    assert "cr3t" not in cleaned
    assert MASK in cleaned


@pytest.mark.parametrize(
    "text",
    [
        "HTTP status code: 400",
        "error code=OAU-109",
        "The state: ready",
        "the code = none",
        "exit code 1, state unknown",
    ],
)
def test_plain_words_are_no_keys(text: str) -> None:
    assert Redaction().clean(text) == text


def test_what_people_read_is_cleaned_of_known_values_alone() -> None:
    text = f"error code=OAU-109 for token={SECRET}, password: none"

    cleaned = _knowing(SECRET).clean_values(text)

    assert cleaned == f"error code=OAU-109 for token={MASK}, password: none"


def test_what_people_read_does_not_leave_either_when_it_cannot_be_cleaned() -> None:
    assert _knowing(SECRET).clean_values(_Unclean(SECRET)) == (
        "[text withheld: it could not be cleaned]"
    )


def test_a_window_that_refreshes_for_weeks_does_not_grow() -> None:
    redaction = Redaction()

    tracemalloc.start()
    for number in range(600):
        redaction.know("".join(f"{number * 1000 + at:08d}" for at in range(100)))
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size < MEMORY


def test_what_was_used_last_is_forgotten_last() -> None:
    redaction = _knowing(SECRET, "CANARY-never-used-again")
    for number in range(4):
        redaction.know(SECRET)
        redaction.know(str(number) * (MOST // 4))

    cleaned = redaction.clean_values(f"{SECRET} CANARY-never-used-again")

    assert cleaned == f"{MASK} CANARY-never-used-again"


def test_the_newest_secret_is_known_however_long() -> None:
    redaction = _knowing(SECRET, "x" * MOST + "CANARY-at-the-end")

    assert redaction.clean_values("CANARY-at-the-end") == MASK


def test_a_key_keeps_its_neighbours_readable() -> None:
    cleaned = Redaction().clean("/cb?code=abc&expires_in=60 in 12 ms")

    assert cleaned == f"/cb?code={MASK}&expires_in=60 in 12 ms"


@pytest.mark.case("RD-12")
def test_a_very_short_secret_leaves_logs_readable() -> None:
    redaction = _knowing("test1")

    cleaned = redaction.clean("test1 of 3 passed; client_secret=test1")

    assert cleaned == f"test1 of 3 passed; client_secret={MASK}"


class _Unclean(str):
    """A text that cannot be worked on."""

    __slots__ = ()

    @override
    def __len__(self) -> int:
        raise RuntimeError(SECRET)


def test_what_cannot_be_cleaned_does_not_leave() -> None:
    assert _knowing(SECRET).clean(_Unclean(SECRET)) == (
        "[text withheld: it could not be cleaned]"
    )


def _formatted(message: str, *arguments: object, failed: bool = False) -> str:
    error = sys.exc_info() if failed else None
    record = logging.LogRecord("name", 10, "file", 1, message, arguments, error)
    return RedactingFormatter(_knowing(SECRET)).format(record)


@pytest.mark.case("RD-01")
def test_a_log_record_is_clean_arguments_included_rd_01() -> None:
    line = _formatted("sent %s", SECRET)

    assert line.endswith(f"DEBUG name: sent {MASK}")


@pytest.mark.case("RD-02")
def test_a_traceback_is_clean_and_the_record_one_line_rd_02() -> None:
    try:
        int(SECRET)
    except ValueError:
        line = _formatted("failed", failed=True)

    assert "ValueError" in line
    assert "CANARY" not in line
    assert len(line.splitlines()) == 1


@pytest.mark.case("CB-10")
@example("\r\n2026-01-01 forged")
@example("\x1b[31m\u202e\u2028")
@given(st.text())
def test_no_text_forges_a_line_or_turns_the_order(text: str) -> None:
    line = _formatted("%s", text)

    assert line.isprintable()


@pytest.mark.parametrize(
    "part", ["value=", "value=[", 'value="', "value=x'", "name=token ", "token=", "%25"]
)
def test_a_page_that_is_made_to_be_slow_is_cleaned_in_time_that_grows_with_it(
    part: str,
) -> None:
    def seconds(length: int) -> float:
        text = part * (length // len(part))
        began = time.process_time()
        Redaction().clean(text)
        return time.process_time() - began

    few, many = seconds(5_000), seconds(80_000)

    assert many < max(2.0, 64 * few), "16 times as long, not 256 times"


@pytest.mark.case("RD-03")
def test_twelve_characters_in_a_row_are_too_many() -> None:
    redaction = Redaction()
    redaction.know("abcdefghijklmnopqrstuvwxyz")

    assert redaction.clean_values("see ghijklmnopqr.") == f"see {MASK}."
    assert redaction.clean_values("see ghijklmnopq.") == "see ghijklmnopq."
