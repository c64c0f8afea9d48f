"""Leaves signed-in profiles on a desktop, without the browser.

A process of its own, because the keyring is found through the environment; the file
that is named holds the profiles, with the members of their tokens.
"""

import json
import secrets
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs

from ringauth_gui.moment import system_clock
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.oauth.token import Token
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.server_directory import secret_binding
from ringauth_gui.storage.keyring_token_store import open_keyring
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.profiles import ProfileFile
from ringauth_gui.storage.token_record import Binding, secret_to_text, token_to_text
from ringauth_gui.storage.token_store import SecretKind
from tests.end_to_end.desktop import Desktop

HOUR, DAY = 3600, 86_400
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class KeptProfile:
    """A profile to leave.

    Attributes:
        name: Its name.
        client_id: Its app's.
        secret: Its client secret; empty for a public app.
        tokens: Access token, refresh token and session ID; empty for none.
        address: Of another server than the practice server; empty for that one.
    """

    name: str
    client_id: str
    secret: str = ""
    tokens: tuple[str, ...] = ()
    address: str = ""


def kept(name: str, issued: IssuedTokens, secret: str = "") -> KeptProfile:
    """Return a profile that holds these tokens of the practice server."""
    refresh_token, session_id = issued.refresh_token or "", issued.session_id
    tokens = (issued.access_token, refresh_token, session_id)
    return KeptProfile(name, issued.grant.app.client_id, secret, tokens)


def leave(desktop: Desktop, profiles: Sequence[KeptProfile]) -> None:
    """Leave ``profiles`` on ``desktop``."""
    file = desktop.home / "kept.json"
    file.write_text(json.dumps([asdict(each) for each in profiles]), "utf-8")
    command = (sys.executable, "-m", "tests.end_to_end.kept_sessions", str(file))
    process = desktop.start(command, {"PYTHONPATH": str(ROOT)})
    assert process.wait(60) == 0, "the profiles could not be left"
    file.unlink()


def main() -> None:
    """Write the profile file and fill the keyring."""
    config = platformdirs.user_config_path("ringauth", appauthor=False)
    store, profiles = open_keyring(), []
    for members in json.loads(Path(sys.argv[1]).read_text("utf-8")):
        each = KeptProfile(**members)
        profile = _profile(each)
        profiles.append(profile)
        binding = Binding(each.client_id, secret_binding(profile))
        if each.secret:
            kind = SecretKind.CLIENT_SECRET
            store.save(profile.id, kind, secret_to_text(each.secret, kind, binding))
        if each.tokens:
            text = token_to_text(_token(*each.tokens), binding)
            store.save(profile.id, SecretKind.TOKEN, text)
    ProfileFile(config / "profiles.json", system_clock).save(profiles)


def _profile(each: KeptProfile) -> Profile:
    is_other = bool(each.address)
    return Profile(
        id=secrets.token_hex(8),
        name=each.name,
        server=ServerKind.OTHER if is_other else ServerKind.PRACTICE,
        client_id=each.client_id,
        has_secret=bool(each.secret),
        server_url=each.address,
        metadata=_metadata(each.address) if is_other else None,
    )


def _metadata(address: str) -> ServerMetadata:
    oauth = f"{address}/restapi/oauth"
    return ServerMetadata(
        authorization_endpoint=f"{oauth}/authorize",
        token_endpoint=f"{oauth}/token",
        revocation_endpoint=f"{oauth}/revoke",
    )


def _token(access_token: str, refresh_token: str, session_id: str) -> Token:
    issued = system_clock()
    return Token(
        access_token=access_token,
        token_type="bearer",
        issued=issued,
        expires_in=HOUR,
        refresh_token=refresh_token,
        refresh_issued=issued,
        refresh_token_expires_in=7 * DAY,
        owner_id="101",
        session_id=session_id,
    )


if __name__ == "__main__":
    main()
