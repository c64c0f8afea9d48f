"""Where credentials may be imported from: a file, or this program's environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ringauth_gui.errors import CredentialsFileError, HoldsProfiles, ProfileFileError
from ringauth_gui.redaction import Redaction
from ringauth_gui.ringcentral.credentials_file import (
    credentials_from_environment,
    read_credentials,
    telling_variable,
)
from ringauth_gui.ringcentral.found_credentials import FoundCredentials
from ringauth_gui.storage.exported_profiles import holds_profiles
from ringauth_gui.storage.files import read_bytes


@dataclass(frozen=True)
class CredentialsSource:
    """Reads credentials, changes nothing, and has their secrets masked from then on.

    Attributes:
        environ: The variables of this process.
        redaction: Is told each secret.
    """

    environ: Mapping[str, str] = field(repr=False)
    redaction: Redaction

    @property
    def variable(self) -> str:
        """The variable that says that there is something to import; empty if none."""
        return telling_variable(self.environ)

    def in_file(self, path: Path) -> tuple[FoundCredentials, ...]:
        """Return what the file holds; may take as long as a network drive does.

        Raises:
            HoldsProfiles: It holds profiles instead, see exported_profiles.py.
            CredentialsFileError: It holds no credentials, or cannot be read.
        """
        try:
            # A link may be anybody's here: the person chose it, nothing is written.
            data = read_bytes(Path(os.path.realpath(path)), is_ours=False)
        except ProfileFileError as error:
            raise CredentialsFileError(str(error)) from error
        if data is None:
            raise CredentialsFileError(f"{path.name} is not there any more.")
        if holds_profiles(data):
            raise HoldsProfiles(f"{path.name} holds profiles, not credentials.")
        return tuple(map(self._masked, read_credentials(data, path.name)))

    def in_environment(self) -> tuple[FoundCredentials, ...]:
        """Return what RingCentral's usual variables hold.

        Raises:
            CredentialsFileError: They hold nothing that can be used.
        """
        found = credentials_from_environment(self.environ)
        if found is None:
            raise CredentialsFileError(
                "This program's environment holds no client ID and no JWT credential "
                "that can be used."
            )
        return (self._masked(found),)

    def _masked(self, found: FoundCredentials) -> FoundCredentials:
        for secret in found.secrets:
            self.redaction.know(secret)
        return found
