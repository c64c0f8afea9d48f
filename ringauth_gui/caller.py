"""Whose authentication calls are counted together."""

from dataclasses import dataclass

from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.server_directory import secret_binding
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.shared_file import opaque


@dataclass(frozen=True)
class Caller:
    """Whose calls are counted together: those of one client ID at one server.

    Attributes:
        client_id: RFC 6749 section 2.2.
        server: What the client's secrets are bound to (R8).
        is_counted: Whether the server is known to allow five calls a minute; of any
            other only the pause that it asks for is honoured.
    """

    client_id: str
    server: str
    is_counted: bool

    @property
    def digest(self) -> str:
        """A name for files that tells nobody the client ID."""
        return opaque(f"{self.client_id}\n{self.server}")


def caller_of(of: Profile | ClientRegistration) -> Caller:
    """Return whose calls a profile's, or its registration's, are."""
    if isinstance(of, ClientRegistration):
        return Caller(of.client_id, of.binding, of.server.counts_calls)
    is_counted = of.server is not ServerKind.OTHER
    return Caller(of.client_id, secret_binding(of), is_counted)
