"""What the window shows when clocks jump, machines sleep and time runs out (R19)."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from ringauth_gui.errors import NetworkError
from ringauth_gui.gui.ticker import TICK
from ringauth_gui.gui.value_text import ValueText
from ringauth_gui.moment import Moment
from ringauth_gui.storage.profile import Profile
from tests.gui.reading import child
from tests.gui.shell import SUPPORT, Shell
from tests.gui.token_examples import ISSUED, signed_in, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

HOURS = 2 * 3600
BY_ITSELF = replace(SUPPORT, auto_refresh=True)


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be in Berlin."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    yield
    monkeypatch.undo()
    time.tzset()


def _sign_in(shell: Shell, profile: Profile = SUPPORT, **changes: object) -> None:
    shell.start(profile)
    shell.authorizer.outcomes["authorize"] = signed_in(**changes)
    shell.act("authorizeButton")


def _left(shell: Shell) -> str:
    sentence = child(shell.window, QWidget, "countdown").accessibleDescription()
    return sentence.split(". ")[0].removeprefix("Access token: ")


def _value(shell: Shell, name: str) -> str:
    return child(shell.window, ValueText, name).toPlainText()


@pytest.mark.case("TM-01")
def test_a_clock_set_forward_ends_the_token_at_the_next_tick(shell: Shell) -> None:
    _sign_in(shell)

    shell.clock.jump_wall(HOURS)
    shell.tick()

    assert TICK <= 2000
    assert _left(shell) == "over"
    assert shell.rows()[0].endswith("Expired 1 h ago")


@pytest.mark.case("TM-01")
def test_a_clock_set_forward_causes_one_refresh_at_the_most(shell: Shell) -> None:
    _sign_in(shell, BY_ITSELF)
    shell.authorizer.outcomes["refresh"] = NetworkError("host", "it was down")

    shell.clock.jump_wall(HOURS)
    for _ in range(10):
        shell.tick()
        shell.wait_idle()

    assert shell.authorizer.calls.count("refresh") == 1


@pytest.mark.case("TM-02")
def test_a_clock_set_back_lengthens_nothing_and_is_noticed(shell: Shell) -> None:
    _sign_in(shell)
    shell.tick(600)
    assert _left(shell) == "50 min left"

    shell.clock.jump_wall(-HOURS)
    shell.tick(0)

    assert _left(shell) == "50 min left"
    assert "was set back by 2 h" in shell.text("tokenNotice")
    shell.tick(3000)
    assert _left(shell) == "over"


@pytest.mark.case("TM-03")
@pytest.mark.parametrize("is_counted", [True, False])
def test_a_machine_that_slept_shows_the_truth_at_the_next_tick(
    shell: Shell, is_counted: bool
) -> None:
    _sign_in(shell, expires_in=3 * 3600)

    if is_counted:
        shell.clock.advance(HOURS)
    else:
        shell.clock.jump_wall(HOURS)
    shell.tick()

    assert TICK <= 5000
    assert _left(shell) == "59 min 59 s left"
    assert shell.text("tokenNotice") == ""


@pytest.mark.case("TM-04")
@pytest.mark.usefixtures("berlin")
def test_another_time_zone_moves_the_times_and_not_the_countdown(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sign_in(shell)
    assert _value(shell, "accessExpiryValue").startswith("14:32:10")

    monkeypatch.setenv("TZ", "JST-9")
    shell.tick(0)

    assert _value(shell, "accessExpiryValue").startswith("22:32:10")
    assert "13:32:10 UTC" in _value(shell, "accessExpiryValue")
    assert _left(shell) == "1 h left"


@pytest.mark.case("TM-04")
@pytest.mark.usefixtures("berlin")
def test_the_end_of_summer_time_moves_the_times_and_not_the_countdown(
    shell: Shell,
) -> None:
    # 2026-10-25 02:40 summer time; twenty minutes later it is 2 o'clock again.
    shell.clock.jump_wall(1792888800.0 - shell.clock().wall)
    _sign_in(shell, issued=shell.clock(), expires_in=7200)
    assert _value(shell, "issuedValue").startswith("02:40:00")
    assert _value(shell, "accessExpiryValue").startswith("03:40:00")

    shell.tick(3600)

    assert _left(shell) == "1 h left"
    assert _value(shell, "accessExpiryValue").startswith("03:40:00")


@pytest.mark.case("TM-05")
def test_the_last_minute_ends_once_and_never_below_nothing(shell: Shell) -> None:
    _sign_in(shell)
    shell.tick(3600 - 62)

    shown = []
    for _ in range(65):
        shown.append(_left(shell))
        shell.tick()

    assert shown[:4] == ["1 min 2 s left", "1 min 1 s left", "1 min left", "59 s left"]
    assert shown[60:] == ["2 s left", "1 s left", "over", "over", "over"]
    assert not any("-" in text for text in shown)


@pytest.mark.case("TM-06")
@pytest.mark.parametrize("jump", [HOURS, -HOURS])
def test_the_wait_for_the_browser_goes_by_the_clock_that_nobody_sets(
    shell: Shell, jump: float
) -> None:
    shell.authorizer.held = {"authorize"}
    shell.start(SUPPORT)
    shell.click("authorizeButton")
    shell.wait_until(lambda: shell.text("waitingStep3Note") == "Gives up in 5 min")

    shell.clock.jump_wall(jump)
    shell.tick()

    assert shell.text("waitingStep3Note") == "Gives up in 4 min 59 s"


@pytest.mark.case("TM-07")
def test_a_token_from_the_future_has_no_known_end(shell: Shell) -> None:
    future = Moment(ISSUED.wall + 365 * 86400)

    shell.start_signed_in(kept=token(issued=future, refresh_issued=future))

    assert _left(shell) == "end unknown"
    assert _value(shell, "accessExpiryValue").startswith("unknown")
    assert "issued in the future" in shell.text("tokenNotice")


@pytest.mark.case("TM-08")
def test_a_token_that_took_twenty_seconds_has_lived_them_already(shell: Shell) -> None:
    shell.clock.advance(20)

    _sign_in(shell, issued=ISSUED)

    assert _left(shell) == "59 min 40 s left"
