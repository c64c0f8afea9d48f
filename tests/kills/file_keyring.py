"""A keyring that outlives processes: a file an item."""

import enum
import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from keyring.errors import PasswordDeleteError

_MOST_BYTES = 2560  # of UTF-16; what tests keep is plain ASCII
Reach = Callable[[str], object]


class Manner(enum.Enum):
    """How a keyring replaces an item; the value is a backend that does it so."""

    AT_ONCE = "keyring.backends.SecretService"
    REMOVED_FIRST = "keyring.backends.macOS"
    IN_PARTS = "keyring.backends.Windows"


class FileKeyring:
    """A backend as ``keyring`` has them, which tells of each step that it takes."""

    def __init__(self, folder: Path, manner: Manner, reach: Reach) -> None:
        """Keep the items in ``folder``."""
        self._folder = folder
        self._manner = manner
        self._tell = reach

    def get_password(self, service: str, username: str) -> str | None:
        """Return the kept text, or None."""
        self._reach("read {}", username)
        try:
            return self._path(service, username).read_text("utf-8")
        except FileNotFoundError:
            return None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text."""
        self._reach("write {}", username)
        if self._manner is Manner.IN_PARTS and len(password) * 2 > _MOST_BYTES:
            raise OSError("The stub received bad data")
        path = self._path(service, username)
        path.parent.mkdir(parents=True, exist_ok=True)
        if self._manner is Manner.REMOVED_FIRST:
            path.unlink(missing_ok=True)
            self._reach("old {} removed", username)
        new = path.with_suffix(f".{os.getpid()}")
        new.write_text(password, "utf-8")
        new.replace(path)
        self._reach("{} written", username)

    def delete_password(self, service: str, username: str) -> None:
        """Remove a kept text."""
        self._reach("remove {}", username)
        try:
            self._path(service, username).unlink()
        except FileNotFoundError:
            raise PasswordDeleteError("No such password!") from None
        self._reach("{} removed", username)

    def _reach(self, step: str, username: str) -> None:
        # The item that proves a keyring has another name each time.
        kind, _, _ = username.partition("/")
        name = kind if kind == "proof" else username
        self._tell(f"keyring: {step.format(name)}")

    def _path(self, service: str, username: str) -> Path:
        return self._folder / f"{quote(f'{service} {username}', safe='')}.item"


def file_keyring(folder: Path, manner: Manner, reach: Reach) -> FileKeyring:
    """Return a keyring that looks like the backend that ``manner`` is taken from."""
    kind = type("Keyring", (FileKeyring,), {"__module__": manner.value})
    keyring: FileKeyring = kind(folder, manner, reach)
    return keyring
