"""What is kept for a profile, read and changed on a worker thread; no Qt."""

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ringauth_gui.errors import ConfigurationError, TokenStoreError
from ringauth_gui.gui.keyring_messages import (
    KEEP_AGAIN,
    NAMES,
    damaged_removed,
    kept_elsewhere,
    unused_removed,
)
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.profile_secrets import (
    NONE_STORED,
    NewSecrets,
    StoredSecrets,
    described,
)
from ringauth_gui.gui.session_outcomes import not_kept
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer
    from ringauth_gui.kept_texts import Keeping
    from ringauth_gui.oauth.token import Token


@dataclass(frozen=True)
class Kept:
    """What is kept for a profile.

    Attributes:
        token: The token, where there is one for this client and server.
        stored: Which secrets there are.
        keeping: Where what was just saved is kept, if something was.
        message: What is to be said of that.
        elsewhere: Another keyring that holds something of it, where this one does not.
    """

    token: "Token | None"
    stored: StoredSecrets
    keeping: "Keeping | None" = None
    message: Message | None = None
    elsewhere: str = ""


def read_kept(authorizer: "Authorizer", profile: Profile) -> Kept:
    """Read what is kept for ``profile``, on a worker thread."""
    clients, credential = authorizer.clients, None
    has_secret: bool | None = False
    if profile.grant_type is GrantType.JWT_BEARER:
        with contextlib.suppress(ConfigurationError):  # junk is as good as none
            credential = clients.load_jwt_credential(profile)
        # Two reads are enough for a start (KR-15): nobody looks at this one yet.
        has_secret = None if profile.has_secret else False
    elif profile.has_secret:
        has_secret = clients.vault.load_secret(profile) is not None
    described_credential = None if credential is None else described(credential)
    stored = StoredSecrets(has_secret, described_credential)
    return read_token(authorizer, profile, stored)


def read_token(
    authorizer: "Authorizer", profile: Profile, stored: StoredSecrets
) -> Kept:
    """Read the token alone, beside ``stored``, which was read before."""
    kept = Kept(authorizer.restore(profile), stored)
    return _or_elsewhere(authorizer, profile, kept)


def has_kept_secret(authorizer: "Authorizer", profile: Profile) -> bool:
    """Return whether a client secret is kept; what cannot be read is as good as none.

    Whatever uses the secret tells why it cannot be read.
    """
    try:
        return authorizer.clients.vault.load_secret(profile) is not None
    except TokenStoreError:
        return False


def _or_elsewhere(authorizer: "Authorizer", profile: Profile, kept: Kept) -> Kept:
    """Return ``kept``, told to be elsewhere where there is no token here (KR-11)."""
    vault = authorizer.clients.vault
    there = vault.kept_elsewhere(profile) if kept.token is None else None
    if there is None:
        return kept
    here = vault.store.name if vault.store.is_lasting else None
    return replace(kept, elsewhere=there, message=kept_elsewhere(there, here))


def keep_secrets(
    authorizer: "Authorizer", profile: Profile, entered: NewSecrets
) -> Kept:
    """Keep all where the profile wants it now, then read back what is kept.

    What it has no use for any more is removed, not before the new is to be kept.
    """
    vault = authorizer.clients.vault
    dropped = authorizer.drop_unused(profile)
    keeping = authorizer.settle(profile)
    message = _not_settled(keeping)
    for kind, secret in entered.by_kind().items():
        authorizer.clients.know(secret)
        keeping = vault.save_secret(profile, secret, kind)
        message = message or not_kept(keeping, NAMES[kind])
    kept = read_kept(authorizer, profile)
    if entered.client_secret is not None:
        kept = replace(kept, stored=replace(kept.stored, client_secret=True))
    message = message or unused_removed(dropped)
    return replace(kept, keeping=keeping, message=message)


def keep_again(authorizer: "Authorizer", profile: Profile) -> Kept:
    """Try once more to keep what is in memory, then read what is kept.

    A keyring that stayed locked may ask for its password again.
    """
    authorizer.clients.vault.store.ask_again()
    keeping = authorizer.settle(profile)
    kept = read_kept(authorizer, profile)
    return replace(kept, keeping=keeping, message=_not_settled(keeping) or kept.message)


def remove_damaged(authorizer: "Authorizer", profile: Profile) -> Kept:
    """Remove what is damaged of this profile alone, then read the rest (KR-08)."""
    dropped = authorizer.drop_damaged(profile)
    message = damaged_removed(dropped)
    if dropped.problem is not None:
        return Kept(None, NONE_STORED, message=message)
    return replace(read_kept(authorizer, profile), message=message)


def bring_back(authorizer: "Authorizer", profile: Profile) -> Kept:
    """Keep what a deleted profile kept, then read it; on a worker thread."""
    back = authorizer.bring_back(profile)
    message = None
    if back.problem is not None:
        message = Message(
            MessageKind.WARNING,
            "The profile is back, but not all of it is in the keyring",
            f"{back.problem} What is missing there stays in memory until RingAuth "
            "closes.",
        )
    return replace(read_kept(authorizer, profile), keeping=back, message=message)


def _not_settled(keeping: "Keeping") -> Message | None:
    """Return the warning that something is not where the profile wants it now."""
    if keeping.problem is None:
        return None
    return Message(
        MessageKind.WARNING,
        "Not everything is kept where the profile says",
        keeping.problem,
        actions=(KEEP_AGAIN,),
    )
