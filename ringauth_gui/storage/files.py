"""Files that are replaced whole, are their owner's alone, and are never half there."""

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from ringauth_gui.errors import ProfileFileError

LARGEST_FILE = 5 * 1024 * 1024
TEMPORARY = ".tmp"  # how the name of a file ends that is not complete yet
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
# Opening a named pipe must not wait for somebody at its other end; Windows has none.
_READ_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

Stamp = tuple[int, int, int]


def make_own_folder(folder: Path) -> None:
    """Make the folder its owner's alone, and so each that has to be made above it.

    Raises:
        OSError: It cannot be made.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=stat.S_IRWXU, exist_ok=True)
    status = folder.stat()
    if _is_own(status) and status.st_mode & _OTHERS:
        folder.chmod(stat.S_IRWXU)


def stamp(path: Path) -> Stamp | None:
    """Return what is different once the file was changed; None while there is none."""
    try:
        status = path.stat()
    except (OSError, RuntimeError):  # the latter: as in plain_reasons
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def read_bytes(
    path: Path, limit: int = LARGEST_FILE, *, is_ours: bool = True
) -> bytes | None:
    """Return what the file holds, or None when there is no file.

    Args:
        path: The file.
        limit: The most bytes that it may hold.
        is_ours: Whether it has to be the person's own, and theirs alone: others may
            not read it from then on.

    Raises:
        ProfileFileError: It cannot be read, is no plain file, or exceeds ``limit``.
    """
    with plain_reasons(path, "read"):
        try:
            target = own_target(path)
            _refuse_special(path, target.stat())  # not even opened
            descriptor = os.open(target, _READ_FLAGS)
        except FileNotFoundError:
            return None
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            _refuse_special(path, status)
            if is_ours:
                _refuse_anothers(path, status)
                _tighten(descriptor, status)
            content = file.read(limit + 1)
    if len(content) > limit:
        raise ProfileFileError(f"{path.name} is larger than {limit} bytes.")
    return content


def write_atomically(path: Path, text: str, *, lasting: bool = True) -> None:
    """Replace the file's content, so that it is the old or the new one, never a mix.

    Args:
        path: The file.
        text: Its new content.
        lasting: Whether to wait until it would outlive a power cut.

    Raises:
        ProfileFileError: It cannot be written; the old content is untouched.
    """
    with plain_reasons(path, "written"):
        make_own_folder(path.parent)
    write_where_it_is(path, text, lasting=lasting)


def write_where_it_is(path: Path, text: str, *, lasting: bool = True) -> None:
    """Do as write_atomically, in a folder that is there and stays as it is.

    Raises:
        ProfileFileError: It cannot be written; the old content is untouched.
    """
    write_parts(path, [text], lasting=lasting)


def write_parts(path: Path, parts: Iterable[str], *, lasting: bool = True) -> None:
    """Do as write_where_it_is with a text that is made part by part.

    Raises:
        ProfileFileError: It cannot be written; the old content is untouched.
        Exception: Whatever the making of ``parts`` raises; likewise.
    """
    with plain_reasons(path, "written"):
        target = own_target(path)
        if target.exists():
            _refuse_to_replace(path, target.stat())
        replace_file(target, parts, lasting=lasting)


@contextlib.contextmanager
def plain_reasons(path: Path, done: str) -> Iterator[None]:
    """Make sentences of what the system refuses: what cannot be ``done`` and why.

    Raises:
        ProfileFileError: Something was refused.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ProfileFileError(f"{path.name} cannot be {done}: {reason}.") from error
    except RuntimeError as error:  # pathlib before 3.13, for links that go in a circle
        raise ProfileFileError(f"{path.name} cannot be {done}: a link.") from error


def _refuse_special(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise ProfileFileError(f"{path.name} is not a plain file and is not used.")


def _refuse_anothers(path: Path, status: os.stat_result) -> None:
    if not _is_own(status):
        raise ProfileFileError(f"{path.name} is another user's file and is not used.")


def _refuse_to_replace(path: Path, status: os.stat_result) -> None:
    _refuse_special(path, status)
    _refuse_anothers(path, status)
    if not status.st_mode & stat.S_IWUSR:  # a new file would not ask for leave
        raise ProfileFileError(f"{path.name} cannot be written: it is read-only.")


def _tighten(descriptor: int, status: os.stat_result) -> None:
    if status.st_mode & _OTHERS and hasattr(os, "fchmod"):
        with contextlib.suppress(OSError):  # on a disk that is read-only
            os.fchmod(descriptor, stat.S_IMODE(status.st_mode) & ~_OTHERS)


def own_target(path: Path) -> Path:
    """Return the file behind ``path``; a link must be the person's own (PF-10).

    Raises:
        ProfileFileError: It is somebody else's, or its target is.
    """
    if not path.is_symlink():
        return path
    target = path.resolve()
    if not _is_own(path.lstat()) or (target.exists() and not _is_own(target.stat())):
        raise ProfileFileError(f"{path.name} is another user's link and is not used.")
    return target


def _is_own(status: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()


def replace_file(target: Path, parts: Iterable[str], *, lasting: bool = True) -> None:
    """Put a file of the person's own with the text of ``parts`` in place of ``target``.

    Raises:
        OSError: It cannot be written; the old content is untouched.
    """
    descriptor, name = tempfile.mkstemp(
        prefix=f".{target.name}-", suffix=TEMPORARY, dir=target.parent
    )
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(part.encode() for part in parts)
            if lasting:
                file.flush()
                os.fsync(descriptor)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if lasting:
        _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    # Without this a power cut may bring the old name back; some systems cannot do it.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
