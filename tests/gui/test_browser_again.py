"""The sign-in page, opened a second time."""

import pytest

from ringauth_gui.caller import caller_of
from tests.fakes.fake_authorizer import LINK
from tests.gui.shell import SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


@pytest.fixture
def waiting(shell: Shell) -> Shell:
    shell.start(SUPPORT)
    shell.authorizer.held.add("authorize")
    shell.click("authorizeButton")
    shell.wait_until(lambda: shell.button("openAgainButton").isEnabled())
    return shell


def test_each_visit_is_one_more_call(waiting: Shell) -> None:
    waiting.click("openAgainButton")

    waiting.wait_until(lambda: waiting.opened == [LINK])
    left = waiting.counts.known(caller_of(SUPPORT)).left(waiting.clock())
    assert left == 4


def test_with_the_last_call_left_it_is_not_opened_and_the_wait_is_said(
    waiting: Shell,
) -> None:
    waiting.use_calls(4)

    waiting.click("openAgainButton")

    waiting.wait_until(lambda: waiting.text("messageTitle") != "")
    assert waiting.text("messageTitle") == "The page cannot be opened again yet"
    assert "wait 1 min" in waiting.text("messageText")
    assert waiting.opened == []
