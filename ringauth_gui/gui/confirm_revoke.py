"""The question before a revocation, asked in the window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ringauth_gui.gui.plain_label import PlainLabel


class ConfirmRevoke(QFrame):
    """Hidden until asked; any answer hides it again.

    Signals:
        confirmed: Revoke.
    """

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask nothing until told."""
        super().__init__(parent)
        self.setObjectName("confirmRevoke")
        self.setAccessibleName(self.tr("Revoke?"))
        self.setProperty("role", "message-warning")
        self._question = PlainLabel(
            self.tr(
                "This signs the app out everywhere this session is used "
                "(access and refresh token)."
            )
        )
        self._question.setObjectName("confirmRevokeQuestion")
        self._confirm = QPushButton(self.tr("Revoke"))
        self._confirm.setObjectName("confirmRevokeButton")
        self._confirm.setAccessibleName(self.tr("Revoke now"))
        self._confirm.setProperty("role", "danger")
        self._keep = QPushButton(self.tr("Keep"))
        self._keep.setObjectName("keepTokensButton")
        self._keep.setAccessibleName(self.tr("Keep"))
        self._asked_from: QWidget | None = None
        self._lay_out()
        self._connect()
        self.hide()

    def ask(self) -> None:
        """Show the question; the safe answer has the focus."""
        self._asked_from = self.window().focusWidget()
        self.show()
        self._keep.setFocus()

    def withdraw(self) -> None:
        """Hide the question without an answer."""
        had_focus = self.window().focusWidget() in (self._confirm, self._keep)
        before, self._asked_from = self._asked_from, None
        if had_focus and before is not None:
            before.setFocus()
        self.hide()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(12)
        layout.addWidget(self._question, 1)
        layout.addWidget(self._confirm)
        layout.addWidget(self._keep)

    def _connect(self) -> None:
        self._confirm.clicked.connect(self._on_confirm_clicked)
        self._keep.clicked.connect(self.withdraw)

    def _on_confirm_clicked(self) -> None:
        self.withdraw()
        self.confirmed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape for Keep."""
        if event.key() == Qt.Key.Key_Escape:
            self.withdraw()
        else:
            super().keyPressEvent(event)
