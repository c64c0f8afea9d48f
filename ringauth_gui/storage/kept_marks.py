"""Marks in a file that all windows share what was done to what is kept."""

import secrets
import threading
from collections.abc import Mapping
from pathlib import Path

from ringauth_gui.moment import Clock
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.kept_mark import (
    Change,
    KeptMark,
    mark_from_members,
    mark_to_members,
    times_of,
)
from ringauth_gui.storage.shared_file import Members, SharedFile

MOST_MARKS = 500  # the latest; nobody has as many profiles
TRIED_SECONDS = 60.0  # the limits of a request and of the wait for a lock, in all
_FILE_NAME = "kept.json"


class KeptMarks:
    """The last mark of each profile.

    Where the file cannot be used, other windows notice at their own next refresh.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Take the folder for the shared file, and the clock."""
        self._file = SharedFile(folder / _FILE_NAME)
        self._clock = clock
        self._known: Mapping[str, KeptMark] = {}
        self._seen: tuple[int, int, int] | None = None
        self._lock = threading.Lock()
        self.window = secrets.token_hex(8)

    def known(self, profile_id: str) -> KeptMark | None:
        """Return the profile's last mark, without looking anything up."""
        return self._known.get(profile_id)

    def is_outdated(self) -> bool:
        """Return whether another window may have marked something since."""
        return self._file.stamp != self._seen

    def look(self) -> None:
        """Read the marks as they are by now."""
        with self._lock:
            self._seen = self._file.stamp
            self._remember(self._file.read())

    def was_tried(self, profile_id: str, token: Token) -> bool:
        """Return whether a window tried just now to refresh ``token`` by itself."""
        self.look()
        mark = self.known(profile_id)
        if mark is None or mark.change is not Change.TRIED or mark.times is None:
            return False
        age = self._clock().wall - mark.at
        return mark.times.are_of(token) and 0 <= age <= TRIED_SECONDS

    def mark(
        self, profile_id: str, change: Change, app: str, token: Token | None
    ) -> None:
        """Tell the other windows of a ``change``, after it was made and verified.

        Args:
            profile_id: The profile's opaque ID.
            change: What was done.
            app: An opaque name of the app and server that it is kept for.
            token: What is kept since; of a change of secrets only it is not known.
        """

        def changed(members: Members) -> Members:
            before = mark_from_members(members.get(profile_id))
            number = 1 if before is None else before.number + 1
            at, times = self._clock().wall, times_of(token)
            if change is Change.SECRETS and before is not None:
                times = before.times
            mark = KeptMark(change, number, at, app, self.window, times)
            return _latest({**members, profile_id: mark_to_members(mark)})

        with self._lock:
            self._file.change(changed)

    def _remember(self, untrusted: Members) -> None:
        now, known = self._clock(), {}
        for profile_id, members in untrusted.items():
            mark = mark_from_members(members, now)
            before = self._known.get(profile_id)
            if mark is not None and before is not None:
                # As it was timed when it was read first: a clock set back since then
                # lengthens nothing (R19).
                mark = before if mark.identity == before.identity else mark
            if mark is not None:
                known[profile_id] = mark
        self._known = known


def _latest(members: Members) -> Members:
    marks = {key: mark_from_members(each) for key, each in members.items()}
    known = [(mark.at, key) for key, mark in marks.items() if mark is not None]
    return {key: members[key] for _, key in sorted(known)[-MOST_MARKS:]}
