"""The question before a sign-in that may end another session."""

import pytest

from ringauth_gui.errors import TooManySessions
from tests.gui.shell import SUPPORT, Shell
from tests.gui.token_examples import signed_in

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


@pytest.fixture
def asking(shell: Shell) -> Shell:
    shell.start(SUPPORT)
    shell.authorizer.outcomes["look_for_room"] = TooManySessions(5)
    shell.authorizer.outcomes["authorize"] = signed_in()
    shell.act("authorizeButton")
    return shell


def test_what_may_happen_is_said_before_anything_happens(asking: Shell) -> None:
    assert asking.text("messageTitle") == "This sign-in may end somebody's session"
    assert "5 sessions" in asking.text("messageText")
    assert "not documented which" in asking.text("messageText")
    assert "authorize" not in asking.authorizer.calls


def test_who_wants_to_signs_in_anyway(asking: Shell) -> None:
    asking.act("messageAction-sign-in-anyway")

    assert asking.authorizer.calls.count("authorize") == 1
    assert asking.state.token is not None


def test_who_does_not_want_to_cancels(asking: Shell) -> None:
    asking.click("messageAction-dismiss")

    assert asking.state.message is None
    assert "authorize" not in asking.authorizer.calls


def test_the_next_sign_in_is_asked_about_again(asking: Shell) -> None:
    asking.act("messageAction-sign-in-anyway")

    asking.act("authorizeButton")

    assert asking.text("messageTitle") == "This sign-in may end somebody's session"
