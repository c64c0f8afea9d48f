"""A file that holds one JSON object with a schema version, and that windows share."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.json_object import json_object
from ringauth_gui.storage import files
from ringauth_gui.storage.file_lock import LockIsBusy, file_lock

VERSION = 1
LOCK_SECONDS = 2.0  # a save takes milliseconds; whoever holds it longer is stuck


@dataclass(frozen=True)
class LoadedFile:
    """What a JSON file held.

    Attributes:
        members: The object's members, without the version.
        found: Whether there was such an object; else the members say nothing.
        set_aside: Where the file is now, when it was no such object.
        read_only: Whether it must not be written by this version of RingAuth.
        problem: What is wrong, in a sentence; None when nothing is.
    """

    members: Mapping[str, object] = field(default_factory=dict)
    found: bool = False
    set_aside: Path | None = None
    read_only: bool = False
    problem: str | None = None


class JsonFile:
    """Reads and replaces one JSON file, each time as it is by then."""

    def __init__(
        self, path: Path, clock: Clock, limit_seconds: float = LOCK_SECONDS
    ) -> None:
        """Take the file, the clock for new names, and how long to wait for a lock."""
        self._path = path
        self._clock = clock
        self._limit_seconds = limit_seconds

    @property
    def stamp(self) -> files.Stamp | None:
        """What is different once the file was changed; None while there is none."""
        return files.stamp(self._path)

    def load(self) -> LoadedFile:
        """Return what the file holds; what is wrong with it is told, never raised.

        Junk is renamed first.
        """
        try:
            return self._parsed()
        except ProfileFileError as error:
            return _unreadable(str(error))
        except ValueError:
            return self._without_junk()

    def look(self) -> LoadedFile:
        """Return what the file holds, and leave it alone whatever it is."""
        try:
            return self._parsed()
        except (ProfileFileError, ValueError):
            return LoadedFile()

    def change(
        self, change: Callable[[LoadedFile], Mapping[str, object]]
    ) -> files.Stamp | None:
        """Write what ``change`` makes of what the file holds by now.

        Returns:
            The stamp of the file as it is then.

        Raises:
            ProfileFileError: It cannot be written, must not be, or another window
                holds its lock; it is as it was.
        """
        try:
            with file_lock(self._path.with_suffix(".lock"), self._limit_seconds):
                stamp = self.stamp  # before it is read, for those who take no lock
                loaded = self._loaded_for_change()
                members = change(loaded)
                if loaded.found and members == loaded.members:
                    return stamp
                files.write_atomically(self._path, self._text(members))
                return self.stamp
        except LockIsBusy as error:
            raise ProfileFileError(
                f"Another program is writing {self._path.name}."
            ) from error

    def keep_copy(self, members: Mapping[str, object], why: str) -> Path:
        """Keep ``members`` in a file whose new name says why, and return that.

        Raises:
            ProfileFileError: They cannot be kept.
        """
        from ringauth_gui.storage.aside_files import write_aside

        return write_aside(self._path, _to_text(members), self._clock().wall, why)

    def _text(self, members: Mapping[str, object]) -> str:
        text = _to_text(members)
        if len(text.encode()) > files.LARGEST_FILE:  # no start could read it
            raise ProfileFileError(
                f"{self._path.name} would be larger than {files.LARGEST_FILE} bytes."
            )
        return text

    def _loaded_for_change(self) -> LoadedFile:
        """Return what the file holds, for whoever has the lock."""
        try:
            loaded = self._parsed()
        except ValueError:
            loaded = self._renamed()
        if loaded.read_only:
            raise ProfileFileError(loaded.problem or "")
        return loaded

    def _parsed(self) -> LoadedFile:
        """Return what the file holds.

        Raises:
            ProfileFileError: It cannot be read.
            ValueError: It is junk.
        """
        content = files.read_bytes(self._path)
        if content is None:
            return LoadedFile()
        version, members = _parse(content)
        if version <= VERSION:
            return LoadedFile(members, found=True)
        problem = (
            f"{self._path.name} was written by a newer RingAuth; changes are not saved."
        )
        return LoadedFile(members, found=True, read_only=True, problem=problem)

    def _without_junk(self) -> LoadedFile:
        """Rename junk, unless another window has done so in the meantime."""
        try:
            with file_lock(self._path.with_suffix(".lock"), self._limit_seconds):
                try:
                    return self._parsed()
                except ValueError:
                    return self._renamed()
        except (LockIsBusy, ProfileFileError) as error:
            return _unreadable(f"{self._path.name} is damaged. {error}")

    def _renamed(self) -> LoadedFile:
        from ringauth_gui.storage.aside_files import set_aside

        aside = set_aside(self._path, self._clock().wall)
        problem = f"{self._path.name} was damaged and is now named {aside.name}."
        return LoadedFile(set_aside=aside, problem=problem)


def _unreadable(problem: str) -> LoadedFile:
    return LoadedFile(read_only=True, problem=problem)


def _parse(content: bytes) -> tuple[int, dict[str, object]]:
    # A member twice is junk as well: programs differ in which of the two they take.
    document = json_object(content)
    version = document.pop("version", None)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ValueError("no version")
    # Half a surrogate pair and 1e999 can be read but never written again.
    json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
    return version, document


def _to_text(members: Mapping[str, object]) -> str:
    document = {**members, "version": VERSION}
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)
    if len(text.encode()) >= files.LARGEST_FILE:
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n"
