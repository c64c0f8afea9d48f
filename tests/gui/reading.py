"""Reads a widget as a person does: what is visible, by its name."""

from typing import TypeVar

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

W = TypeVar("W", bound=QWidget)


def child(parent: QWidget, kind: type[W], name: str) -> W:
    """Return the child with this object name."""
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def button(parent: QWidget, name: str) -> QPushButton:
    """Return the button with this object name."""
    return child(parent, QPushButton, name)


def visible_texts(parent: QWidget) -> list[str]:
    """Return the texts of all labels in sight, in the order they were made."""
    return [
        label.text()
        for label in parent.findChildren(QLabel)
        if label.isVisible() and label.text().strip()
    ]


def toggle_as_screen_reader(toggled: QAbstractButton) -> None:
    """Do what a screen reader offers first; no click comes of it."""
    interface = QAccessible.queryAccessibleInterface(toggled)
    assert isinstance(interface, QAccessibleInterface)
    action = interface.actionInterface()
    assert action is not None
    action.doAction(action.actionNames()[0])


def focus_order(start: QWidget) -> list[str]:
    """Return the names of all that Tab goes through, ``start`` first."""
    names = [start.objectName()]
    each = start.nextInFocusChain()
    while each is not None and each is not start:
        names.append(each.objectName())
        each = each.nextInFocusChain()
    return names
