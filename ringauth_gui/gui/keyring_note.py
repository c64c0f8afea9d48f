"""What the window says of the keyring in use."""

from PySide6.QtCore import QObject, Signal

from ringauth_gui.gui.keyring_text import keyring_text


class KeyringNote(QObject):
    """Knows what to say of the keyring; nobody knows of one before it was opened.

    Attributes:
        text: For the status line.
        secret_place: Where secrets are kept, for a sentence.

    Signals:
        changed: There is something else to say.
        accepted: A person accepts the keyring that RingAuth does not know.
    """

    changed = Signal()
    accepted = Signal()

    def __init__(self, parent: QObject) -> None:
        """Say that the keyring is being looked for."""
        super().__init__(parent)
        self.text = self.tr("Keyring: looking…")
        self.secret_place = self.tr("this computer's keyring")

    def show_keyring(self, name: str, problem: str | None) -> None:
        """Say that ``name`` is in use, or the ``problem`` for which none is."""
        self.text = keyring_text(name, problem)
        self.secret_place = (
            self.tr("this computer's keyring")
            if problem is None
            else self.tr("memory until RingAuth closes")
        )
        self.changed.emit()

    def show_failure(self) -> None:
        """Say that nobody knows of a keyring."""
        self.text = self.tr("Keyring: not known, it could not be asked")
        self.changed.emit()
