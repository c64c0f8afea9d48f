"""What the fields of the two secrets say; no secret is part of these words; no Qt."""

from dataclasses import dataclass

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.gui.jwt_words import credential_words
from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.gui.profile_secrets import StoredSecrets
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.jwt_credential import JwtCredential, read_jwt_credential
from ringauth_gui.storage.profile import ServerKind

_IN_MEMORY = "memory until RingAuth is closed"
_WHERE_MADE = (
    "Made in RingCentral's developer console (developers.ringcentral.com), under your"
    " name › Credentials."
)
_PRACTICE_MADE = "The practice server's front page lists some to be copied."


@dataclass(frozen=True)
class FieldWords:
    """What a field says around what is typed.

    Attributes:
        placeholder: Said in the field while it is empty.
        note: Said below it.
        is_warning: Whether the note is one.
        is_kept: Whether a secret is kept that the profile would go on with.
    """

    placeholder: str
    note: str
    is_warning: bool = False
    is_kept: bool = False


def secret_words(draft: ProfileDraft, stored: StoredSecrets, place: str) -> FieldWords:
    """Return what the field of the client secret says.

    Args:
        draft: What is typed.
        stored: Which secrets are kept for this client ID and server.
        place: Where secrets are kept, such as "this computer's keyring".
    """
    if not draft.has_secret:
        by_pkce = "" if draft.uses_jwt else ": PKCE alone is used"
        return FieldWords("", f"A public app has none{by_pkce}.")
    place = place if draft.keep_tokens else _IN_MEMORY
    if stored.client_secret and draft.client_secret is None:
        note = "Leave empty to keep the secret that is there."
        return FieldWords(f"Kept in {place}", note, is_kept=True)
    return FieldWords("", f"Will be kept in {place}, never in a file.")


def jwt_words(
    draft: ProfileDraft, stored: StoredSecrets, place: str, now: Moment
) -> FieldWords:
    """Return what the field of the JWT credential says.

    Args:
        draft: What is typed.
        stored: Which secrets are kept for this client ID and server.
        place: Where secrets are kept, such as "this computer's keyring".
        now: The present.
    """
    place = place if draft.keep_tokens else _IN_MEMORY
    if draft.jwt_credential is None and stored.jwt_credential is not None:
        said, is_warning = credential_words(stored.jwt_credential, draft, now)
        kept = "" if is_warning else "\nLeave empty to keep the one that is there."
        return FieldWords(f"Kept in {place}", f"{said}{kept}", is_warning, is_kept=True)
    typed = _typed(draft)
    if typed is None:
        is_practice = draft.server is ServerKind.PRACTICE
        where = _PRACTICE_MADE if is_practice else _WHERE_MADE
        note = f"{where} Will be kept in {place}, never in a file."
        return FieldWords("", note)
    said, is_warning = credential_words(typed, draft, now)
    kept = "" if is_warning else f"\nWill be kept in {place}, never in a file."
    return FieldWords("", f"{said}{kept}", is_warning)


def removal_words(
    draft: ProfileDraft, start: ProfileDraft, stored: StoredSecrets
) -> str:
    """Return what saving removes from the keyring; empty where it removes nothing.

    Args:
        draft: What is typed.
        start: What the form was filled with.
        stored: Which secrets are kept for ``start``.
    """
    if not start.client_id:  # a new profile
        return ""
    if not draft.is_same_app(start):
        return (
            "When you save, the token and the secrets kept for the client ID or server "
            "before are removed. To end that session on the server too, sign out first."
        )
    removed = []
    if stored.client_secret and not draft.has_secret:
        removed.append("client secret")
    if stored.jwt_credential is not None and not draft.uses_jwt:
        removed.append("JWT credential")
    if not removed:
        return ""
    verb = "are" if len(removed) > 1 else "is"
    return f"When you save, the {' and the '.join(removed)} kept before {verb} removed."


def _typed(draft: ProfileDraft) -> JwtCredential | None:
    if not draft.uses_jwt or draft.jwt_credential is None:
        return None
    try:
        return read_jwt_credential(draft.jwt_credential)
    except ConfigurationError:  # said as the field's reason when it is left
        return None
