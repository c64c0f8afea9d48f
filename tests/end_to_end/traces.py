"""What RingAuth leaves behind, and whether a secret is in it."""

from collections.abc import Iterator
from pathlib import Path

from tests.end_to_end.desktop import Desktop

LEAK = 12  # consecutive characters of a secret that count as one (threat model, R22)
KEYRING_FILES = ".local/share/keyrings"


def files_left(folder: Path, desktop: Desktop) -> Iterator[Path]:
    """Yield the program's output and all files of the person, but not the keyring's."""
    yield folder / "ringauth.log"
    for path in desktop.home.rglob("*"):
        if path.is_file() and KEYRING_FILES not in str(path):
            yield path


def leaks(canaries: set[str], text: str) -> list[str]:
    """Return every run of characters of a canary that stands in ``text``."""
    return [
        canary[start : start + LEAK]
        for canary in canaries
        for start in range(max(1, len(canary) - LEAK + 1))
        if canary[start : start + LEAK] in text
    ]
