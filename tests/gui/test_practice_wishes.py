"""What the Practice menu and the status line tell of the practice server."""

import pytest

from ringauth_gui.errors import InvalidServerResponse, NetworkError
from ringauth_gui.practice_state import PracticeState
from tests.gui.menu_use import actions, press
from tests.gui.shell import SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

GONE = NetworkError("127.0.0.1:27466", "refused")


def test_the_menu_can_be_used_on_every_page(shell: Shell) -> None:
    shell.start()

    for text in (
        "Scenes and faults…",
        "Open its page in the browser",
        "Behave as RingCentral again",
    ):
        assert actions(shell)[text].isEnabled()


def test_the_keys_make_all_normal_and_the_window_says_so(practice: Shell) -> None:
    practice.practice.on = PracticeState(scene_key="penalty", scene_name="Penalty")

    press(practice, "Behave as RingCentral again")

    title = "The practice server behaves as RingCentral again"
    practice.wait_until(lambda: practice.text("messageTitle") == title)
    assert practice.practice.calls[-1] == "reset"


def test_the_keys_open_its_page(practice: Shell) -> None:
    press(practice, "Open its page in the browser")

    practice.wait_until(lambda: bool(practice.opened))
    assert practice.opened == ["http://127.0.0.1:27466/practice/"]


def test_no_browser_is_told(practice: Shell) -> None:
    practice.browser_opens = False

    press(practice, "Open its page in the browser")

    practice.wait_until(
        lambda: practice.text("messageText") == "No browser could be started."
    )


@pytest.mark.parametrize(
    "error", [GONE, InvalidServerResponse("other", status=200, request_id=None)]
)
def test_a_failure_without_the_dialog_is_told_in_the_window(
    practice: Shell, error: Exception
) -> None:
    practice.practice.error = error

    press(practice, "Behave as RingCentral again")

    title = "The practice server was not switched"
    practice.wait_until(lambda: practice.text("messageTitle") == title)


def test_coming_back_to_the_window_shows_the_scene_of_another(practice: Shell) -> None:
    practice.practice.on = PracticeState(scene_key="penalty", scene_name="Penalty")

    practice.window.returned.emit()

    practice.wait_until(
        lambda: "Practice scene: Penalty" in practice.text("statusLine")
    )


def test_no_server_is_a_normal_one(practice: Shell) -> None:
    practice.practice.on = PracticeState(scene_key="penalty", scene_name="Penalty")
    practice.window.returned.emit()
    practice.wait_until(lambda: "Penalty" in practice.text("statusLine"))
    practice.practice.is_running = False

    practice.window.returned.emit()

    practice.wait_until(lambda: "Penalty" not in practice.text("statusLine"))


def test_a_look_that_fails_changes_nothing(practice: Shell) -> None:
    practice.practice.error = GONE
    before = practice.text("statusLine")
    asked = len(practice.practice.calls)

    practice.window.returned.emit()
    practice.wait_until(lambda: len(practice.practice.calls) > asked)

    assert practice.text("statusLine") == before


def test_other_profiles_do_not_speak_of_it(shell: Shell) -> None:
    shell.practice.on = PracticeState(scene_key="penalty", scene_name="Penalty")

    shell.start(SUPPORT)
    shell.window.returned.emit()

    assert shell.practice.calls == []
    assert "Penalty" not in shell.text("statusLine")
