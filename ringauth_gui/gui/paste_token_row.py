"""One field of the dialog for a token from elsewhere, and what it says of it."""

from PySide6.QtCore import QCoreApplication

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.gui.secret_edit import SecretEdit, SecretRow
from ringauth_gui.gui.token_rows import LOOKS_LIKE_JWT
from ringauth_gui.oauth.pasted_token import PastedText, read_pasted


class PasteTokenRow(SecretRow):
    """A masked field for a token."""

    def __init__(self, name: str, label: str, note: str) -> None:
        """Ask for a token.

        Args:
            name: ``AccessToken`` or ``RefreshToken``.
            label: With a mnemonic.
            note: Said below the field while nothing else is to be said.
        """
        plain = label.replace("&", "")
        edit = SecretEdit()
        edit.setObjectName(f"pasted{name}Edit")
        edit.setAccessibleName(plain)
        show = QCoreApplication.translate("PasteTokenRow", "Show pasted {0}")
        super().__init__(
            label, edit, f"showPasted{name}Button", show.format(plain.lower())
        )
        self._edit = edit
        self._spoken = plain.lower()
        self._hint = note
        self._edit.textChanged.connect(self._on_edit_text_changed)
        self.show_note(note)

    @property
    def pasted(self) -> PastedText | None:
        """What was pasted; None when it cannot be a token."""
        try:
            return self._read()
        except ConfigurationError:
            return None

    def forget(self) -> None:
        """Hold no secret any more."""
        self._edit.clear()

    def _read(self) -> PastedText:
        name = self._edit.objectName()
        return read_pasted(self._edit.text(), name, self._spoken)

    def _on_edit_text_changed(self) -> None:
        try:
            pasted = self._read()
        except ConfigurationError as error:
            self.show_note("")
            self.show_reason(error.reason)
            return
        said = [LOOKS_LIKE_JWT] if pasted.is_jwt else []
        if pasted.removed:
            text = self.tr("Left out, because no token has them: {0}.")
            said.append(text.format(", ".join(pasted.removed)))
        self.show_note(" ".join(said) or self._hint, is_warning=pasted.is_jwt)
