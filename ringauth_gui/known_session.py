"""One session that this program started, as it is remembered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.shared_file import opaque

ACCESS_SECONDS, REFRESH_SECONDS = 3600.0, 604_800.0  # where the server names none
_LATEST = 10**12  # seconds since the epoch; no session lasts longer


@dataclass(frozen=True)
class KnownSession:
    """One session, told by nothing that is secret or names a person.

    Attributes:
        server: The server's address.
        profile: The profile's opaque ID.
        session: A hash of the server's ID of the session; empty where it gave none.
        owner: A hash of the owner's ID; empty where the server named none.
        end: When it ends by itself, in seconds since the epoch.
    """

    server: str
    profile: str
    session: str
    owner: str
    end: float


Sessions = Mapping[str, KnownSession]


def key_of(known: Sessions, profile_id: str, token: Token) -> str | None:
    """Return which session a token is of; without its ID the profile's latest."""
    if token.session_id is None:
        return latest_of(known, profile_id)
    session = hashed(token.session_id)
    return _latest(
        known, [key for key, each in known.items() if each.session == session]
    )


def latest_of(known: Sessions, profile_id: str) -> str | None:
    """Return the profile's session that ends last."""
    return _latest(
        known, [key for key, each in known.items() if each.profile == profile_id]
    )


def _latest(known: Sessions, keys: Iterable[str]) -> str | None:
    return max(keys, key=lambda key: known[key].end, default=None)


def session_of(
    registration: ClientRegistration, profile: Profile, token: Token
) -> KnownSession:
    """Return what is remembered of the session of ``token``."""
    return KnownSession(
        server=server_of(registration),
        profile=profile.id,
        session=hashed(token.session_id),
        owner=hashed(token.owner_id),
        end=_end(token),
    )


def _end(token: Token) -> float:
    """Return when a session ends if nobody does anything with it."""
    access = token.issued.wall + (token.expires_in or ACCESS_SECONDS)
    if token.refresh_token is None or token.refresh_issued is None:
        end = access
    else:
        seconds = token.refresh_token_expires_in or REFRESH_SECONDS
        end = token.refresh_issued.wall + seconds
    if token.session_issued is None or token.session_expires_in is None:
        return end
    return min(end, token.session_issued.wall + token.session_expires_in)


def known_session(untrusted: object) -> KnownSession | None:
    """Return what was written, None where it is junk."""
    if not isinstance(untrusted, dict):
        return None
    texts = [untrusted.get(name) for name in ("server", "profile", "session", "owner")]
    end = untrusted.get("end")
    if not isinstance(end, int | float) or not 0 <= end <= _LATEST:
        return None
    if not all(isinstance(text, str) for text in texts):
        return None
    server, profile, session, owner = map(str, texts)
    return KnownSession(server, profile, session, owner, float(end))


def server_of(registration: ClientRegistration) -> str:
    """Return how a session's server is called."""
    return registration.server.address


def hashed(identifier: str | None) -> str:
    """Return what stands for a server's ID of a session or an owner."""
    return "" if identifier is None else opaque(identifier)
