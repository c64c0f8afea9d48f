"""Wishes about the practice server, and looks between them."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ringauth_gui.gui.background import BackgroundRunner
from ringauth_gui.gui.practice_desk import PracticeDesk
from ringauth_gui.practice_state import PracticeState
from tests.fakes.fake_practice_controls import FakePracticeControls


class SlowControls(FakePracticeControls):
    """Lets scenes wait until the test opens the gate."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()

    @override
    def start_scene(self, key: str) -> PracticeState:
        state = super().start_scene(key)
        assert self.gate.wait(10)
        return state


@pytest.fixture
def controls() -> SlowControls:
    return SlowControls()


@pytest.fixture
def desk(qapp: QApplication, controls: SlowControls) -> Iterator[PracticeDesk]:
    runner = BackgroundRunner()
    yield PracticeDesk(lambda: controls, runner, qapp)
    controls.gate.set()
    runner.finish(10)


def test_nobody_looks_while_a_wish_is_under_way(
    qtbot: QtBot, desk: PracticeDesk, controls: SlowControls
) -> None:
    desk.start_scene("penalty")

    desk.look()
    controls.gate.set()
    qtbot.waitUntil(lambda: desk.state.scene_key == "penalty")

    assert controls.calls == ["start penalty"]


def test_after_a_wish_one_may_look_again(
    qtbot: QtBot, desk: PracticeDesk, controls: SlowControls
) -> None:
    controls.gate.set()
    desk.start_scene("penalty")
    qtbot.waitUntil(lambda: desk.state.scene_key == "penalty")
    controls.on = PracticeState()

    desk.look()

    qtbot.waitUntil(lambda: desk.state.is_normal)


def test_the_outcome_of_the_last_wish_counts(
    qtbot: QtBot, desk: PracticeDesk, controls: SlowControls
) -> None:
    desk.start_scene("penalty")
    qtbot.waitUntil(lambda: bool(controls.calls))
    with qtbot.waitSignal(desk.state_changed):
        desk.reset()

    controls.gate.set()
    desk.switch_fault("slow", on=True)
    qtbot.waitUntil(lambda: desk.state.fault_keys == {"slow"})

    assert desk.state.scene_key == ""
