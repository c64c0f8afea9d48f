"""A file that holds one JSON object with a schema version."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.moment import Clock
from ringauth_gui.storage import files

VERSION = 1


@dataclass(frozen=True)
class LoadedFile:
    """What a JSON file held.

    Attributes:
        members: The object's members, without the version.
        set_aside: Where the file is now, when it was no such object.
        read_only: Whether it must not be written by this version of RingAuth.
        problem: What is wrong, in a sentence; None when nothing is.
    """

    members: Mapping[str, object] = field(default_factory=dict)
    set_aside: Path | None = None
    read_only: bool = False
    problem: str | None = None


class JsonFile:
    """Reads and replaces one JSON file."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Take where the file is, and the clock for names of files set aside."""
        self._path = path
        self._clock = clock
        self._why_read_only: str | None = None

    def load(self) -> LoadedFile:
        """Return what the file holds; what is wrong with it is told, never raised."""
        try:
            content = files.read_bytes(self._path)
        except ProfileFileError as error:
            return self._unreadable(str(error))
        if content is None:
            return LoadedFile()
        try:
            version, members = _parse(content)
        except (ValueError, RecursionError):
            return self._broken()
        if version > VERSION:
            self._why_read_only = (
                f"{self._path.name} was written by a newer RingAuth; "
                "changes are not saved."
            )
            return LoadedFile(members, read_only=True, problem=self._why_read_only)
        return LoadedFile(members)

    def save(self, members: Mapping[str, object]) -> None:
        """Replace the file.

        Raises:
            ProfileFileError: It cannot be written, or must not be.
        """
        if self._why_read_only is not None:
            raise ProfileFileError(self._why_read_only)
        files.write_atomically(self._path, _to_text(members))

    def keep_copy(self, members: Mapping[str, object]) -> Path:
        """Keep ``members`` in a file with a new name beside this one, and return it.

        Raises:
            ProfileFileError: They cannot be kept.
        """
        return files.write_aside(self._path, _to_text(members), self._clock().wall)

    def _broken(self) -> LoadedFile:
        try:
            aside = files.set_aside(self._path, self._clock().wall)
        except ProfileFileError as error:
            return self._unreadable(f"{self._path.name} is damaged. {error}")
        problem = f"{self._path.name} was damaged and is now named {aside.name}."
        return LoadedFile(set_aside=aside, problem=problem)

    def _unreadable(self, problem: str) -> LoadedFile:
        # What could not be read must not be replaced by what is in memory.
        self._why_read_only = problem
        return LoadedFile(read_only=True, problem=problem)


def _parse(content: bytes) -> tuple[int, dict[str, object]]:
    document = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse_constant)
    if not isinstance(document, dict):
        raise ValueError("no object")  # noqa: TRY004 - one type for all junk
    version = document.pop("version", None)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ValueError("no version")
    # Half a surrogate pair and 1e999 can be read but never written again.
    json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
    return version, document


def _to_text(members: Mapping[str, object]) -> str:
    document = {**members, "version": VERSION}
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n"


def _refuse_constant(name: str) -> object:
    raise ValueError(name)
