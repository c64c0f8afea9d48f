"""This computer's clock and the server's, as the window shows them."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from ringauth_gui.errors import NetworkError
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.moment import Moment
from ringauth_gui.outcomes import Refreshed
from ringauth_gui.storage.profile import ServerKind
from tests.gui.clock_use import around, hear_from_server
from tests.gui.reading import child
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import ISSUED, signed_in, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

BEHIND = "This computer's clock is 10 min behind the server's"
OTHER = replace(SUPPORT, server=ServerKind.RINGCENTRAL_BIZ)


def _left(shell: Shell) -> str:
    sentence = child(shell.window, QWidget, "countdown").accessibleDescription()
    return sentence.split(". ")[0]


def test_before_an_answer_the_clock_is_not_compared(shell: Shell) -> None:
    shell.start(SUPPORT)

    assert shell.text("statusLine").endswith(" · Clock: not compared yet")


def test_an_answer_says_that_the_clock_is_in_step(shell: Shell) -> None:
    shell.start(SUPPORT)

    hear_from_server(shell, 0.2)

    text = shell.text("statusLine")
    assert text.endswith(" · Clock: in step with the server (0.7 s)")


@pytest.mark.case("TK-37")
def test_a_server_ten_minutes_away_is_warned_of_and_changes_no_countdown(
    shell: Shell,
) -> None:
    shell.start(SUPPORT)
    issued = replace(ISSUED, ahead=around(600))
    shell.authorizer.outcomes["authorize"] = signed_in(issued=issued)
    shell.act("authorizeButton")

    hear_from_server(shell, 600)

    assert shell.text("messageTitle") == BEHIND
    assert shell.text("statusLine").endswith(" · Clock: 10 min behind the server")
    assert _left(shell) == "Access token: 1 h left"
    assert shell.state.token is not None
    assert shell.state.token.issued.wall == ISSUED.wall


def test_the_advice_is_in_the_status_lines_tooltip(shell: Shell) -> None:
    shell.start(SUPPORT)

    hear_from_server(shell, -600)

    status = child(shell.window, QLabel, "statusLine")
    assert "\nCompare it with another clock." in status.toolTip()
    assert "Compare it with another clock." in status.accessibleDescription()


def test_the_warning_comes_once(shell: Shell) -> None:
    shell.start(SUPPORT)
    hear_from_server(shell, 600)
    shell.dismiss()

    hear_from_server(shell, 600)

    assert shell.text("messageTitle") == ""


def test_a_clock_that_goes_wrong_once_more_is_warned_of_once_more(
    shell: Shell,
) -> None:
    shell.start(SUPPORT)
    hear_from_server(shell, 600)
    shell.dismiss()
    hear_from_server(shell, 0)

    hear_from_server(shell, 600)

    assert shell.text("messageTitle") == BEHIND


def test_the_warning_waits_until_a_problem_was_read(shell: Shell) -> None:
    shell.authorizer.outcomes["refresh"] = NetworkError("host", "it was down")
    shell.start_signed_in()
    shell.act("refreshButton")
    problem = shell.text("messageTitle")
    hear_from_server(shell, 600)
    assert shell.text("messageTitle") == problem != ""

    shell.dismiss()
    shell.tick()

    assert shell.text("messageTitle") == BEHIND


def test_what_a_refresh_changed_stays_readable(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["refresh"] = Refreshed(
        token(access_token="next"), Keeping(lasting=True), ("All is new.",)
    )
    shell.act("refreshButton")

    hear_from_server(shell, 600)

    assert shell.text("messageTitle") == BEHIND
    assert shell.text("messageText").endswith("Refreshed. All is new.")


def test_another_servers_clock_is_another_matter(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER)

    hear_from_server(shell, 600, OTHER)

    assert shell.text("messageTitle") == ""
    assert shell.text("statusLine").endswith(" · Clock: not compared yet")


def test_profiles_of_one_server_share_what_is_known(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER)

    hear_from_server(shell, 600, DEVELOPER)

    assert shell.text("messageTitle") == BEHIND


def test_a_token_kept_by_a_wrong_clock_counts_rightly_from_the_first_answer_on(
    shell: Shell,
) -> None:
    # The clock was two hours ahead when the token came; it is right by now.
    kept = Moment(ISSUED.wall + 7200, ahead=around(-7200))
    shell.start_signed_in(kept=token(issued=kept, refresh_issued=kept))
    assert _left(shell) == "Access token: end unknown"

    shell.tick(600)
    hear_from_server(shell, 0)

    assert _left(shell) == "Access token: 49 min 59 s left"
    assert shell.text("tokenNotice") == ""
    shell.tick(60)
    assert _left(shell) == "Access token: 48 min 59 s left"


def test_a_token_that_a_clock_set_forward_ended_lives_again(shell: Shell) -> None:
    shell.start(SUPPORT)
    issued = replace(ISSUED, ahead=around(0))
    shell.authorizer.outcomes["authorize"] = signed_in(issued=issued)
    shell.act("authorizeButton")
    shell.clock.jump_wall(7200)
    shell.tick()
    assert _left(shell) == "Access token: over"

    hear_from_server(shell, -7200)

    assert _left(shell) == "Access token: 59 min 58 s left"
