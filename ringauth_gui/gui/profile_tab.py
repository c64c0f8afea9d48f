"""The Profile tab, whose editor is built when somebody first looks at it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from typing_extensions import override

from ringauth_gui.gui.late_tab import LateTab
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.late import Late
from ringauth_gui.moment import Clock
from ringauth_gui.storage.profile import ServerKind

if TYPE_CHECKING:
    from ringauth_gui.gui.metadata_reader import MetadataReader
    from ringauth_gui.gui.practice_app import PracticeApp
    from ringauth_gui.gui.profile_draft import ProfileDraft
    from ringauth_gui.gui.profile_editor import ProfileEditor


class ProfileTab(LateTab["ProfileEditor"]):
    """Edits the profile in sight, as ``ProfileEditor`` does.

    Signals:
        looked_at: The tab came into sight.
        saved, saved_aside, copy_requested, forget_requested, changed_elsewhere: As
            ``ProfileEditor``'s.
    """

    looked_at = Signal()
    saved = Signal(object)
    saved_aside = Signal(object)
    copy_requested = Signal(str)
    forget_requested = Signal(str)
    changed_elsewhere = Signal(object)

    def __init__(
        self,
        practice_apps: "Callable[[], Sequence[PracticeApp]]",
        reader: "Late[MetadataReader]",
        clock: Clock,
    ) -> None:
        """Build nothing yet."""
        super().__init__()
        self._practice_apps = practice_apps
        self._reader = reader
        self._clock = clock

    def show_state(self, state: SessionState, other_names: Sequence[str]) -> None:
        """Show the profile of ``state``."""
        self._tell("profile", lambda editor: editor.show_state(state, other_names))

    def show_new(
        self,
        server: ServerKind,
        names: Sequence[str],
        draft: "ProfileDraft | None" = None,
    ) -> None:
        """Show the fields of a new profile, as ``ProfileEditor.show_new`` does."""
        self._tell("profile", lambda editor: editor.show_new(server, names, draft))

    def set_secret_place(self, place: str) -> None:
        """Say where secrets are kept."""
        self._tell("secret place", lambda editor: editor.set_secret_place(place))

    def is_typed(self, profile_id: str) -> bool:
        """Return whether something is typed for the profile that is not saved."""
        editor = self._panel.built
        return editor is not None and editor.is_typed(profile_id)

    def forget_typed(self, profile_id: str) -> None:
        """Forget what is typed for a profile that is gone."""
        if self._panel.built is not None:
            self._panel.built.forget_typed(profile_id)

    def focus(self, field: str) -> None:
        """Put the cursor into ``field``."""
        self._panel().focus(field)

    def select(self, field: str) -> None:
        """Put the cursor into ``field``, with all of its text selected."""
        self._panel().select(field)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Tell that somebody looks at it."""
        super().showEvent(event)
        self.looked_at.emit()

    @override
    def _built(self) -> "ProfileEditor":
        from ringauth_gui.gui.profile_editor import ProfileEditor

        editor = ProfileEditor(self._practice_apps(), self._reader(), self._clock)
        editor.saved.connect(self.saved)
        editor.saved_aside.connect(self.saved_aside)
        editor.copy_requested.connect(self.copy_requested)
        editor.forget_requested.connect(self.forget_requested)
        editor.changed_elsewhere.connect(self.changed_elsewhere)
        return editor
