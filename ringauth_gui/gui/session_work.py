"""What a session has done on a worker thread besides the use cases; no Qt."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ringauth_gui.gui.session_outcomes import not_kept
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer


def read_kept(authorizer: "Authorizer", profile: Profile) -> SessionState:
    """Read what is kept for ``profile``; a token for another client is not returned."""
    secret = authorizer.clients.vault.load_secret(profile)
    return SessionState(
        profile,
        opened=True,
        has_stored_secret=secret is not None,
        token=authorizer.restore(profile),
    )


def keep_secret(
    authorizer: "Authorizer", profile: Profile, client_secret: str | None
) -> SessionState:
    """Keep the secret, then read back what is kept for the profile as it is now."""
    if client_secret is None:
        return read_kept(authorizer, profile)
    keeping = authorizer.clients.vault.save_secret(profile, client_secret)
    message = not_kept(keeping, "client secret")
    return replace(read_kept(authorizer, profile), message=message)
