"""Files that are replaced whole, are their owner's alone, and are never half there."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from ringauth_gui.errors import ProfileFileError

LARGEST_FILE = 5 * 1024 * 1024
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
# Opening a named pipe must not wait for somebody at its other end; Windows has none.
_READ_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


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


def read_bytes(path: Path, limit: int = LARGEST_FILE) -> bytes | None:
    """Return what the file holds, or None when there is no file.

    Raises:
        ProfileFileError: It cannot be read, is no plain file, or exceeds ``limit``.
    """
    with _plain_reasons(path, "read"):
        try:
            descriptor = os.open(_target(path), _READ_FLAGS)
        except FileNotFoundError:
            return None
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise _special(path)
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
    with _plain_reasons(path, "written"):
        make_own_folder(path.parent)
        target = _target(path)
        if target.exists() and not target.is_file():
            raise _special(path)
        _replace(target, text, lasting=lasting)


def set_aside(path: Path, wall: float) -> Path:
    """Rename the file to a new name that says when, and return that name.

    Raises:
        ProfileFileError: It cannot be renamed.
    """
    with _plain_reasons(path, "set aside"):
        target = _target(path)
        aside = _claim_free_name(target, wall)
        target.replace(aside)
        return aside


def write_aside(path: Path, text: str, wall: float) -> Path:
    """Keep ``text`` beside the file, under a new name that says when.

    Raises:
        ProfileFileError: It cannot be kept.
    """
    with _plain_reasons(path, "set aside"):
        aside = _claim_free_name(_target(path), wall)
        _replace(aside, text)
        return aside


@contextlib.contextmanager
def _plain_reasons(path: Path, done: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ProfileFileError(f"{path.name} cannot be {done}: {reason}.") from error
    except RuntimeError as error:  # pathlib before 3.13, for links that go in a circle
        raise ProfileFileError(f"{path.name} cannot be {done}: a link.") from error


def _special(path: Path) -> ProfileFileError:
    return ProfileFileError(f"{path.name} is not a plain file and is not used.")


def _target(path: Path) -> Path:
    """Return the file behind ``path``; a link must be the person's own (PF-10)."""
    if not path.is_symlink():
        return path
    target = path.resolve()
    if not _is_own(path.lstat()) or (target.exists() and not _is_own(target.stat())):
        raise ProfileFileError(f"{path.name} is another user's link and is not used.")
    return target


def _is_own(status: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()


def _replace(target: Path, text: str, *, lasting: bool = True) -> None:
    descriptor, name = tempfile.mkstemp(
        prefix=f".{target.name}-", suffix=".tmp", dir=target.parent
    )
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
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


def _claim_free_name(path: Path, wall: float) -> Path:
    """Make an empty file under a name that nobody has, so that none is overwritten."""
    when = datetime.fromtimestamp(wall, UTC).strftime("%Y-%m-%dT%H-%M-%S")
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        candidate = path.with_name(f"{path.stem}.broken-{when}{suffix}{path.suffix}")
        try:
            candidate.touch(mode=stat.S_IRUSR | stat.S_IWUSR, exist_ok=False)
        except FileExistsError:
            number += 1
        else:
            return candidate
