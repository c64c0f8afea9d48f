"""Leaves profiles and tokens on a desktop, as weeks of work with RingAuth would.

A process of its own, because the keyring is found through the environment.
"""

import secrets
import sys
from collections.abc import Iterator

import platformdirs

from ringauth_gui.known_sessions import MOST_SESSIONS, KnownSessions
from ringauth_gui.moment import Moment, system_clock
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.ringcentral.servers import RINGCENTRAL as SERVER
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.storage.keyring_token_store import open_keyring
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.profiles import ProfileFile
from ringauth_gui.vault import Vault

HOUR, DAY = 3600, 86_400
RINGCENTRAL = ServerKind.RINGCENTRAL
HOST = "platform.ringcentral.com"
CLIENT_ID = "Wq3kX0aNQ6u5JZ7kq9Wm2A"
# Name, server, and the seconds that the access token has left, if there is one.
PROFILES = (
    ("Support desk", RINGCENTRAL, 304),
    ("QA short-lived", RINGCENTRAL, 57),
    ("Reports bot", RINGCENTRAL, 2170),
    ("Yesterday", RINGCENTRAL, -120),
    ("Office@Hand app", ServerKind.RINGCENTRAL_BIZ, None),
)


def main() -> None:
    """Write the profile file, fill the keyring, and remember sessions."""
    config = platformdirs.user_config_path("ringauth", appauthor=False)
    state = platformdirs.user_state_path("ringauth", appauthor=False)
    file = ProfileFile(config / "profiles.json", system_clock)
    vault = Vault(open_keyring(), KeptMarks(state / "locks", system_clock))
    profiles = list(file.load().profiles)
    for name, server, left in _named_apart(int(sys.argv[1])):
        profile = Profile(secrets.token_hex(8), name, server, CLIENT_ID, True)  # noqa: FBT003 - has_secret
        profiles.append(profile)
        vault.save_secret(profile, "not-a-real-secret")
        if left is not None:
            vault.save_token(profile, _token(left))
    file.save(profiles)
    _remember_sessions(profiles[0])


def _named_apart(times: int) -> Iterator[tuple[str, ServerKind, int | None]]:
    """Yield the profiles so many ``times``, each under a name of its own."""
    for number in range(1, times + 1):
        for name, server, left in PROFILES:
            yield f"{name} {number}" if number > 1 else name, server, left


def _remember_sessions(profile: Profile) -> None:
    """Remember as many as a server allows, so that the next would be one more."""
    state = platformdirs.user_state_path("ringauth", appauthor=False)
    sessions = KnownSessions(state / "locks", system_clock)
    app = ClientRegistration(
        server=SERVER,
        client_id=CLIENT_ID,
        client_secret=None,
        redirect_uris=profile.redirect_uris,
        binding=HOST,
    )
    for _ in range(MOST_SESSIONS):
        sessions.started(app, profile, _token(HOUR))


def _token(left: int) -> Token:
    issued = Moment(system_clock().wall - HOUR + left)
    return Token(
        access_token="SJC12P01PAS00" + secrets.token_urlsafe(24),
        token_type="bearer",
        issued=issued,
        expires_in=HOUR,
        refresh_token="SJC12P01PAS00" + secrets.token_urlsafe(24),
        refresh_issued=issued,
        refresh_token_expires_in=7 * DAY,
        scope=("ReadAccounts", "ReadCallLog", "SMS", "RingOut"),
        owner_id="256440016",
        endpoint_id="bLJWqGqGQ7C9pZ",
    )


if __name__ == "__main__":
    main()
