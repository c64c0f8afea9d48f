"""What the Token tab says of a token."""

import time
from collections.abc import Iterator

import pytest

from ringauth_gui.gui.expiry_row import TokenRow
from ringauth_gui.gui.token_rows import (
    LOOKS_LIKE_JWT,
    OPAQUE,
    id_rows,
    kind_sentence,
    other_rows,
    time_rows,
    type_row,
)
from ringauth_gui.moment import Moment
from tests.gui.token_examples import ISSUED, later, token


@pytest.fixture(autouse=True)
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    yield
    monkeypatch.undo()
    time.tzset()


def row(rows: tuple[TokenRow, ...], key: str) -> TokenRow:
    return next(row for row in rows if row.key == key)


def test_the_issue_is_told_in_local_and_in_universal_time() -> None:
    issued = row(time_rows(token(), later(0)), "issuedValue")

    assert issued.text + issued.quiet == "13:32:10 · 2026-11-23 12:32:10 UTC"


def test_the_end_of_the_access_token_is_told_on_both_clocks() -> None:
    expiry = row(time_rows(token(), later(329)), "accessExpiryValue")

    assert expiry.label == "Access expires"
    assert expiry.text == "14:32:10"
    assert expiry.quiet == (" · in 54 min 31 s · lifetime 1 h\n2026-11-23 13:32:10 UTC")


def test_the_end_of_the_refresh_token_is_told_with_its_date() -> None:
    expiry = row(time_rows(token(), later(329)), "refreshExpiryValue")

    assert expiry.label == "Sign in again by"
    assert expiry.text == "Mon 30 Nov, 13:32"
    assert expiry.quiet == " · in 6 d 23 h\n2026-11-30 12:32:10 UTC"


def test_an_end_in_the_past_is_told_as_such() -> None:
    expiry = row(time_rows(token(), later(3600 + 125)), "accessExpiryValue")

    assert expiry.quiet.startswith(" · over, 2 min ago")


def test_a_wall_clock_set_back_moves_the_end_along() -> None:
    now = later(329, wall_step=-7200)

    expiry = row(time_rows(token(), now), "accessExpiryValue")

    assert expiry.text == "12:32:10"
    assert expiry.quiet.startswith(" · in 54 min 31 s")


def test_an_end_that_nobody_named_is_unknown() -> None:
    rows = time_rows(token(expires_in=None), later(0))

    expiry = row(rows, "accessExpiryValue")

    assert expiry.text == "unknown"
    assert "named no lifetime" in expiry.quiet


def test_an_issue_in_the_future_makes_the_end_unknown() -> None:
    restored = Moment(ISSUED.wall)

    rows = time_rows(token(issued=restored), Moment(ISSUED.wall - 7200))

    expiry = row(rows, "accessExpiryValue")
    assert expiry.text == "unknown"
    assert "clock is behind" in expiry.quiet


def test_without_a_refresh_token_the_access_token_is_the_end() -> None:
    rows = time_rows(token(refresh_token=None, refresh_issued=None), later(0))

    expiry = row(rows, "refreshExpiryValue")

    assert expiry.text == "when the access token ends: there is no refresh token"


def test_ids_that_are_missing_are_told_as_missing() -> None:
    rows = id_rows(token(owner_id=None, endpoint_id=None))

    assert [(row.label, row.text) for row in rows] == [
        ("Owner ID", "–"),
        ("Endpoint ID", "–"),
    ]


def test_a_session_id_is_told_when_there_is_one() -> None:
    rows = id_rows(token(session_id="SJC1s0001"))

    assert row(rows, "sessionIdValue").text == "SJC1s0001"


def test_the_token_type_is_told_as_the_server_wrote_it() -> None:
    assert type_row(token(token_type="Bearer")).text == "Bearer"


def test_unknown_members_are_told_as_they_came() -> None:
    other = {"account": 42, "flags": {"beta": [True, None]}, "note": "plain words"}

    rows = other_rows(token(other=other))

    assert [(row.label, row.text) for row in rows] == [
        ("account", "42"),
        ("flags", '{"beta": [true, null]}'),
        ("note", "plain words"),
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("device_token", "canary-0123456789-0123456789-0123456789"),
        ("extra", {"client_secret": "canary-0123456789-0123456789"}),
        ("Assertion", "canary-0123456789-0123456789-0123456789"),
    ],
)
def test_what_looks_secret_is_masked(name: str, value: object) -> None:
    (told,) = other_rows(token(other={name: value}))

    assert "canary-0" not in told.text
    assert "••••" in told.text


def test_long_and_tricky_values_stay_one_row() -> None:
    other = {"bidi\u202ename": "line\nbreak" + "x" * 5000}

    (told,) = other_rows(token(other=other))

    assert "\u202e" not in told.label
    assert "\n" not in told.text
    assert len(told.text) == 300


def test_more_members_than_anyone_reads_are_counted() -> None:
    other = {f"member{number}": number for number in range(1000)}

    rows = other_rows(token(other=other))

    assert len(rows) == 41
    assert rows[-1].text == "960 more, not shown"


def test_an_opaque_token_is_called_opaque() -> None:
    assert kind_sentence(token()) == OPAQUE


def test_three_parts_between_dots_are_called_a_jwt() -> None:
    assert kind_sentence(token(access_token="eyJh.eyJz.c2ln")) == LOOKS_LIKE_JWT
