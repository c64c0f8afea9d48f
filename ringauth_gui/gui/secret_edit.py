"""A field for a secret: masked until shown, and it keeps no history."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from typing_extensions import override

from ringauth_gui.gui.field_row import FieldRow
from ringauth_gui.gui.line_edit import LineEdit

_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhSensitiveData
)


class SecretEdit(LineEdit):
    """A line edit that shows its text only while asked to and while in use.

    Signals:
        shown_changed: Whether the text can be read now.
    """

    shown_changed = Signal(bool)

    def __init__(
        self, parent: QWidget | None = None, *, clipboard: QClipboard | None = None
    ) -> None:
        """Start masked; Qt itself refuses copy, cut and drag while masked.

        Args:
            parent: The widget that holds this one.
            clipboard: Where selections go on X11; the application's if None.
        """
        super().__init__(parent)
        self._clipboard = clipboard or QGuiApplication.clipboard()
        self._was_selected = False
        self.selectionChanged.connect(self._on_selection_changed)
        self.set_shown(False)

    def set_shown(self, is_shown: bool) -> None:
        """Show or mask the text."""
        mode = QLineEdit.EchoMode
        if not is_shown:
            self._forget_selection()
        self.setEchoMode(mode.Normal if is_shown else mode.Password)
        self.setInputMethodHints(_HINTS)
        self.shown_changed.emit(is_shown)

    def _forget_selection(self) -> None:
        """Take what was selected while it could be read out of X11's selection."""
        if self._was_selected and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)
        self._was_selected = False

    def _on_selection_changed(self) -> None:
        is_readable = self.echoMode() is QLineEdit.EchoMode.Normal
        self._was_selected |= is_readable and self.hasSelectedText()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys, but undo and redo, which would bring an old secret back."""
        key = QKeySequence.StandardKey
        refused = [key.Undo, key.Redo]
        if self.echoMode() is QLineEdit.EchoMode.Password:
            # Qt copies nothing then, but would still remove what is selected.
            refused.append(key.Cut)
        if any(event.matches(each) for each in refused):
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mask the text when the field is left; its own menu is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.set_shown(False)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the usual menu without undo and redo."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() in {"edit-undo", "edit-redo"}:
                menu.removeAction(action)
        menu.popup(event.globalPos())


class SecretRow(FieldRow):
    """The line of a secret, with the button that shows what is typed."""

    def __init__(
        self,
        label: str,
        edit: SecretEdit,
        button_name: str,
        show_text: str,
        beside: Sequence[QWidget] = (),
    ) -> None:
        """Lay ``edit`` out.

        Args:
            label: With a mnemonic.
            edit: Named and with an accessible name.
            button_name: The object name of the button.
            show_text: Its accessible name, such as "Show client secret".
            beside: Further widgets in the same line.
        """
        button = QPushButton()
        super().__init__(label, edit, [button, *beside])
        self._secret = edit
        self._button = button
        self._button.setObjectName(button_name)
        self._button.setAccessibleName(show_text)
        self._button.setProperty("role", "small")
        self._button.setCheckable(True)
        # A click must not take the focus from the field: leaving it masks the secret.
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # toggled, not clicked: a screen reader toggles without a click.
        self._button.toggled.connect(self._on_button_toggled)
        self._secret.shown_changed.connect(self._on_secret_shown_changed)
        self._secret.textChanged.connect(self._on_secret_text_changed)
        self._on_secret_shown_changed(False)  # noqa: FBT003 - as the signal gives it
        self._on_secret_text_changed("")

    def _on_button_toggled(self, is_checked: bool) -> None:
        self._secret.setFocus()
        self._secret.set_shown(is_checked)

    def _on_secret_shown_changed(self, is_shown: bool) -> None:
        with QSignalBlocker(self._button):
            self._button.setChecked(is_shown)
        self._button.setText(self.tr("Hide") if is_shown else self.tr("Show"))

    def _on_secret_text_changed(self, text: str) -> None:
        self._button.setEnabled(bool(text))
        tip = "" if text else self.tr("Nothing is typed here that could be shown.")
        self._button.setToolTip(tip)
