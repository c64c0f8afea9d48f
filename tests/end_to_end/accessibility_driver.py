"""Reads and operates one program through the accessibility bus.

It sees and does what a screen reader can. It runs under the system's Python, for which
Debian has the bindings, as a process of its own: ``accessibility_driver.py PID``.
Every line of input is a request in JSON, every line of output its answer; what is not
there, or no longer, is answered with null.
"""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import gi  # type: ignore[import-not-found] # the system's Python has it

gi.require_version("Atspi", "2.0")
from gi.repository import (  # type: ignore[import-not-found] # noqa: E402 - as above
    Atspi,
    GLib,
)

STATES = {
    "showing": Atspi.StateType.SHOWING,
    "enabled": Atspi.StateType.ENABLED,
    "checked": Atspi.StateType.CHECKED,
    "selected": Atspi.StateType.SELECTED,
    "focused": Atspi.StateType.FOCUSED,
    "pressed": Atspi.StateType.PRESSED,
}
Accessible = Any  # Atspi.Accessible, which brings no types
PATIENCE = 15_000  # milliseconds; what a busy program does late it does all the same


class Driver:
    """The program with one process ID."""

    def __init__(self, process_id: int) -> None:
        """Look for the program anew with each request: it may not be there yet."""
        self._process_id = process_id

    def read(self, name: str) -> dict[str, Any] | None:
        """Return the facts about the control whose objectName is ``name``."""
        found = self._find(name)
        return None if found is None else facts(found)

    def children(self, name: str) -> list[dict[str, Any]] | None:
        """Return the facts about the items of a list or the tabs of a tab bar."""
        found = self._find(name)
        return None if found is None else [facts(item) for item in _items(found)]

    def press(self, name: str) -> bool | None:
        """Press a button, toggle a check box."""
        found = self._find(name)
        return None if found is None else bool(Atspi.Action.do_action(found, 0))

    def press_text(self, text: str) -> bool | None:
        """Press the button in sight that reads ``text``."""
        for node in self._walk():
            is_button = node.get_role() == Atspi.Role.PUSH_BUTTON
            is_showing = node.get_state_set().contains(Atspi.StateType.SHOWING)
            if is_button and is_showing and node.get_name() == text:
                return bool(Atspi.Action.do_action(node, 0))
        return None

    def type(self, name: str, text: str) -> bool | None:
        """Replace the text of an editable control."""
        found = self._find(name)
        if found is None:
            return None
        return bool(Atspi.EditableText.set_text_contents(found, text))

    def focus(self, name: str) -> bool | None:
        """Give a control the focus."""
        found = self._find(name)
        return None if found is None else bool(Atspi.Component.grab_focus(found))

    def choose(self, name: str, item: str) -> bool | None:
        """Choose the item of a list, or the tab, whose text begins with ``item``.

        A list that still has to open is answered with null, as what is not there yet.
        """
        found = self._find(name)
        if found is None:
            return None
        if found.get_role() == Atspi.Role.COMBO_BOX:
            found = _opened_list(found)
        for child in _items(found) if found else ():
            if (child.get_name() or "").startswith(item):
                return _choose(child)
        return None

    def trigger(self, item: str) -> bool | None:
        """Trigger the menu item that reads ``item``."""
        for node in self._walk():
            is_item = node.get_role() == Atspi.Role.MENU_ITEM
            if is_item and node.get_name() == item:
                return bool(Atspi.Action.do_action(node, 0))
        return None

    def tree(self) -> list[dict[str, Any]]:
        """Return the facts about every control there is, hidden ones too."""
        return [facts(node) for node in self._walk()]

    def _find(self, name: str) -> Accessible | None:
        hidden = None
        for node in self._walk():
            if object_name(node) == name:
                # Pages that are not in sight may hold a control of the same name.
                if node.get_state_set().contains(Atspi.StateType.SHOWING):
                    return node
                hidden = hidden or node
        return hidden

    def _walk(self) -> Iterator[Accessible]:
        desktop = Atspi.get_desktop(0)
        for application in _children(desktop):
            if application.get_process_id() == self._process_id:
                # What was read once may have changed: nothing is remembered.
                application.set_cache_mask(Atspi.Cache.NONE)
                yield from _descendants(application)


def facts(node: Accessible) -> dict[str, Any]:
    """Return what a person is told about a control."""
    states = node.get_state_set()
    return {
        "id": object_name(node),
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "text": _text(node),
        "states": [name for name, state in STATES.items() if states.contains(state)],
    }


def object_name(node: Accessible) -> str:
    """Return the last part of the accessible ID, which is the widget's objectName."""
    return str(node.get_accessible_id() or "").rpartition(".")[2]


def _text(node: Accessible) -> str:
    if "Text" in node.get_interfaces():
        return Atspi.Text.get_text(node, 0, -1) or ""
    # A label that has a name of its own, as "Signed in as", says its text beside it.
    is_label = node.get_role() == Atspi.Role.LABEL
    return (is_label and node.get_description()) or node.get_name() or ""


def _choose(item: Accessible) -> bool:
    if item.get_role() == Atspi.Role.PAGE_TAB:
        return bool(Atspi.Action.do_action(item, 0))
    # Selecting an item through the bus is less than what a person does: it moves no
    # cursor. So it is clicked.
    place = Atspi.Component.get_extents(item, Atspi.CoordType.SCREEN)
    middle = place.x + place.width // 2, place.y + place.height // 2
    return bool(Atspi.generate_mouse_event(*middle, "b1c"))


def _opened_list(combo_box: Accessible) -> Accessible | None:
    for child in _children(combo_box):
        if child.get_role() == Atspi.Role.LIST:
            if child.get_state_set().contains(STATES["showing"]):
                return child
            Atspi.Action.do_action(combo_box, 0)
    return None


def _items(node: Accessible) -> list[Accessible]:
    """Return the tabs where there are any, else all that a list holds."""
    inside = list(_descendants(node))
    tabs = [child for child in inside if child.get_role() == Atspi.Role.PAGE_TAB]
    return tabs or inside


def _children(node: Accessible) -> Iterator[Accessible]:
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def _descendants(node: Accessible) -> Iterator[Accessible]:
    for child in _children(node):
        yield child
        yield from _descendants(child)


def main() -> None:
    """Answer requests until the input ends."""
    driver = Driver(int(sys.argv[1]))
    Atspi.set_timeout(PATIENCE, PATIENCE)
    for line in sys.stdin:
        request = json.loads(line)
        action: Callable[..., object] = getattr(driver, request.pop("action"))
        try:
            answer = action(**request)
        except GLib.Error:  # the control went away while it was being read
            answer = None
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
