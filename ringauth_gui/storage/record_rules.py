"""What a kept text is to a profile: its own, another app's, or junk."""

from ringauth_gui.storage.token_record import (
    Binding,
    DamagedRecord,
    secret_from_text,
    token_from_text,
)
from ringauth_gui.storage.token_store import SecretKind


def belongs_elsewhere(text: str, kind: SecretKind, binding: Binding) -> bool:
    """Return whether ``text`` was kept for another client or host (R8)."""
    try:
        return not _is_ours(text, kind, binding)
    except DamagedRecord:
        return False


def is_damaged(text: str, kind: SecretKind, binding: Binding) -> bool:
    """Return whether ``text`` is nothing that RingAuth wrote."""
    try:
        _is_ours(text, kind, binding)
    except DamagedRecord:
        return True
    return False


def _is_ours(text: str, kind: SecretKind, binding: Binding) -> bool:
    if kind is SecretKind.TOKEN:
        return token_from_text(text, binding) is not None
    return secret_from_text(text, kind, binding) is not None
