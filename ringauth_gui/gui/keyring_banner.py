"""Says in the message bar that there is no keyring, and takes what is answered."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ringauth_gui.gui.background import BackgroundRunner, reraise
from ringauth_gui.gui.keyring_messages import accepted_keyring
from ringauth_gui.gui.keyring_note import KeyringNote
from ringauth_gui.gui.session_list import SessionList


class KeyringBanner(QObject):
    """Tells it once, as soon as a profile is in sight that has nothing else to say."""

    def __init__(
        self,
        note: KeyringNote,
        sessions: SessionList,
        runner: BackgroundRunner,
        accept: Callable[[str], None],
    ) -> None:
        """Tell what ``note`` knows.

        Args:
            note: What is to be said of the keyring.
            sessions: All profiles.
            runner: Runs work off the GUI thread.
            accept: Remembers that a keyring of this class is accepted; may block.
        """
        super().__init__(note)
        self._note = note
        self._sessions = sessions
        self._runner = runner
        self._accept = accept
        note.changed.connect(self._show)
        note.accepted.connect(self._on_note_accepted)
        sessions.current_changed.connect(self._show)

    def _show(self) -> None:
        session = self._sessions.current
        if session is None or session.state.message is not None:
            return
        message = self._note.take_message()
        if message is not None:
            session.show_message(message)

    def _on_note_accepted(self, class_name: str) -> None:
        self._runner.run(
            lambda: self._accept(class_name),
            lambda _nothing: self._on_accept_done(class_name),
            reraise,
        )

    def _on_accept_done(self, class_name: str) -> None:
        if self._sessions.current is not None:
            self._sessions.current.show_message(accepted_keyring(class_name))
