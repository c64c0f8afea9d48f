"""The question before something leaves the window with secrets in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from ringauth_gui.gui.named_controls import named_button
from ringauth_gui.gui.plain_label import PlainLabel


class ConfirmSecrets(QFrame):
    """Hidden until asked; any answer hides it again.

    Signals:
        confirmed: Go on.
    """

    confirmed = Signal()

    def __init__(self) -> None:
        """Ask nothing until told."""
        super().__init__()
        self.setObjectName("confirmSecrets")
        self.setAccessibleName(self.tr("With secrets?"))
        self.setProperty("role", "message-warning")
        self._question = PlainLabel()
        self._question.setObjectName("confirmSecretsQuestion")
        self._confirm = named_button("confirmSecretsButton", "")
        self._confirm.setProperty("role", "danger")
        self._back = named_button("withoutSecretsButton", self.tr("Back"))
        for button in (self._confirm, self._back):
            button.setAutoDefault(False)
        self._asked_from: QWidget | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(12)
        layout.addWidget(self._question, 1)
        layout.addWidget(self._confirm)
        layout.addWidget(self._back)
        self._confirm.clicked.connect(self._on_confirm_clicked)
        self._back.clicked.connect(self.withdraw)
        self.hide()

    def ask(self, question: str, answer: str) -> None:
        """Ask ``question``; ``answer`` is what goes on. The safe one has the focus."""
        self._asked_from = self.window().focusWidget()
        self._question.setText(question)
        self._confirm.setText(answer)
        self._confirm.setAccessibleName(answer)
        self.setAccessibleDescription(question)
        self.show()
        self._back.setFocus()

    def withdraw(self) -> None:
        """Hide the question without an answer."""
        had_focus = self.window().focusWidget() in (self._confirm, self._back)
        before, self._asked_from = self._asked_from, None
        if had_focus and before is not None:
            before.setFocus()
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape for Back."""
        if event.key() == Qt.Key.Key_Escape:
            self.withdraw()
        else:
            super().keyPressEvent(event)

    def _on_confirm_clicked(self) -> None:
        self.withdraw()
        self.confirmed.emit()
