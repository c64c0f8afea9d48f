"""What is said of the practice server."""

from ringauth_gui.gui.practice_text import scene_text, state_text
from ringauth_gui.practice_state import PracticeState

PENALTY = PracticeState(scene_key="penalty", scene_name="Penalty")
SLOW = PracticeState(faults=(("slow", "Slow"), ("down", "Server down")))
CHANGED = PracticeState(changed=("Penalty",))


def test_the_dialog_says_all_that_is_on() -> None:
    assert state_text(PENALTY) == "Scene: Penalty."
    assert state_text(SLOW) == "Faults: Slow, Server down."
    assert state_text(CHANGED) == "Changed settings: Penalty."


def test_the_status_line_says_the_scene_or_that_something_is_on() -> None:
    assert scene_text(PENALTY) == "Practice scene: Penalty"
    assert scene_text(SLOW) == "Practice server: told to misbehave"
    assert scene_text(CHANGED) == "Practice server: told to misbehave"


def test_of_a_normal_server_the_status_line_is_silent() -> None:
    assert scene_text(PracticeState()) == ""
    assert state_text(PracticeState()) == "The practice server behaves as RingCentral."
