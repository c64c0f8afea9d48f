"""All profiles are signed out, one after another for each app."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ringauth_gui.caller import caller_of
from ringauth_gui.errors import (
    CallsUsedUp,
    ConfigurationError,
    NetworkError,
    OperationCancelled,
    RateLimited,
    Refusal,
    RingAuthError,
    TokenStoreError,
)
from ringauth_gui.outcomes import Revoked
from ringauth_gui.ringcentral.proof import Proof
from ringauth_gui.ringcentral.rate_budget import UNUSED, RateBudget
from ringauth_gui.sign_out_round import SignOutRound
from ringauth_gui.sign_out_turn import Held, Reading, Stage
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.token_record import DamagedRecord
from tests.fakes.core import new_profile
from tests.fakes.fake_door import FakeDoor
from tests.fakes.fixed_clock import FixedClock

PROVED = Revoked(Proof(proved=True, text="proved: the API answers 401"))
OFFLINE = NetworkError("platform.ringcentral.com", "it refused the connection")
LOCKED = TokenStoreError("The keyring is locked.")
UNREAD = Reading(LOCKED)


class Rounds:
    """A round, its doors, and the calls of each app."""

    def __init__(self, *doors: FakeDoor) -> None:
        self.clock = FixedClock()
        self.doors = doors
        self.budgets: dict[str, RateBudget] = {}
        self.round = SignOutRound(doors, self._calls_of, self.clock)

    def advance(self) -> list[Stage]:
        self.round.advance()
        return self.stages()

    def stages(self) -> list[Stage]:
        return [turn.stage for turn in self.round.turns]

    def use_calls(self, calls: int, app: str = "client-1") -> None:
        """Let another window make calls with that app's client ID."""
        budget, now = self.budgets.get(app, UNUSED), self.clock()
        for _ in range(calls):
            name = str(len(budget.calls))
            budget = budget.started(name, now, 0.0).ended(name, now)
        self.budgets[app] = budget

    def _calls_of(self, profile: Profile) -> RateBudget:
        return self.budgets.get(profile.client_id, UNUSED)


def _door(
    number: int = 1,
    app: str = "client-1",
    held: Held = Held.TOKEN,
    *,
    kept: bool = False,
) -> FakeDoor:
    profile = new_profile(id=f"id-{number}", client_id=app)
    return FakeDoor(profile, kept, held)


def _asked(doors: Sequence[FakeDoor]) -> list[list[str]]:
    return [door.asked for door in doors]


def test_those_of_one_app_go_one_after_another() -> None:
    one, two = doors = _door(1), _door(2)
    rounds = Rounds(*doors)
    assert rounds.advance() == [Stage.ASKING, Stage.QUEUED]

    one.finish(PROVED)
    assert rounds.advance() == [Stage.SIGNED_OUT, Stage.ASKING]
    two.finish(PROVED)
    rounds.advance()

    assert rounds.stages() == [Stage.SIGNED_OUT, Stage.SIGNED_OUT]
    assert _asked(doors) == [["sign out"], ["sign out"]]
    assert not rounds.round.is_going
    assert not rounds.round.can_go_on


def test_another_app_does_not_wait_for_them() -> None:
    rounds = Rounds(_door(1), _door(2), _door(3, app="client-2"))

    assert rounds.advance() == [Stage.ASKING, Stage.QUEUED, Stage.ASKING]


def test_what_was_not_read_is_read_first_and_one_at_a_time() -> None:
    one, two = doors = (
        _door(1, held=Held.NO_TOKEN, kept=True),
        _door(2, app="client-2", held=Held.NO_TOKEN),
    )
    rounds = Rounds(*doors)
    assert rounds.advance() == [Stage.READING, Stage.TO_READ]

    one.finish_reading()
    assert rounds.advance() == [Stage.ASKING, Stage.READING]
    two.finish_reading()
    rounds.advance()

    assert rounds.stages() == [Stage.ASKING, Stage.NOTHING_KEPT]
    assert two.asked == ["read"], "what has nothing needs no call"


def test_what_is_read_while_others_wait_for_the_limit_is_done_without_a_call() -> None:
    waits, empty = _door(1), _door(2, held=Held.NO_TOKEN)
    rounds = Rounds(waits, empty)
    rounds.use_calls(5)
    rounds.advance()

    empty.finish_reading()

    assert rounds.advance() == [Stage.WAITING, Stage.NOTHING_KEPT]
    assert waits.asked == []


def test_a_call_waits_until_one_is_left_and_says_how_long() -> None:
    rounds = Rounds(_door())
    rounds.use_calls(5)
    rounds.clock.advance(18)
    assert rounds.advance() == [Stage.WAITING]
    assert rounds.round.turns[0].wait == pytest.approx(42)

    rounds.clock.advance(42)

    assert rounds.advance() == [Stage.ASKING]


def test_the_last_call_of_a_minute_is_for_this() -> None:
    rounds = Rounds(_door())
    rounds.use_calls(4)

    assert rounds.advance() == [Stage.ASKING]


def test_a_penalty_is_waited_for() -> None:
    rounds = Rounds(_door())
    rounds.budgets["client-1"] = UNUSED.pausing(90, rounds.clock())
    assert rounds.advance() == [Stage.WAITING]

    rounds.clock.advance(90)

    assert rounds.advance() == [Stage.ASKING]


def test_of_a_server_that_names_no_limit_only_its_pause_is_waited_for() -> None:
    profile = new_profile(id="other", server=ServerKind.OTHER)
    rounds = Rounds(FakeDoor(profile, state=Held.TOKEN))
    rounds.use_calls(5)

    assert rounds.advance() == [Stage.ASKING]


def test_who_was_slower_than_another_window_waits_as_long_as_told() -> None:
    door = _door()
    rounds = Rounds(door)
    rounds.advance()

    door.finish(CallsUsedUp(30))

    assert rounds.advance() == [Stage.WAITING]
    rounds.clock.advance(30)
    assert rounds.advance() == [Stage.ASKING]
    assert door.asked == ["sign out", "sign out"], "it was not a try"


def test_a_server_that_asks_for_a_pause_is_asked_once_more() -> None:
    door = _door()
    rounds = Rounds(door)
    rounds.advance()
    limited = RateLimited(Refusal(429, retry_after=60))
    door.finish(limited)
    rounds.advance()
    rounds.clock.advance(59)
    assert rounds.advance() == [Stage.WAITING]
    rounds.clock.advance(1)
    rounds.advance()

    door.finish(Revoked(None, untold=limited))
    rounds.advance()

    assert door.asked == ["sign out", "last try"]
    assert rounds.stages() == [Stage.SIGNED_OUT]


def test_a_pause_of_no_length_lasts_half_a_minute() -> None:
    door = _door()
    rounds = Rounds(door)
    rounds.advance()

    door.finish(RateLimited(Refusal(429)))
    rounds.advance()

    assert rounds.round.turns[0].wait == pytest.approx(30)


def test_a_profile_that_is_busy_is_done_when_that_ends() -> None:
    door = _door(held=Held.BUSY)
    rounds = Rounds(door)
    assert rounds.advance() == [Stage.BUSY]

    door.state = Held.TOKEN

    assert rounds.advance() == [Stage.ASKING]


def test_a_server_that_could_not_be_told_does_not_stop_the_others() -> None:
    one, two = doors = _door(1), _door(2)
    rounds = Rounds(*doors)
    rounds.advance()

    one.finish(Revoked(None, untold=OFFLINE))
    rounds.advance()
    two.finish(Revoked(None, untold=ConfigurationError("client_secret", "Missing.")))
    rounds.advance()

    assert rounds.stages() == [Stage.SIGNED_OUT, Stage.SIGNED_OUT]


def test_what_stays_in_the_keyring_is_not_said_to_be_gone_r29() -> None:
    door = _door()
    rounds = Rounds(door)
    rounds.advance()

    door.finish(replace(PROVED, left_behind="The keyring could not delete."))

    assert rounds.advance() == [Stage.LEFT_BEHIND]
    assert rounds.round.can_go_on


def test_a_keyring_that_cannot_be_read_is_not_asked_for_each_profile_kr_04() -> None:
    one, two = doors = _door(1, held=Held.NO_TOKEN), _door(2, held=Held.NO_TOKEN)
    rounds = Rounds(*doors)
    rounds.advance()

    one.finish_reading(UNREAD)
    rounds.advance()
    rounds.advance()

    assert rounds.stages() == [Stage.UNREADABLE, Stage.UNREADABLE]
    assert two.asked == []
    assert not rounds.round.is_going


def test_a_reading_that_nobody_waited_for_is_none() -> None:
    door = _door(held=Held.NO_TOKEN, kept=True)
    rounds = Rounds(door)
    rounds.advance()

    door.finish_reading(None)

    assert rounds.advance() == [Stage.UNREADABLE]


def test_a_damaged_token_does_not_keep_the_others_from_being_read_kr_08() -> None:
    one, two = doors = _door(1, held=Held.NO_TOKEN), _door(2, held=Held.NO_TOKEN)
    rounds = Rounds(*doors)
    rounds.advance()
    damaged = DamagedRecord("It is damaged.")

    one.finish_reading(Reading(damaged))
    rounds.advance()
    two.finish_reading()
    rounds.advance()

    assert rounds.stages() == [Stage.NOT_TRIED, Stage.NOTHING_KEPT]
    assert rounds.round.turns[0].error is damaged


def test_what_another_keyring_holds_is_not_said_to_be_nothing_kr_11() -> None:
    door = _door(held=Held.NO_TOKEN)
    rounds = Rounds(door)
    rounds.advance()

    door.finish_reading(Reading(elsewhere="KWallet"))

    assert rounds.advance() == [Stage.ELSEWHERE]
    assert rounds.round.can_go_on


def test_after_that_another_try_asks_it_again() -> None:
    one, two = doors = _door(1, held=Held.NO_TOKEN), _door(2, held=Held.NO_TOKEN)
    rounds = Rounds(*doors)
    rounds.advance()
    one.finish_reading(UNREAD)
    rounds.advance()
    rounds.advance()

    rounds.round.go_on()
    one.finish_reading()
    rounds.advance()
    two.finish_reading()
    rounds.advance()

    assert rounds.stages() == [Stage.NOTHING_KEPT, Stage.NOTHING_KEPT]


@pytest.mark.parametrize(
    ("held", "stage"), [(Held.QUESTION, Stage.QUESTION), (Held.DELETED, Stage.DELETED)]
)
def test_what_cannot_be_signed_out_now_is_left_and_said(
    held: Held, stage: Stage
) -> None:
    rounds = Rounds(_door(held=held))

    assert rounds.advance() == [stage]
    assert not rounds.round.is_going


@pytest.mark.parametrize(
    ("error", "stage"),
    [(LOCKED, Stage.NOT_TRIED), (OperationCancelled(), Stage.NOT_KNOWN)],
)
def test_what_was_not_tried_and_what_nobody_knows_are_told_apart(
    error: RingAuthError, stage: Stage
) -> None:
    door = _door()
    rounds = Rounds(door)
    rounds.advance()

    door.finish(error)

    assert rounds.advance() == [stage]
    assert rounds.round.turns[0].error is error


def test_a_stop_leaves_the_rest_as_it_was() -> None:
    doors = _door(1), _door(2), _door(3)
    rounds = Rounds(*doors)
    rounds.advance()
    doors[0].finish(PROVED)
    rounds.advance()

    rounds.round.stop()
    waits_for_what_runs = rounds.round.is_going
    doors[1].finish_cancelled()
    rounds.advance()

    assert rounds.stages() == [Stage.SIGNED_OUT, Stage.NOT_KNOWN, Stage.QUEUED]
    assert doors[2].asked == []
    assert waits_for_what_runs
    assert not rounds.round.is_going
    assert rounds.round.can_go_on


def test_a_stop_while_nothing_but_the_limit_is_waited_for_is_over_at_once() -> None:
    rounds = Rounds(_door())
    rounds.use_calls(5)
    rounds.advance()

    rounds.round.stop()

    assert rounds.stages() == [Stage.QUEUED]
    assert not rounds.round.is_going


def test_what_ends_well_in_spite_of_a_stop_counts() -> None:
    door = _door()
    rounds = Rounds(door)
    rounds.advance()
    rounds.round.stop()

    door.finish(PROVED)
    rounds.advance()

    assert door.asked == ["sign out", "cancel"]
    assert rounds.stages() == [Stage.SIGNED_OUT]
    assert not rounds.round.can_go_on


def test_an_end_that_nobody_waited_for_is_not_known() -> None:
    door = _door()
    rounds = Rounds(door)
    rounds.advance()
    rounds.round.stop()

    door.finish(None)

    assert rounds.advance() == [Stage.NOT_KNOWN]


def test_an_end_that_comes_too_late_changes_nothing() -> None:
    door = _door()
    rounds = Rounds(door)
    rounds.advance()
    door.finish(None)
    rounds.advance()

    door.finish(PROVED)

    assert rounds.stages() == [Stage.NOT_KNOWN]


def test_a_reading_that_was_stopped_is_begun_anew() -> None:
    door = _door(held=Held.NO_TOKEN, kept=True)
    rounds = Rounds(door)
    rounds.advance()
    rounds.round.stop()
    door.finish_reading(UNREAD)
    assert rounds.advance() == [Stage.QUEUED]

    rounds.round.go_on()
    door.finish_reading()

    assert rounds.advance() == [Stage.ASKING]


def test_going_on_does_the_rest_and_nothing_twice() -> None:
    one, two = doors = _door(1), _door(2)
    rounds = Rounds(*doors)
    rounds.advance()
    one.finish(PROVED)
    rounds.advance()
    rounds.round.stop()
    two.finish_cancelled()
    rounds.advance()

    rounds.round.go_on()
    two.finish(PROVED)
    rounds.advance()

    assert rounds.stages() == [Stage.SIGNED_OUT, Stage.SIGNED_OUT]
    assert _asked(doors) == [["sign out"], ["sign out", "cancel", "sign out"]]


def test_an_edited_profile_is_counted_with_its_new_app() -> None:
    one, two = doors = _door(1, held=Held.BUSY), _door(2)
    rounds = Rounds(*doors)
    rounds.advance()

    one.profile = replace(one.profile, client_id="client-2")
    one.state = Held.TOKEN

    assert rounds.advance() == [Stage.ASKING, Stage.ASKING]
    assert caller_of(rounds.round.turns[0].profile) != caller_of(two.profile)


def test_a_call_that_still_goes_on_is_waited_for_however_often_one_looks() -> None:
    doors = _door(1), _door(2)
    rounds = Rounds(*doors)
    rounds.advance()

    assert rounds.advance() == [Stage.ASKING, Stage.QUEUED]
    assert _asked(doors) == [["sign out"], []]
