"""The program's window as a person meets it who uses a screen reader."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.processes import wait_until

SYSTEM_PYTHON = "/usr/bin/python3"
DRIVER = Path(__file__).with_name("accessibility_driver.py")
SECONDS = 20.0  # for anything that the window does by itself


@dataclass(frozen=True)
class Control:
    """What the accessibility bus tells about one control."""

    id: str
    role: str
    name: str
    description: str
    text: str
    states: list[str]

    @property
    def is_showing(self) -> bool:
        """Whether a person sees it."""
        return "showing" in self.states

    @property
    def is_usable(self) -> bool:
        """Whether a person sees it and may use it."""
        # Qt's accessible press holds a button down for a moment before it clicks.
        is_held = "pressed" in self.states
        return self.is_showing and "enabled" in self.states and not is_held


Condition = Callable[[Control], bool]


class Window:
    """Finds controls by their objectName, waits for what they say, and uses them."""

    def __init__(
        self, desktop: Desktop, process: "subprocess.Popen[str]", log: Path
    ) -> None:
        """Operate ``process``, whose output is in ``log``, on ``desktop``."""
        self._process = process
        self._log = log
        self._driver = subprocess.Popen(
            [SYSTEM_PYTHON, str(DRIVER), str(process.pid)],
            env=desktop.variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        """Let go of the program; it goes on running."""
        self._driver.communicate()

    def read(self, name: str) -> Control | None:
        """Return what ``name`` is at this moment, if it is there."""
        answer = self._ask("read", name=name)
        return None if answer is None else Control(**answer)

    def wait_for(
        self, name: str, condition: Condition = lambda control: control.is_showing
    ) -> Control:
        """Return the control as soon as it fulfils ``condition``."""
        last: list[Control | None] = [None]

        def seen() -> Control | None:
            last[0] = self.read(name)
            return last[0] if last[0] is not None and condition(last[0]) else None

        try:
            return wait_until(seen, SECONDS, f"what was waited for: {name}")
        except AssertionError as late:
            raise AssertionError(f"{late}; it is {last[0]}") from None

    def wait_for_text(self, name: str, part: str) -> str:
        """Return the text of the control as soon as a person reads ``part`` there."""
        return self.wait_for(
            name, lambda control: control.is_showing and part in control.text
        ).text

    def wait_for_any(self, part: str) -> str:
        """Return the text of a control, named or not, as soon as it holds ``part``."""

        def seen() -> str | None:
            texts = (each.text for each in self.tree() if each.is_showing)
            return next((text for text in texts if part in text), None)

        return wait_until(seen, SECONDS, f"anywhere in the window: {part}")

    def wait_until_gone(self, name: str) -> None:
        """Return as soon as nobody sees the control any more."""

        def gone() -> bool:
            control = self.read(name)
            return control is None or not control.is_showing

        wait_until(gone, SECONDS, f"gone: {name}")

    def press(self, name: str) -> None:
        """Press a button, or toggle a check box, as soon as that is possible."""
        self.wait_for(name, lambda control: control.is_usable)
        assert self._ask("press", name=name), f"{name} cannot be pressed"

    def press_text(self, text: str) -> None:
        """Press the button that reads ``text``, where it has no name of ours."""
        wait_until(
            lambda: self._ask("press_text", text=text), SECONDS, f"pressed: {text}"
        )

    def type(self, name: str, text: str) -> None:
        """Replace the text of a field."""
        self.wait_for(name, lambda control: control.is_usable)
        assert self._ask("type", name=name, text=text), f"{name} takes no text"

    def focus(self, name: str) -> None:
        """Give a control the focus, as soon as it can take it."""
        self.wait_for(name, lambda control: control.is_usable)
        assert self._ask("focus", name=name), f"{name} takes no focus"

    def choose(self, name: str, item: str) -> None:
        """Choose the item, or the tab, whose text begins with ``item``."""
        wait_until(
            lambda: self._ask("choose", name=name, item=item),
            SECONDS,
            f"chosen: {item} in {name}",
        )

    def items(self, name: str) -> list[str]:
        """Return the texts of the items of a list."""
        return [child["name"] for child in self._ask("children", name=name) or []]

    def trigger(self, item: str) -> None:
        """Trigger an item of the menu."""
        wait_until(
            lambda: self._ask("trigger", item=item), SECONDS, f"triggered: {item}"
        )

    def tree(self) -> list[Control]:
        """Return every control of the program, the hidden ones too."""
        return [Control(**answer) for answer in self._ask("tree") or []]

    def dump(self) -> str:
        """Return what is in sight as lines, for a failure's message."""
        return "\n".join(
            f"  {control.role} {control.id!r} {control.name!r} {control.text!r} "
            f"{' '.join(control.states)}"
            for control in self.tree()
            if control.is_showing
        )

    def story(self) -> str:
        """Return the window and the logs, the program's own too, for a failed test."""
        window = "" if self._process.poll() is not None else self.dump()
        return f"{window}\n{self._logs()}"

    def _logs(self) -> str:
        logs = self._log.parent.rglob("*.log")
        return "\n".join(log.read_text("utf-8", "replace") for log in logs)

    def _ask(self, action: str, **arguments: str) -> Any:  # noqa: ANN401 - it is JSON
        ended = self._process.poll()
        assert ended is None, f"RingAuth ended: {ended}\n{self._logs()}"
        assert self._driver.stdin is not None
        assert self._driver.stdout is not None
        print(json.dumps({"action": action, **arguments}), file=self._driver.stdin)
        self._driver.stdin.flush()
        answer = self._driver.stdout.readline()
        assert answer, "the accessibility driver ended"
        return json.loads(answer)
