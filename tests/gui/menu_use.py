"""The menus as a person uses them."""

from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.gui.shell import Shell


def actions(shell: Shell) -> dict[str, QAction]:
    """Return every action by its text."""
    return {each.text().replace("&", ""): each for each in leaves(shell)}


def leaves(shell: Shell) -> Iterator[QAction]:
    """Yield the actions of all menus; one that stands in two of them, once."""
    seen: set[QAction] = set()
    for top in shell.window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        for each in menu.actions():
            if not each.isSeparator() and each not in seen:
                seen.add(each)
                yield each


def press(shell: Shell, text: str) -> None:
    """Press the keys of an action, away from fields that have keys of their own."""
    shell.window.activateWindow()
    shell.window.setFocus()
    keys = actions(shell)[text].shortcut()
    combination = keys[0]  # type: ignore[index] # Qt's stubs do not know it
    QTest.keyClick(shell.window, combination.key(), combination.keyboardModifiers())
