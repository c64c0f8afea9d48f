"""Opens the keyring, says what came of it, and takes what a person answers."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from ringauth_gui.gui.background import BackgroundRunner, reraise
from ringauth_gui.gui.keyring_messages import accepted_keyring, unusable_keyring
from ringauth_gui.gui.keyring_note import KeyringNote
from ringauth_gui.gui.message import Message
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.storage.opened_keyring import OpenedKeyring

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class KeyringDoor:
    """What opens the keyring; both may block, and are called on workers.

    Attributes:
        open: Returns what secrets go to.
        accept: Remembers that a person accepts a keyring of this class.
    """

    open: Callable[[], OpenedKeyring]
    accept: Callable[[str], None]


class KeyringOpening:
    """Tells once that nothing is kept, when a profile has nothing else to say."""

    def __init__(
        self,
        door: KeyringDoor,
        note: KeyringNote,
        sessions: SessionList,
        runner: BackgroundRunner,
    ) -> None:
        """Take what opens the keyring, and where to tell of it."""
        self._door = door
        self._note = note
        self._sessions = sessions
        self._runner = runner
        self._message: Message | None = None
        self._unknown = ""
        note.accepted.connect(self._on_note_accepted)
        sessions.current_changed.connect(self._show_message)

    def start(self) -> None:
        """Open the keyring."""
        self._runner.run(self._door.open, self._on_door_opened, self._on_door_failed)

    def _show_message(self) -> None:
        session = self._sessions.current
        if session is not None and session.state.message is None:
            message, self._message = self._message, None
            if message is not None:
                session.show_message(message)

    def _on_door_opened(self, opened: OpenedKeyring) -> None:
        _log.info("Keyring in use: %s", opened.store.name)
        self._note.show_keyring(opened.store.name, opened.problem)
        if opened.problem is not None:
            _log.info("Not the system's: %s", opened.problem)
            self._unknown = opened.unknown
            self._message = unusable_keyring(
                opened.problem, may_be_accepted=bool(opened.unknown)
            )
            self._show_message()

    def _on_door_failed(self, error: Exception) -> None:
        self._note.show_failure()
        reraise(error)

    def _on_note_accepted(self) -> None:
        class_name = self._unknown

        def told(_nothing: object) -> None:
            if self._sessions.current is not None:
                self._sessions.current.show_message(accepted_keyring(class_name))

        self._runner.run(lambda: self._door.accept(class_name), told, reraise)
