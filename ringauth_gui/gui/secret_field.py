"""A secret, masked until the person asks to see it, and not for long then."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ringauth_gui.gui.formatting import masked
from ringauth_gui.gui.secret_line import SecretLine
from ringauth_gui.gui.tips import tip

REVEAL_SECONDS = 30
NONE = "–"
SPACING = 8
MARGIN = 2
QT_MARGIN = 2  # a line edit keeps it beside its text; other values have none


class SecretField(QWidget):
    """A read-only field with Show and Copy.

    While masked, the mask is all that the field holds, so that neither the screen nor
    the accessibility interface can give the secret away. A reveal ends by itself, when
    the window loses the focus and when the field is hidden.

    Signals:
        copy_requested: The person wants the secret in the clipboard.
    """

    copy_requested = Signal()

    def __init__(
        self,
        name: str,
        label: str,
        parent: QWidget | None = None,
        *,
        reveal_seconds: float = REVEAL_SECONDS,
    ) -> None:
        """Make a field that holds nothing.

        Args:
            name: What the object names are made of, such as ``AccessToken``.
            label: The accessible name, such as ``Access token``.
            parent: The widget that holds this one.
            reveal_seconds: How long a reveal lasts.
        """
        super().__init__(parent)
        self._secret: str | None = None
        self.label = label
        self._line = SecretLine("secret")
        self._line.setObjectName(f"{name[0].lower()}{name[1:]}Field")
        self._line.setAccessibleName(label)
        self._line.setTextMargins(-QT_MARGIN, 0, 0, 0)
        self.setToolTip(tip(self._line.objectName()))
        self._show_button = QPushButton(self.tr("Show"), self)
        self._show_button.setObjectName(f"show{name}Button")
        self._copy_button = QPushButton(self.tr("Copy"), self)
        self._copy_button.setObjectName(f"copy{name}Button")
        inside = label if label[:2].isupper() else f"{label[0].lower()}{label[1:]}"
        self._show_button.setAccessibleName(self.tr("Show %s") % inside)
        self._copy_button.setAccessibleName(self.tr("Copy %s") % inside)
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.setInterval(round(reveal_seconds * 1000))
        self._lay_out()
        self._connect()
        self.conceal()
        self.show_secret(None)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, from left to right."""
        return self._line, self._show_button, self._copy_button

    def show_secret(self, secret: str | None, reason: str = "") -> None:
        """Show ``secret``, masked; None is "there is none", for this ``reason``.

        The same secret again changes nothing, not even a reveal.
        """
        if secret != self._secret:
            self._secret = secret
            self.conceal()
        for button in (self._show_button, self._copy_button):
            button.setEnabled(secret is not None)
            button.setToolTip("" if secret is not None else reason)

    def conceal(self) -> None:
        """Mask the secret again."""
        self._reveal.stop()
        self._line.setText(NONE if self._secret is None else masked(self._secret))
        self._line.setCursorPosition(0)
        self._show_button.setText(self.tr("Show"))

    @override
    def event(self, event: QEvent) -> bool:
        """Mask the secret when the window loses the focus."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.conceal()
        return super().event(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Mask the secret when it goes out of sight, as when minimised."""
        self.conceal()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, MARGIN, 0, MARGIN)
        layout.setSpacing(SPACING)
        layout.addWidget(self._line, 1)
        layout.addSpacing(2)
        for button in (self._show_button, self._copy_button):
            button.setProperty("role", "small")
            layout.addWidget(button)

    def _connect(self) -> None:
        self._show_button.clicked.connect(self._on_show_button_clicked)
        self._copy_button.clicked.connect(self.copy_requested)
        self._line.copy_requested.connect(self._on_line_copy_requested)
        self._reveal.timeout.connect(self.conceal)

    def _on_show_button_clicked(self) -> None:
        if self._reveal.isActive() or self._secret is None:
            self.conceal()
            return
        self._line.setText(self._secret)
        self._line.setCursorPosition(0)
        self._show_button.setText(self.tr("Hide"))
        self._reveal.start()

    def _on_line_copy_requested(self) -> None:
        if self._secret is not None:
            self.copy_requested.emit()
