"""Remembers the sessions that this program started, since a server allows but five."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from ringauth_gui.call_counts import caller_of
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.shared_file import Members, SharedFile, opaque

MOST_SESSIONS = 5  # of one person with one app (reference section 4)
MOST_REMEMBERED = 200
ACCESS_SECONDS, REFRESH_SECONDS = 3600.0, 604_800.0  # where the server names none
_FILE_NAME = "sessions-{}.json"
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


class KnownSessions:
    """The sessions of each app, in a file that all windows share.

    Where the file cannot be used, nothing is remembered and nobody is warned.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Take the folder for the shared files, and the clock."""
        self._folder = folder
        self._clock = clock

    def count(self, registration: ClientRegistration, owner_id: str | None) -> int:
        """Return how many sessions go on of the person who is about to sign in.

        Args:
            registration: The app.
            owner_id: Who signed in last; where nobody knows, it may be whoever has
                the most sessions.
        """
        going = self._going(self._file(registration).read())
        here = [each for each in going.values() if each.server == _server(registration)]
        owners = [_hash(owner_id)] if owner_id else {each.owner for each in here}
        counts = [sum(each.owner in {owner, ""} for each in here) for owner in owners]
        return max(counts, default=0)

    def started(
        self, registration: ClientRegistration, profile: Profile, token: Token
    ) -> None:
        """Remember the session that a sign-in started."""
        session = _session_of(registration, profile, token)
        self._change(
            registration, lambda known: {**known, secrets.token_hex(8): session}
        )

    def refreshed(
        self, registration: ClientRegistration, profile: Profile, token: Token
    ) -> None:
        """Remember that the session of ``token`` goes on.

        One that was started elsewhere is known of from then on.
        """

        def change(known: Sessions) -> Sessions:
            key = _key_of(known, profile, token) or secrets.token_hex(8)
            return {**known, key: _session_of(registration, profile, token)}

        self._change(registration, change)

    def ended(
        self, registration: ClientRegistration, profile: Profile, token: Token
    ) -> None:
        """Forget the session of ``token``."""

        def change(known: Sessions) -> Sessions:
            gone = _key_of(known, profile, token) if token.obtained_here else None
            return {key: each for key, each in known.items() if key != gone}

        self._change(registration, change)

    def forget_server(self, address: str) -> None:
        """Forget every session at ``address``: a server has begun anew there."""

        def changed(members: Members) -> Members:
            known = self._going(members)
            kept = {key: each for key, each in known.items() if each.server != address}
            return {key: asdict(each) for key, each in kept.items()}

        for path in self._folder.glob(_FILE_NAME.format("*")):
            SharedFile(path).change(changed)

    def _change(
        self, registration: ClientRegistration, change: Callable[[Sessions], Sessions]
    ) -> None:
        def changed(members: Members) -> Members:
            known = change(self._going(members))
            return {key: asdict(each) for key, each in known.items()}

        if registration.server.counts_calls:
            self._file(registration).change(changed)

    def _going(self, untrusted: Members) -> dict[str, KnownSession]:
        """Return what was written, as far as it can be read and is not over."""
        now = self._clock().wall
        known = [(key, _known_session(each)) for key, each in untrusted.items()]
        going = [(key, each) for key, each in known if each and each.end > now]
        going.sort(key=lambda pair: pair[1].end)
        return dict(going[-MOST_REMEMBERED:])

    def _file(self, registration: ClientRegistration) -> SharedFile:
        name = _FILE_NAME.format(caller_of(registration).digest)
        return SharedFile(self._folder / name)


def _key_of(known: Sessions, profile: Profile, token: Token) -> str | None:
    """Return which session a token is of; without its ID the profile's latest."""
    session = _hash(token.session_id)
    keys = [
        key
        for key, each in known.items()
        if (each.session == session if session else each.profile == profile.id)
    ]
    return max(keys, key=lambda key: known[key].end, default=None)


def _session_of(
    registration: ClientRegistration, profile: Profile, token: Token
) -> KnownSession:
    return KnownSession(
        server=_server(registration),
        profile=profile.id,
        session=_hash(token.session_id),
        owner=_hash(token.owner_id),
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


def _known_session(untrusted: object) -> KnownSession | None:
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


def _server(registration: ClientRegistration) -> str:
    return registration.server.address


def _hash(identifier: str | None) -> str:
    return "" if identifier is None else opaque(identifier)
