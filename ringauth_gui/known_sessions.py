"""Remembers the sessions that this program started, since a server allows but five."""

import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict
from pathlib import Path

from ringauth_gui.caller import caller_of
from ringauth_gui.known_session import (
    KnownSession,
    Sessions,
    hashed,
    key_of,
    known_session,
    latest_of,
    server_of,
    session_of,
)
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.shared_file import Members, SharedFile

MOST_SESSIONS = 5  # of one person with one app (reference section 4)
MOST_REMEMBERED = 200
_FILE_NAME = "sessions-{}.json"


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
        here = [
            each for each in going.values() if each.server == server_of(registration)
        ]
        owners = [hashed(owner_id)] if owner_id else {each.owner for each in here}
        counts = [sum(each.owner in {owner, ""} for each in here) for owner in owners]
        return max(counts, default=0)

    def without_token(
        self, tokens: Mapping[str, Token], unread: Collection[str]
    ) -> int:
        """Return how many sessions go on of which no profile holds the token.

        Those of servers on this computer do not count: they end with the server.

        Args:
            tokens: What profiles hold, by their IDs.
            unread: The IDs of profiles that may hold the token of their latest session.
        """
        return sum(
            self._without_token(SharedFile(path).read(), tokens, unread)
            for path in self._folder.glob(_FILE_NAME.format("*"))
        )

    def started(
        self, registration: ClientRegistration, profile: Profile, token: Token
    ) -> None:
        """Remember the session that a sign-in started."""
        session = session_of(registration, profile, token)
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
            key = key_of(known, profile.id, token) or secrets.token_hex(8)
            return {**known, key: session_of(registration, profile, token)}

        self._change(registration, change)

    def ended(
        self, registration: ClientRegistration, profile: Profile, token: Token
    ) -> None:
        """Forget the session of ``token``."""

        def change(known: Sessions) -> Sessions:
            gone = key_of(known, profile.id, token) if token.obtained_here else None
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

    def _without_token(
        self, untrusted: Members, tokens: Mapping[str, Token], unread: Collection[str]
    ) -> int:
        going = self._going(untrusted)
        held = {key_of(going, profile, token) for profile, token in tokens.items()}
        held |= {latest_of(going, profile) for profile in unread}
        return sum(
            each.server.startswith("https:")
            for key, each in going.items()
            if key not in held
        )

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
        known = [(key, known_session(each)) for key, each in untrusted.items()]
        going = [(key, each) for key, each in known if each and each.end > now]
        going.sort(key=lambda pair: pair[1].end)
        return dict(going[-MOST_REMEMBERED:])

    def _file(self, registration: ClientRegistration) -> SharedFile:
        name = _FILE_NAME.format(caller_of(registration).digest)
        return SharedFile(self._folder / name)
