"""Whoever sees the beginning of an answer does not wait for all of it (R20)."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.redaction import MASK, Redaction
from ringauth_gui.takeaway.beginning import beginning
from ringauth_gui.takeaway.hiding import Hiding, Secrets, fingerprint
from ringauth_gui.takeaway.wire import wire_response
from tests.fakes.counting_redaction import CountingRedaction

LONGEST = 2000
CANARY = "CANARY-7f3a-0123456789-abcdefghij"
MANY = 100_000
BODIES = {
    "a page": "<p>word</p> " * MANY,
    "one text": json.dumps({"a": "word " * MANY}),
    "items": json.dumps(["word"] * MANY),
    "members": json.dumps({f"member{at}": {"b": ""} for at in range(MANY)}),
    "empty items": json.dumps([[], {}] * MANY),
}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def answered(body: str) -> HttpResponse:
    return HttpResponse(200, {}, body.encode(), Moment(1_764_000_000.0, 100.0))


@given(json_values, st.integers(0, 60))
@example({"00": [[None]]}, 10)
@example([0, None], 3)
def test_it_reads_as_the_whole_does_as_far_as_it_was_wanted(
    value: object, longest: int
) -> None:
    begun = beginning(value, longest)

    for indent in (None, 2):
        texts = [json.dumps(each, indent=indent) for each in (begun, value)]
        assert texts[0][:longest] == texts[1][:longest]


@pytest.mark.parametrize("kind", BODIES)
def test_little_more_is_looked_at_than_is_wanted(kind: str) -> None:
    redaction = CountingRedaction()

    told = wire_response(answered(BODIES[kind]), Hiding(redaction, longest=LONGEST))

    assert redaction.looked_at < 2 * LONGEST
    assert told.is_cut
    assert told.size == len(BODIES[kind])
    assert LONGEST // 2 < len(told.laid_out) < 8 * LONGEST


@pytest.mark.parametrize("secrets", Secrets)
def test_a_short_answer_is_told_whole(secrets: Secrets) -> None:
    short = answered('{"a": ["b", 1, null]}')

    told = wire_response(short, Hiding(Redaction(), secrets, longest=LONGEST))

    assert told == wire_response(short, Hiding(Redaction(), secrets))
    assert not told.is_cut


def test_with_secrets_the_beginning_is_as_it_came() -> None:
    body = json.dumps(["word"] * MANY, indent=1)
    showing = Hiding(Redaction(), Secrets.SHOWN, longest=LONGEST)

    assert wire_response(answered(body), showing).body == body[:LONGEST]


@pytest.mark.case("RD-05")
@pytest.mark.parametrize("before", range(LONGEST - 60, LONGEST + 20))
def test_no_secret_shows_because_its_name_was_cut_off(before: int) -> None:
    field = f'<input value="{CANARY}" type="hidden" name="token">'
    page = f"{'x' * before}{field}{'y' * LONGEST}"

    for body in (page, json.dumps({"page": page})):
        told = wire_response(answered(body), Hiding(Redaction(), longest=LONGEST))

        assert CANARY[:4] not in told.laid_out


def test_a_secret_is_told_by_all_of_it_however_long() -> None:
    salt, token = b"a salt", "t" * 2 * LONGEST
    hiding = Hiding(Redaction(), Secrets.FINGERPRINT, salt, longest=LONGEST)

    told = wire_response(answered(json.dumps({"token": token})), hiding)

    assert told.json == {"token": fingerprint(token, salt)}
    assert MASK not in told.body
