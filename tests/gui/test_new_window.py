"""Another window beside this one."""

import pytest

from ringauth_gui.gui.new_window import LOOKS, NewWindow
from tests.gui.menu_use import actions
from tests.gui.shell import SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


class Process:
    """One that runs until it has a code."""

    def __init__(self, code: int | None = None) -> None:
        self.code = code
        self.polls = 0

    def poll(self) -> int | None:
        self.polls += 1
        return self.code


def _open(shell: Shell, outcome: Process | OSError) -> None:
    shell.window_outcomes.append(outcome)
    actions(shell)["New window"].trigger()


@pytest.mark.parametrize("keys", ["Ctrl+Shift+N"])
def test_it_has_keys(shell: Shell, keys: str) -> None:
    shell.start(SUPPORT)

    assert actions(shell)["New window"].shortcut().toString() == keys


def test_one_that_comes_up_is_watched_for_a_while_and_not_told_of(shell: Shell) -> None:
    shell.start(SUPPORT)
    process = Process()

    _open(shell, process)
    new_window = shell.window.findChildren(NewWindow)[0]
    for _look in range(LOOKS):
        new_window._looks.timeout.emit()

    assert process.polls == LOOKS
    assert not new_window._looks.isActive()
    assert shell.text("messageTitle") == ""


def test_one_that_cannot_be_started_is_told_with_the_systems_reason(
    shell: Shell,
) -> None:
    shell.start(SUPPORT)

    _open(shell, OSError(11, "Resource temporarily unavailable"))

    assert shell.text("messageTitle") == "No new window was opened"
    assert "Resource temporarily unavailable." in shell.text("messageText")
    assert shell.button("messageAction-show-log").isVisible()


def test_one_that_ends_at_once_is_told_with_its_code(shell: Shell) -> None:
    shell.start(SUPPORT)

    _open(shell, Process(1))

    shell.wait_until(lambda: "with code 1." in shell.text("messageText"))


def test_one_that_a_person_closes_soon_is_no_failure(shell: Shell) -> None:
    shell.start(SUPPORT)
    process = Process(0)

    _open(shell, process)

    shell.wait_until(lambda: process.polls == 1)
    assert shell.text("messageTitle") == ""
