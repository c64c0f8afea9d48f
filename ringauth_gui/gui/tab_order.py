"""Where the Tab key goes, for what is built after the rest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(before: QWidget, *late: QWidget) -> None:
    """Let Tab go from ``before`` through ``late``, which Qt put at the end."""
    controls = [each for widget in late for each in _controls(widget)]
    for control in controls:
        QWidget.setTabOrder(before, control)
        before = control


def _controls(widget: QWidget) -> list[QWidget]:
    """Return what takes the focus in ``widget``, in the order that Qt made it."""
    found = []
    each = widget.nextInFocusChain()
    while each is not None and widget.isAncestorOf(each):
        takes_focus = each.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if takes_focus and each.focusProxy() is None:
            found.append(each)
        each = each.nextInFocusChain()
    return found
