"""Keeps a token that a sign-in brought, unless another person's is in the way."""

from ringauth_gui.clients import Clients
from ringauth_gui.errors import TokenStoreError
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import SignedIn
from ringauth_gui.sign_in_checks import sign_in_checks
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_record import DamagedRecord
from ringauth_gui.vault import Vault


def keep_new_token(
    clients: Clients, profile: Profile, registration: ClientRegistration, token: Token
) -> SignedIn:
    """Keep ``token`` (R12), unless another owner's is in the way (R27).

    Where it cannot be read whose token is kept, that one is not replaced.
    """
    clients.know_token(token)
    clients.sessions.started(registration, profile, token)
    vault = clients.vault
    try:
        previous = _previous_owner(vault, profile)
    except TokenStoreError:
        checks = sign_in_checks(registration, token, None, is_first=False)
        return SignedIn(token, checks, vault.hold_token(profile, token))
    checks = sign_in_checks(registration, token, previous)
    if previous is not None and token.owner_id != previous:
        return SignedIn(token, checks, None, previous)
    return SignedIn(token, checks, vault.save_token(profile, token))


def _previous_owner(vault: Vault, profile: Profile) -> str | None:
    try:
        before = vault.load_token(profile, may_recall=False)
    except DamagedRecord:
        return None  # nobody's any more; a sign-in repairs it (KR-08)
    return None if before is None else before.owner_id
