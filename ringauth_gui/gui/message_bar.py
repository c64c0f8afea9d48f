"""The bar that says what happened and what to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ringauth_gui.gui.announcement import announce
from ringauth_gui.gui.literal_text import literal_caption
from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.gui.message_details import MessageDetails
from ringauth_gui.gui.plain_label import PlainLabel, set_role

_ICONS = {
    MessageKind.BAD: "⚠",
    MessageKind.WARNING: "⚠",
    MessageKind.GOOD: "✓",
    MessageKind.NOTE: "ℹ",
}


class MessageBar(QFrame):
    """One message at a time; hidden while there is none.

    Signals:
        action_requested: The key of the pressed button.
        dismissed: The person closed the message.
        explain_requested, exchange_requested: As MessageDetails tells them.
    """

    action_requested = Signal(str)
    dismissed = Signal()
    explain_requested = Signal(str)
    exchange_requested = Signal(int)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        announce: Callable[[QWidget, str], None] = announce,
    ) -> None:
        """Say nothing until told; ``announce`` has a screen reader say it."""
        super().__init__(parent)
        self._announce = announce
        self.setObjectName("messageBar")
        self.setAccessibleName(self.tr("Message"))
        self._icon = PlainLabel(wraps=False)
        self._title = PlainLabel()
        self._text = PlainLabel()
        self._details = MessageDetails()
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._buttons: list[QPushButton] = []
        self._button_area = QWidget()
        self._button_row = QHBoxLayout(self._button_area)
        self._name_children()
        self._lay_out()
        self._close.clicked.connect(self.dismissed)
        self._details.explain_requested.connect(self.explain_requested)
        self._details.exchange_requested.connect(self.exchange_requested)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show ``message`` in place of the one before; the focus stays where it is."""
        set_role(self, f"message-{message.kind.value}")
        self._icon.setText(_ICONS[message.kind])
        self._icon.setAccessibleName(self._kind_text(message.kind))
        self._title.setText(message.title)
        self._text.setText(message.advice)
        self._details.show_of(message)
        self._show_actions(message.actions)
        self.setAccessibleDescription(f"{message.title}. {message.advice}")
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        # On Linux Qt drops alerts; an announcement arrives everywhere.
        self._announce(self, self.accessibleDescription())

    def clear(self) -> None:
        """Say nothing."""
        self.hide()

    def _name_children(self) -> None:
        self._title.setObjectName("messageTitle")
        self._text.setObjectName("messageText")
        bold = self._title.font()
        bold.setBold(True)
        self._title.setFont(bold)
        large = self._icon.font()
        large.setPixelSize(18)
        self._icon.setFont(large)
        self._close.setObjectName("dismissMessageButton")
        self._close.setAccessibleName(self.tr("Dismiss message"))
        self._close.setToolTip(self.tr("Dismiss this message"))
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        self._button_row.setSpacing(12)
        self._button_row.setContentsMargins(0, 4, 0, 4)
        self._button_row.addStretch()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addWidget(self._button_area)
        words.addWidget(self._details)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 10, 12)
        layout.setSpacing(12)
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)

    def _show_actions(self, actions: tuple[MessageAction, ...]) -> None:
        for button in self._buttons:
            self._button_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(action) for action in actions]
        for at, button in enumerate(self._buttons):
            self._button_row.insertWidget(at, button)
        self._button_area.setVisible(bool(actions))

    def _button(self, action: MessageAction) -> QPushButton:
        button = QPushButton(literal_caption(action.text))
        button.setObjectName(f"messageAction-{action.key}")
        button.setAccessibleName(action.text)
        button.setProperty("role", "small")
        button.clicked.connect(lambda: self.action_requested.emit(action.key))
        return button

    def _kind_text(self, kind: MessageKind) -> str:
        return {
            MessageKind.BAD: self.tr("Error"),
            MessageKind.WARNING: self.tr("Warning"),
            MessageKind.GOOD: self.tr("Done"),
            MessageKind.NOTE: self.tr("Note"),
        }[kind]
