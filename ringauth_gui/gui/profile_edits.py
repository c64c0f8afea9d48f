"""Does what is wished on the Profile tab, where others may edit the profile too."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ringauth_gui.gui.profile_secrets import NO_NEW_SECRETS, NewSecrets
from ringauth_gui.gui.profile_tab import ProfileTab
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.gui.session import Session
    from ringauth_gui.gui.typed_draft import Typed


class ProfileEdits(QObject):
    """Saves what was typed, and settles what was deleted elsewhere meanwhile.

    Signals:
        saved: The id of a profile that was saved just now.
    """

    saved = Signal(str)

    def __init__(self, tab: ProfileTab, sessions: SessionList) -> None:
        """Listen to ``tab``."""
        super().__init__(tab)
        self._tab = tab
        self._sessions = sessions
        tab.saved.connect(self._on_tab_saved)
        tab.saved_aside.connect(self._on_tab_saved_aside)
        # Queued: what it says comes after the state that is being shown just now.
        tab.changed_elsewhere.connect(
            self._on_tab_changed_elsewhere, Qt.ConnectionType.QueuedConnection
        )

    def keep_deleted(self, session: "Session") -> None:
        """Keep a profile that was deleted elsewhere."""
        session.show_message(None)
        self._sessions.keep_wanted.emit(session.state.profile.id)

    def remove_deleted(self, session: "Session") -> None:
        """Remove a profile that was deleted elsewhere, and what is typed for it."""
        session.cancel()
        session.answers.decline()
        profile_id = session.state.profile.id
        self._tab.forget_typed(profile_id)
        self._sessions.remove(profile_id)

    def _on_tab_saved(self, saved: tuple[Profile, NewSecrets]) -> None:
        profile, entered = saved
        self._sessions.keep(profile, entered)
        self.saved.emit(profile.id)

    def _on_tab_saved_aside(
        self, saved: tuple[Profile | None, Profile, NewSecrets]
    ) -> None:
        """Save over the profile as it is by now, not as it was when it was edited."""
        from ringauth_gui.gui.session_keeping import is_same_app
        from ringauth_gui.storage.profile_merge import merge_profiles

        before, profile, entered = saved
        session = self._sessions.get(profile.id)
        if before is not None and session is not None:
            sides = ([before], [profile], [session.state.profile])
            [merged] = merge_profiles(*sides).profiles
            entered = entered if is_same_app(merged, profile) else NO_NEW_SECRETS
            profile = merged
        self._sessions.keep(profile, entered)

    def _on_tab_changed_elsewhere(self, typed: "Typed") -> None:
        from ringauth_gui.gui.sync_words import changed_message

        session = self._sessions.current
        if session is not None:
            session.show_message(changed_message(typed))
