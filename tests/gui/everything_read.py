"""All that can be read of the program: by eye, by a screen reader, by others."""

from collections.abc import Iterator
from functools import partial
from itertools import count, takewhile
from typing import cast

from PySide6.QtCore import QAbstractItemModel, QMimeData, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QClipboard
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def everything_read() -> dict[str, str]:
    """Return every text of every window of the program, by where it is."""
    texts = {
        "application": f"{QApplication.applicationName()} "
        f"{QApplication.applicationDisplayName()}"
    }
    for top in QApplication.topLevelWidgets():
        if top.parentWidget() is None:
            name = f"{type(top).__name__} {top.objectName()}"
            texts[f"{name} {id(top)}"] = "\n".join(all_texts(top))
    return texts


def clipboards() -> str:
    """Return what other programs read in the clipboard and in X11's selection."""
    clipboard = QApplication.clipboard()
    modes = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
    # Qt's stubs do not know that a place may be empty, or not be there.
    held = [cast("QMimeData | None", clipboard.mimeData(mode)) for mode in modes]
    return "\n".join(
        f"{kind} {bytes(data.data(kind).data())!r}"
        for data in held
        if data is not None
        for kind in data.formats()
    )


def all_texts(window: QWidget) -> list[str]:
    """Return all that can be read of ``window`` and what is in it."""
    texts = [window.windowTitle()]
    for widget in (window, *window.findChildren(QWidget)):
        texts += [widget.toolTip(), widget.statusTip(), widget.whatsThis()]
        texts += [widget.accessibleName(), widget.accessibleDescription()]
        texts += [widget.windowTitle(), widget.objectName()]
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit):
            texts += [widget.displayText(), widget.placeholderText()]
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            texts.append(widget.toPlainText())
        if isinstance(widget, QAbstractItemView):
            texts += _items(widget.model())
    for action in window.findChildren(QAction):
        texts += [action.text(), action.toolTip(), action.statusTip()]
    root = QAccessible.queryAccessibleInterface(window)
    assert isinstance(root, QAccessibleInterface)
    return [*texts, *_spoken(root)]


def _items(model: QAbstractItemModel | None) -> Iterator[str]:
    """Yield what a list or a table shows and tells of each of its cells."""
    if model is not None:
        for row in range(model.rowCount()):
            # A list keeps to itself how many columns it has.
            for column in takewhile(partial(model.hasIndex, row), count()):
                index = model.index(row, column)
                yield from (str(index.data(role) or "") for role in ROLES)


def _spoken(interface: QAccessibleInterface) -> Iterator[str]:
    kinds = QAccessible.Text
    for kind in (kinds.Name, kinds.Description, kinds.Value, kinds.Help):
        yield interface.text(kind)
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None:
            yield from _spoken(child)
