"""Takes out of the keyring what a profile cannot use any more, or is not to keep."""

from collections.abc import Collection
from dataclasses import dataclass

from ringauth_gui.clients import Clients
from ringauth_gui.kept_texts import Dropped
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.record_rules import belongs_elsewhere, is_damaged
from ringauth_gui.storage.refresh_lock import LockRefresh, in_turn
from ringauth_gui.storage.token_store import SecretKind
from ringauth_gui.vault import binding_of


@dataclass(frozen=True)
class ProfileTidying:
    """Removes of one profile what is told; of no other profile anything.

    Attributes:
        clients: Know the vault.
        lock_refresh: Holds one profile's refresh over all windows (R13).
    """

    clients: Clients
    lock_refresh: LockRefresh

    def drop_unused(self, profile: Profile) -> Dropped:
        """Remove what another app or server was given, and secrets not in use (R8)."""
        binding, used = binding_of(profile), _used_kinds(profile)
        with in_turn(self.lock_refresh, profile.id):
            return self.clients.vault.drop_each(
                profile,
                lambda kind, text: (
                    kind not in used or belongs_elsewhere(text, kind, binding)
                ),
            )

    def drop_kinds(self, profile: Profile, kinds: Collection[SecretKind]) -> Dropped:
        """Remove what is kept of these ``kinds``; all else stays."""
        with in_turn(self.lock_refresh, profile.id):
            return self.clients.vault.drop_each(
                profile, lambda kind, _text: kind in kinds
            )

    def drop_damaged(self, profile: Profile) -> Dropped:
        """Remove what is nothing that RingAuth wrote (KR-08)."""
        binding = binding_of(profile)
        with in_turn(self.lock_refresh, profile.id):
            return self.clients.vault.drop_each(
                profile, lambda kind, text: is_damaged(text, kind, binding)
            )


def _used_kinds(profile: Profile) -> tuple[SecretKind, ...]:
    kinds = [SecretKind.TOKEN]
    if profile.has_secret:
        kinds.append(SecretKind.CLIENT_SECRET)
    if profile.grant_type is GrantType.JWT_BEARER:
        kinds.append(SecretKind.JWT_CREDENTIAL)
    return tuple(kinds)
