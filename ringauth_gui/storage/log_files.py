"""The log's files: one for each window, owner-only, never larger than stated."""

import contextlib
import logging
import logging.handlers
import stat
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path

from typing_extensions import override

from ringauth_gui.storage.files import make_own_folder

LARGEST = 512 * 1024  # of one file; a window has two at most
MOST_FILES = 20  # that a start leaves of earlier windows, its own included
OWN = stat.S_IRUSR | stat.S_IWUSR

_PATTERN = "ringauth-*.log"


class LogFile(logging.handlers.RotatingFileHandler):
    """One window's file, with one earlier part.

    No record can fail: a disk that is full or gone must not disturb the window. A file
    that somebody removed is made anew.
    """

    def __init__(self, path: Path) -> None:
        """Write to ``path``, which is there already."""
        super().__init__(
            path,
            maxBytes=LARGEST,
            backupCount=1,
            encoding="utf-8",
            errors="backslashreplace",
        )
        self.setFormatter(logging.Formatter("%(message)s"))

    @override
    def emit(self, record: logging.LogRecord) -> None:
        """Write the record, in a new file where the old one was removed."""
        if not Path(self.baseFilename).exists():
            self._let_go()
        super().emit(record)

    @override
    def rotation_filename(self, default_name: str) -> str:
        """Return a name that is opened like the file's own."""
        path = Path(self.baseFilename)
        return str(path.with_name(f"{path.stem}.earlier{path.suffix}"))

    @override
    def close(self) -> None:
        """Close the file, with what the disk has no room for left out."""
        with contextlib.suppress(OSError):
            super().close()

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: there is nobody to tell."""

    def _let_go(self) -> None:
        stream, self.stream = self.stream, None
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()

    @override
    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).touch(mode=OWN)
        return super()._open()


def new_log_file(folder: Path, wall: float, process: int) -> LogFile:
    """Make a file for a window that started at ``wall``, and remove the oldest ones.

    Raises:
        OSError: It cannot be made.
    """
    make_own_folder(folder)
    when = datetime.fromtimestamp(wall, UTC).strftime("%Y%m%dT%H%M%SZ")
    path = folder / f"ringauth-{when}-{process}.log"
    path.touch(mode=OWN)
    _remove_oldest(folder)
    return LogFile(path)


def last_lines(folder: Path, process: int, most: int) -> list[str]:
    """Return the last lines that a window wrote, as far as they can be read."""
    # Systems use numbers of processes again; the names tell which file is the newest.
    for path in sorted(folder.glob(f"ringauth-*-{process}.log"), reverse=True):
        with contextlib.suppress(OSError):
            text = path.read_text(encoding="utf-8", errors="replace")
            return text.splitlines()[-most:]
    return []


def _remove_oldest(folder: Path) -> None:
    """Leave the files that were written to last; other windows may do it too."""
    known = []
    for path in folder.glob(_PATTERN):
        with contextlib.suppress(OSError):
            known.append((path.stat().st_mtime_ns, path))
    for _, path in sorted(known)[:-MOST_FILES]:
        with contextlib.suppress(OSError):
            path.unlink()
