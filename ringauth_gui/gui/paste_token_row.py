"""One field of the dialog for a token from elsewhere, and what it says of it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.gui.plain_label import PlainLabel, set_role
from ringauth_gui.gui.secret_edit import SecretEdit, SecretRow
from ringauth_gui.gui.token_rows import LOOKS_LIKE_JWT
from ringauth_gui.oauth.pasted_token import PastedText, read_pasted


class PasteTokenRow(QWidget):
    """A masked field for a token.

    Signals:
        changed: Something else is typed.
    """

    changed = Signal()

    def __init__(self, name: str, label: str, note: str) -> None:
        """Ask for a token.

        Args:
            name: ``access_token`` or ``refresh_token``.
            label: With a mnemonic.
            note: Said below the field while nothing is wrong with it.
        """
        super().__init__()
        self._name = name
        self._label = label.replace("&", "")
        self._note = note
        camel = "".join(part.capitalize() for part in name.split("_"))
        self.edit = SecretEdit()
        self.edit.setObjectName(f"pasted{camel}Edit")
        self.edit.setAccessibleName(self._label)
        show = QCoreApplication.translate("PasteTokenRow", "Show pasted {0}")
        row = SecretRow(
            label, self.edit, f"showPasted{camel}Button", show.format(self._spoken)
        )
        self._said = PlainLabel(role="small")
        self._said.setObjectName(f"pasted{camel}Said")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(row)
        layout.addWidget(self._said)
        self.edit.textChanged.connect(self._on_edit_text_changed)
        self._on_edit_text_changed()

    @property
    def pasted(self) -> PastedText | None:
        """What was pasted; None when it cannot be a token."""
        try:
            return read_pasted(self.edit.text(), self._name, self._spoken)
        except ConfigurationError:
            return None

    @property
    def _spoken(self) -> str:
        return self._label.lower()

    def _on_edit_text_changed(self) -> None:
        role, text = self._words()
        set_role(self._said, role)
        self._said.setText(text)
        self.edit.setAccessibleDescription(text)
        self.changed.emit()

    def _words(self) -> tuple[str, str]:
        try:
            pasted = read_pasted(self.edit.text(), self._name, self._spoken)
        except ConfigurationError as error:
            return "error", error.reason
        said = []
        if pasted.removed:
            text = self.tr("Left out, because no token has them: {0}.")
            said.append(text.format(", ".join(pasted.removed)))
        if pasted.is_jwt:
            return "error", " ".join([LOOKS_LIKE_JWT, *said])
        return "small", " ".join(said) or self._note
