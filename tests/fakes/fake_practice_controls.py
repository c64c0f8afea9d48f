"""A practice server that does what it is told, without HTTP."""

import threading
from dataclasses import replace

from ringauth_gui.practice_setting import (
    PracticeSetting,
    SettingType,
    SettingValue,
)
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
    PracticeFault("junk", "Junk", "Bytes that are no JSON at all."),
    PracticeFault(
        "slow",
        "Slow",
        "The answer comes late.",
        is_common=True,
        amount=3,
        amount_label="Seconds to wait",
        most=60,
    ),
    PracticeFault("down", "Server down", "The connection is closed.", is_common=True),
)
CODES = (
    PracticeCode("OAU-153", "Invalid client application"),
    PracticeCode("CMN-401", "Application needs a permission"),
)
SETTINGS = (
    PracticeSetting(
        "code_lifetime",
        "Authorization code",
        "Seconds until a code is over.",
        "Lifetimes",
        SettingType.NUMBER,
        most=3600,
    ),
    PracticeSetting(
        "answer_iss", "Name", "The issuer's name.", "Sides", SettingType.TEXT
    ),
    PracticeSetting(
        "lists_keys", "Keys", "Whether it has any.", "Sides", SettingType.YES_NO
    ),
    PracticeSetting(
        "error_status",
        "Status of errors",
        "As observed, or as in the table.",
        "Sides",
        SettingType.CHOICE,
        ("observed", "documented"),
    ),
)
VALUES: dict[str, SettingValue] = {
    "code_lifetime": 60,
    "answer_iss": "practice",
    "lists_keys": True,
    "error_status": "observed",
}
NORMAL = PracticeState(values=tuple(VALUES.items()))


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
        self.on = NORMAL
        self.is_running = True
        self.error: Exception | None = None
        self.threads: set[str] = set()

    def look(self) -> PracticeState | None:
        self._note("look")
        return self.on if self.is_running else None

    def programme(self) -> PracticeProgramme:
        self._note("programme")
        return PracticeProgramme((PENALTY, PORTAL), FAULTS, CODES, SETTINGS)

    def state(self) -> PracticeState:
        self._note("state")
        return self.on

    def start_scene(self, key: str) -> PracticeState:
        self._note(f"start {key}")
        scene = next(one for one in (PENALTY, PORTAL) if one.key == key)
        self.on = replace(NORMAL, scene_key=key, scene_name=scene.name)
        return self.on

    def change_setting(self, name: str, value: SettingValue) -> PracticeState:
        self._note(f"{name} = {value!r}")
        values = {**dict(self.on.values), name: value}
        labels = {each.name: each.label for each in SETTINGS}
        changed = [labels[each] for each in VALUES if values[each] != VALUES[each]]
        self.on = replace(self.on, values=tuple(values.items()), changed=tuple(changed))
        return self.on

    def switch_fault(
        self, key: str, *, on: bool, amount: int | None = None
    ) -> PracticeState:
        number = "" if amount is None else f" {amount}"
        self._note(f"{key} {'on' if on else 'off'}{number}")
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
        self.on = NORMAL
        return self.on

    def page_address(self) -> str:
        self._note("page")
        return "http://127.0.0.1:27466/practice/"

    def _note(self, call: str) -> None:
        self.calls.append(call)
        self.threads.add(threading.current_thread().name)
        if self.error is not None:
            raise self.error
