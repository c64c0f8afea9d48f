"""Does what a person wishes with the list of profiles."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ringauth_gui.gui.list_states import ListStates, why_no_move
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.late import Late
from ringauth_gui.moment import Clock

if TYPE_CHECKING:
    from ringauth_gui.gui.deleted_profiles import DeletedProfiles
    from ringauth_gui.gui.profile_menu import ProfileMenu
    from ringauth_gui.gui.profile_page import ProfilePage
    from ringauth_gui.gui.session import Session
    from ringauth_gui.gui.side_list import SideList


class ListWishes(QObject):
    """Duplicates, renames, moves, finds and deletes profiles, and undoes that.

    Signals:
        changed: Other things can be done now.
        said: A Message that belongs to no profile; None when it is over.
        copied: A copy came into sight and wants a name.
        revoke_wanted: The profile in sight came back to be revoked.
    """

    changed = Signal()
    said = Signal(object)
    copied = Signal()
    revoke_wanted = Signal()

    def __init__(
        self, sessions: SessionList, side_list: "Late[SideList]", clock: Clock
    ) -> None:
        """Wish with ``sessions``, as ``side_list`` shows them."""
        super().__init__(sessions)
        self._sessions = sessions
        self._side_list = side_list
        self._clock = clock
        self._deleted = Late(self._new_deleted)

    def listen_for(self, menu: "ProfileMenu") -> None:
        """Do what is chosen in ``menu`` from now on."""
        menu.duplicate.connect(self.duplicate)
        menu.rename.connect(self.rename)
        menu.delete.connect(self.delete)
        menu.undo.connect(self.undo)
        menu.move_requested.connect(self.move)
        menu.filter.connect(lambda: self._side_list().start_filter())
        menu.neighbour_requested.connect(self.select_neighbour)

    def listen_to(self, side_list: "SideList", page: "ProfilePage") -> None:
        """Do what a person does in the list, and wishes on ``page``, from now on."""
        side_list.delete_requested.connect(self.delete)
        side_list.renamed.connect(self._on_side_list_renamed)
        side_list.moved.connect(self._move_to)
        side_list.filter_changed.connect(self.changed)
        page.message_bar.action_requested.connect(self.act)
        self.revoke_wanted.connect(page.ask_revoke)
        self.copied.connect(page.name_copy)

    def states(self, in_sight: "Session | None") -> ListStates:
        """Return what can be done while the profile of ``in_sight`` is shown."""
        deleted, nothing = self._deleted.built, ListStates()
        undo = None if deleted is not None and deleted.can_undo else nothing.undo
        if in_sight is None:
            return replace(nothing, undo=undo)
        side_list = self._side_list.built
        is_filtered = side_list is not None and side_list.is_filtered
        place = self._sessions.place_of(in_sight.state.profile.id)
        last = len(self._sessions.sessions) - 1
        return ListStates(
            edit=None,
            delete=in_sight.state.why_no_removal(),
            undo=undo,
            move_up=why_no_move(place - 1, last, is_filtered=is_filtered),
            move_down=why_no_move(place + 1, last, is_filtered=is_filtered),
        )

    def duplicate(self) -> None:
        """Make a profile like the one in sight, without its secrets, and show it."""
        from ringauth_gui.gui.profile_copy import copy_message, copy_of

        current = self._sessions.current
        if current is None:
            return
        profile = current.state.profile
        copy = copy_of(profile, self._sessions.names)
        self._sessions.insert(copy, self._sessions.place_of(profile.id) + 1)
        self._sessions.save()
        self._sessions.select(copy.id)
        if self._sessions.current is not None:
            self._sessions.current.show_message(copy_message(profile))
        self.copied.emit()

    def rename(self) -> None:
        """Let the person rename the profile in sight where it stands in the list."""
        if self._sessions.current is not None:
            self._side_list().rename(self._sessions.current.state.profile.id)

    def delete(self) -> None:
        """Delete the profile in sight."""
        if self._sessions.current is not None:
            self._deleted().delete(self._sessions.current)

    def undo(self) -> None:
        """Bring back the profile that was deleted last."""
        self._deleted().undo()

    def move(self, distance: int) -> None:
        """Move the profile in sight ``distance`` rows down, or up when negative."""
        if self._sessions.current is not None:
            profile_id = self._sessions.current.state.profile.id
            self._move_to(profile_id, self._sessions.place_of(profile_id) + distance)

    def select_neighbour(self, distance: int) -> None:
        """Bring the profile ``distance`` shown rows further down into sight."""
        shown = list(self._side_list().shown_ids)
        current = self._sessions.current
        if current is None or not shown:
            return
        profile_id = current.state.profile.id
        if profile_id not in shown:
            self._sessions.select(shown[0 if distance > 0 else -1])
            return
        at = shown.index(profile_id) + distance
        if 0 <= at < len(shown):
            self._sessions.select(shown[at])

    def act(self, key: str) -> None:
        """Do what a button of a message offers."""
        from ringauth_gui.gui.deletion_words import UNDO, UNDO_TO_REVOKE

        if key == UNDO:
            self.undo()
        elif key == UNDO_TO_REVOKE:
            self._deleted().undo(self._ask_to_revoke)

    def _ask_to_revoke(self, session: "Session") -> None:
        is_possible = session.state.why_no_revoke(self._clock()) is None
        if is_possible and session is self._sessions.current:
            self.revoke_wanted.emit()

    def _move_to(self, profile_id: str, place: int) -> None:
        self._sessions.move(profile_id, place)
        self._sessions.save()
        self.changed.emit()

    def _on_side_list_renamed(self, profile_id: str, name: str) -> None:
        profile = self._sessions.find(lambda each: each.id == profile_id)
        if profile is not None:
            self._sessions.keep_options(replace(profile, name=name.strip()))

    def _new_deleted(self) -> "DeletedProfiles":
        from ringauth_gui.gui.deleted_profiles import DeletedProfiles

        new = DeletedProfiles(self._sessions, self._clock)
        new.changed.connect(self.changed)
        new.said.connect(self.said)
        return new
