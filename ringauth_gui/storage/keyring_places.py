"""Remembers which keyring holds what: another one may be in use tomorrow (R17)."""

from pathlib import Path

from ringauth_gui.storage.shared_file import Members, SharedFile
from ringauth_gui.storage.token_store import SecretKind

_FILE_NAME = "keyrings.json"


class KeyringPlaces:
    """The keyring of each profile's secrets, by the name that people know it by.

    Nothing of it is secret. Where the file cannot be used, nothing is remembered.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder for the shared file."""
        self._file = SharedFile(folder / _FILE_NAME)

    def of(self, profile_id: str, kind: SecretKind) -> str | None:
        """Return the name of the keyring that held it last; None when unknown."""
        name = _places(self._file.read(), profile_id).get(kind.value)
        return name if isinstance(name, str) else None

    def note(self, profile_id: str, kind: SecretKind, name: str | None) -> None:
        """Remember that the keyring ``name`` holds it; None: that none does."""
        if self.of(profile_id, kind) == name:
            return

        def changed(members: Members) -> Members:
            places = {**_places(members, profile_id), kind.value: name}
            known = {key: each for key, each in places.items() if each is not None}
            others = {key: members[key] for key in members if key != profile_id}
            return {**others, profile_id: known} if known else others

        self._file.change(changed)


def _places(members: Members, profile_id: str) -> Members:
    places = members.get(profile_id)
    return places if isinstance(places, dict) else {}
