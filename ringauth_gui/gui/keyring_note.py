"""What the window says of the keyring in use."""

from PySide6.QtCore import QObject, Signal

from ringauth_gui.gui.keyring_messages import unusable_keyring
from ringauth_gui.gui.keyring_text import keyring_text
from ringauth_gui.gui.message import Message


class KeyringNote(QObject):
    """Knows what to say of the keyring; nobody knows of one before it was opened.

    Attributes:
        text: For the status line.
        secret_place: Where secrets are kept, for a sentence.

    Signals:
        changed: There is something else to say.
        accepted: A person accepts the keyring of this class, which nobody knows.
    """

    changed = Signal()
    accepted = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Say that the keyring is being looked for."""
        super().__init__(parent)
        self.text = self.tr("Keyring: looking…")
        self.secret_place = self.tr("this computer's keyring")
        self._message: Message | None = None
        self._unknown = ""

    def show_keyring(self, name: str, problem: str | None, unknown: str = "") -> None:
        """Say that ``name`` is in use, or the ``problem`` for which none is.

        Args:
            name: Of what secrets go to.
            problem: Why it is no keyring.
            unknown: The class of a keyring that a person may accept.
        """
        self._unknown = unknown
        if problem is not None:
            self._message = unusable_keyring(problem, may_be_accepted=bool(unknown))
        self.text = keyring_text(name, problem)
        self.secret_place = (
            self.tr("this computer's keyring")
            if problem is None
            else self.tr("memory until RingAuth closes")
        )
        self.changed.emit()

    def take_message(self) -> Message | None:
        """Return what the message bar is to say; it is said once."""
        message, self._message = self._message, None
        return message

    def accept(self) -> None:
        """Accept the keyring that nobody knows."""
        self.accepted.emit(self._unknown)

    def show_failure(self) -> None:
        """Say that nobody knows of a keyring."""
        self.text = self.tr("Keyring: not known, it could not be asked")
        self.changed.emit()
