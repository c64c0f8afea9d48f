"""What an administrator enforces on sessions."""

from datetime import UTC, datetime

import pytest

from ringauth_gui.practice.choices import SixthSession
from tests.practice.conftest import Switch
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import Visitor, code_of


def test_nothing_is_enforced_or_told_by_default(visitor: Visitor) -> None:
    answer = visitor.exchange(visitor.get_code()).json()

    assert not [name for name in answer if name.startswith("session_e")]
    assert "session_idle_timeout" not in answer


def test_a_session_ends_at_its_absolute_end(
    visitor: Visitor, switch: Switch, clock: FakeClock
) -> None:
    switch(session_lifetime=5000)
    tokens = visitor.exchange(visitor.get_code()).json()
    clock.pass_seconds(4000)
    refreshed = visitor.refresh(tokens["refresh_token"]).json()
    clock.pass_seconds(1000)

    refused = visitor.refresh(refreshed["refresh_token"])

    assert tokens["session_expires_in"] == 5000
    assert refreshed["session_expires_in"] == 1000
    assert refreshed["expires_in"] == refreshed["refresh_token_expires_in"] == 1000
    assert code_of(refused) == "OAU-211"
    assert code_of(visitor.call(refreshed["access_token"])) == "OAU-213"


def test_the_end_is_told_as_a_date_too(
    visitor: Visitor, switch: Switch, clock: FakeClock
) -> None:
    switch(session_lifetime=5000)

    answer = visitor.exchange(visitor.get_code()).json()

    told = datetime.fromisoformat(answer["session_expiration_time"])
    assert told == datetime.fromtimestamp(clock.now + 5000, UTC)


def test_a_session_without_a_sign_of_life_ends(
    visitor: Visitor, switch: Switch, clock: FakeClock
) -> None:
    switch(session_idle_timeout=300)
    tokens = visitor.exchange(visitor.get_code()).json()
    clock.pass_seconds(299)
    called = visitor.call(tokens["access_token"])
    clock.pass_seconds(299)
    refreshed = visitor.refresh(tokens["refresh_token"])
    clock.pass_seconds(300)

    answer = visitor.call(refreshed.json()["access_token"])

    assert tokens["session_idle_timeout"] == 300
    assert (called.status_code, refreshed.status_code) == (200, 200)
    assert (answer.status_code, code_of(answer)) == (401, "OAU-213")


def test_what_is_enforced_holds_for_sessions_that_start_later(
    visitor: Visitor, switch: Switch, clock: FakeClock
) -> None:
    before = visitor.get_tokens()
    switch(session_lifetime=60)
    clock.pass_seconds(61)

    assert visitor.call(before["access_token"]).status_code == 200


@pytest.mark.parametrize(
    ("sixth", "first_lives"),
    [(SixthSession.ENDS_OLDEST, False), (SixthSession.IS_ALLOWED, True)],
)
def test_the_sixth_sign_in_ends_the_oldest_or_none(
    visitor: Visitor,
    switch: Switch,
    sixth: SixthSession,
    first_lives: bool,
) -> None:
    switch(sixth_session=sixth)
    first, *_ = [visitor.get_tokens() for _ in range(6)]

    answer = visitor.call(first["access_token"])

    assert (answer.status_code == 200) is first_lives


def test_the_sixth_sign_in_can_be_refused(visitor: Visitor, switch: Switch) -> None:
    switch(sixth_session=SixthSession.IS_REFUSED, sessions_per_person=1)
    first = visitor.get_tokens(who="102")

    answer = visitor.exchange(visitor.get_code(who="102"))

    assert (answer.status_code, code_of(answer)) == (429, "CMN-301")
    assert visitor.call(first["access_token"]).status_code == 200
