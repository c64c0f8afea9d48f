"""A practice server that does what it is told, without HTTP."""

import threading
from dataclasses import replace

from ringauth_gui.practice_state import (
    PracticeCode,
    PracticeFault,
    PracticeProgramme,
    PracticePromise,
    PracticeScene,
    PracticeState,
)

PENALTY = PracticeScene(
    key="penalty",
    name="Penalty",
    about="The app has made too many calls.",
    steps=("Authorize first.", "Press Refresh."),
    promises=(PracticePromise("Message", "Practice server asks for a pause"),),
)
PORTAL = PracticeScene("portal", "Network portal", "A page.", ("Press Refresh.",), ())
FAULTS = (
    PracticeFault("slow", "Slow", "The answer comes late."),
    PracticeFault("down", "Server down", "The connection is closed."),
)
CODES = (
    PracticeCode("OAU-153", "Invalid client application"),
    PracticeCode("CMN-401", "Application needs a permission"),
)


class FakePracticeControls:
    """Keeps what is on, and the calls that it got.

    Attributes:
        calls: What was asked, in order.
        on: What is on.
        is_running: Whether a look finds a server.
        error: Raised by every call, if there is one.
    """

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.on = PracticeState()
        self.is_running = True
        self.error: Exception | None = None
        self.threads: set[str] = set()

    def look(self) -> PracticeState | None:
        self._note("look")
        return self.on if self.is_running else None

    def programme(self) -> PracticeProgramme:
        self._note("programme")
        return PracticeProgramme((PENALTY, PORTAL), FAULTS, CODES)

    def state(self) -> PracticeState:
        self._note("state")
        return self.on

    def start_scene(self, key: str) -> PracticeState:
        self._note(f"start {key}")
        scene = next(one for one in (PENALTY, PORTAL) if one.key == key)
        self.on = PracticeState(scene_key=key, scene_name=scene.name)
        return self.on

    def switch_fault(self, key: str, *, on: bool) -> PracticeState:
        self._note(f"{key} {'on' if on else 'off'}")
        faults = tuple(each for each in self.on.faults if each[0] != key)
        label = next(each.label for each in FAULTS if each.key == key)
        self.on = replace(self.on, faults=(*faults, (key, label)) if on else faults)
        return self.on

    def refuse_with(self, code: str) -> PracticeState:
        self._note(f"refuse with {code}")
        faults = tuple(each for each in self.on.faults if each[0] != "refuse")
        on = (("refuse", f"Refuse with a code ({code})"),) if code else ()
        self.on = replace(self.on, faults=(*faults, *on), code=code)
        return self.on

    def reset(self) -> PracticeState:
        self._note("reset")
        self.on = PracticeState()
        return self.on

    def page_address(self) -> str:
        self._note("page")
        return "http://127.0.0.1:27466/practice/"

    def _note(self, call: str) -> None:
        self.calls.append(call)
        self.threads.add(threading.current_thread().name)
        if self.error is not None:
            raise self.error
