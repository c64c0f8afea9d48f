"""Where the program shows a text from outside, and whether it shows it as it is."""

from collections.abc import Iterator
from functools import partial
from itertools import count, takewhile

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGroupBox,
    QLabel,
    QTabBar,
    QWidget,
)

HOSTILE = '<b>x</b>&lt;&Copy <img src="file:///x">'
MARK = "&Copy <"


def interpreted() -> list[str]:
    """Return where something of HOSTILE is taken for markup or for a mnemonic."""
    tops = [each for each in QApplication.topLevelWidgets() if not each.parentWidget()]
    return [where for top in tops for where in _in_window(top)]


def places() -> int:
    """Return how many labels, buttons, items and tooltips hold HOSTILE now."""
    texts = [
        text
        for widget in QApplication.allWidgets()
        for text in (*_texts(widget), _plain(widget.toolTip()))
    ]
    return sum("Copy <" in text for text in texts)


def _in_window(top: QWidget) -> Iterator[str]:
    for widget in (top, *top.findChildren(QWidget)):
        name = f"{type(widget).__name__} {widget.objectName()}"
        yield from (f"{name}: {each}" for each in _in_widget(widget))
    for action in top.findChildren(QAction):
        if MARK in action.text().replace("&&", "") or _takes_markup(action.toolTip()):
            yield f"action {action.text()}: {action.toolTip()}"


def _in_widget(widget: QWidget) -> Iterator[str]:
    if _takes_markup(widget.toolTip()):
        yield f"tooltip {widget.toolTip()}"
    if _is_read_as_markup(widget):
        yield "markup in its text"
    for text in _with_mnemonics(widget):
        if MARK in text.replace("&&", ""):
            yield f"mnemonic in {text}"
    if isinstance(widget, QAbstractItemView):
        yield from (f"tooltip of an item {tip}" for tip in _tips(widget.model()))


def _takes_markup(tip: str) -> bool:
    """Whether a tooltip that holds HOSTILE is read as markup, and not as escaped."""
    holds = "Copy <" in _plain(tip)
    return holds and Qt.mightBeRichText(tip)


def _plain(tip: str) -> str:
    return tip.replace("\N{WORD JOINER}", "")


def _is_read_as_markup(widget: QWidget) -> bool:
    if not isinstance(widget, QLabel) or "Copy <" not in widget.text():
        return False
    return widget.textFormat() is not Qt.TextFormat.PlainText or bool(widget.buddy())


def _with_mnemonics(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractButton):
        yield widget.text()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield widget.text()
    yield from _with_mnemonics(widget)


def _tips(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    for row in range(model.rowCount()):
        # A list keeps to itself how many columns it has.
        for column in takewhile(partial(model.hasIndex, row), count()):
            tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
            if _takes_markup(str(tip or "")):
                yield str(tip)
