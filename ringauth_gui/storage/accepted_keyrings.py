"""The keyrings that a person accepted though RingAuth does not know them (KR-12)."""

from pathlib import Path

from ringauth_gui.storage.shared_file import SharedFile

_FILE_NAME = "accepted-keyrings.json"


class AcceptedKeyrings:
    """Remembers a person's consent, for the one class that it was given for.

    Whoever can write this file can also replace the keyring itself.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder for the shared file."""
        self._file = SharedFile(folder / _FILE_NAME)

    def has(self, class_name: str) -> bool:
        """Return whether a person accepted the keyring of this class."""
        return self._file.read().get(class_name) is True

    def accept(self, class_name: str) -> None:
        """Remember that a person accepts it."""
        self._file.change(lambda members: {**members, class_name: True})
