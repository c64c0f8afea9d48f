"""The field for the address that a browser on another computer ended on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ringauth_gui.gui.line_edit import LineEdit
from ringauth_gui.gui.plain_label import PlainLabel, set_style_property


class PastedAddress(QWidget):
    """Takes an address, and marks it when it is not the answer.

    Signals:
        address_given: What was pasted.
    """

    address_given = Signal(str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._heading = PlainLabel(self.tr("Browser on another computer?"))
        bold = self._heading.font()
        bold.setBold(True)
        self._heading.setFont(bold)
        self._advice = PlainLabel(
            self.tr(
                "Open the link there, sign in, then paste the address it ends on. "
                "Paste it here only, never to a person."
            ),
            "small",
        )
        self._edit = LineEdit()
        self._edit.setObjectName("pastedAddressEdit")
        self._edit.setAccessibleName(self.tr("Pasted address"))
        self._use = QPushButton(self.tr("&Use address"))
        self._use.setObjectName("useAddressButton")
        self._use.setAccessibleName(self.tr("Use address"))
        self._reason = PlainLabel(role="error")
        self._reason.setObjectName("pastedAddressReason")
        self._lay_out()
        self._connect()
        self.clear()

    def show_redirect_uri(self, redirect_uri: str) -> None:
        """Show what the address begins with."""
        self._edit.setPlaceholderText(f"{redirect_uri}?code=…")

    def reject(self, reason: str) -> None:
        """Mark what was pasted and say why it is not the answer; it stays."""
        self._show_reason(reason)
        self._edit.setFocus()

    def clear(self) -> None:
        """Forget what was pasted: it holds a code."""
        self._edit.setText("")
        self._on_edit_text_changed("")

    def _show_reason(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._edit.setAccessibleDescription(reason)
        set_style_property(self._edit, "invalid", bool(reason))

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(4)
        layout.addWidget(self._heading, 0, 0, 1, 2)
        layout.addWidget(self._advice, 1, 0, 1, 2)
        layout.addWidget(self._edit, 2, 0)
        layout.addWidget(self._use, 2, 1)
        layout.addWidget(self._reason, 3, 0, 1, 2)
        layout.setColumnStretch(0, 1)

    def _connect(self) -> None:
        self._edit.textChanged.connect(self._on_edit_text_changed)
        self._edit.returnPressed.connect(self._use.click)
        self._use.clicked.connect(self._on_use_clicked)

    def _on_edit_text_changed(self, text: str) -> None:
        self._show_reason("")
        has_text = bool(text.strip())
        self._use.setEnabled(has_text)
        self._use.setToolTip("" if has_text else self.tr("Paste the address first."))

    def _on_use_clicked(self) -> None:
        self.address_given.emit(self._edit.text().strip())
