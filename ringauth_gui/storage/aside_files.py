"""Files under new names: what was damaged, and what was written over."""

import contextlib
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from ringauth_gui.storage.files import own_target, plain_reasons, replace_file

DAMAGED, WRITTEN_OVER = "broken", "other"  # why it has a new name; a part of that


def set_aside(path: Path, wall: float) -> Path:
    """Rename the damaged file to a new name that says when, and return that name.

    Raises:
        ProfileFileError: It cannot be renamed.
    """
    with plain_reasons(path, "set aside"):
        target = own_target(path)
        with _free_name(target, DAMAGED, wall) as aside:
            target.replace(aside)
        return aside


def write_aside(path: Path, text: str, wall: float, why: str) -> Path:
    """Keep ``text`` beside the file, under a new name that says why and when.

    Raises:
        ProfileFileError: It cannot be kept.
    """
    with plain_reasons(path, "set aside"):
        with _free_name(own_target(path), why, wall) as aside:
            replace_file(aside, [text])
        return aside


@contextlib.contextmanager
def _free_name(path: Path, why: str, wall: float) -> Iterator[Path]:
    """Make an empty file under a name that nobody has, so that none is overwritten."""
    when = datetime.fromtimestamp(wall, UTC).strftime("%Y-%m-%dT%H-%M-%S")
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        aside = path.with_name(f"{path.stem}.{why}-{when}{suffix}{path.suffix}")
        try:
            aside.touch(mode=stat.S_IRUSR | stat.S_IWUSR, exist_ok=False)
            break
        except FileExistsError:
            number += 1
    try:
        yield aside
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
