"""What a person has typed into the profile form, and what is wrong with it; no Qt."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.gui.profile_secrets import StoredSecrets
from ringauth_gui.oauth.client_fields import client_id, client_secret
from ringauth_gui.oauth.endpoint_url import MAX_LENGTH
from ringauth_gui.oauth.redirect_uri import redirect_uri_parts
from ringauth_gui.storage.profile import DEFAULT_REDIRECT_URI, Profile, ServerKind
from ringauth_gui.storage.profile_json import checked_name
from ringauth_gui.storage.token_store import SecretKind
from ringauth_gui.typed_server import typed_address


@dataclass(frozen=True)
class PracticeApp:
    """An app that the practice server knows; nothing about it is secret.

    Attributes:
        client_id: RFC 6749 section 2.2.
        client_secret: None for a public app.
        redirect_uris: Registered for it, in order of preference.
    """

    client_id: str
    client_secret: str | None = None
    redirect_uris: tuple[str, ...] = (DEFAULT_REDIRECT_URI,)


@dataclass(frozen=True)
class ProfileDraft:
    """A profile as typed, whether it can be used or not.

    Attributes:
        name: Shown in the side list.
        server: Which server.
        server_url: The address of another server; empty for the known ones.
        client_id: As registered.
        has_secret: Whether the app is confidential (RFC 6749 section 2.1).
        client_secret: None when nothing was typed: what is kept stays as it is.
        redirect_uris: As registered, in order of preference.
        keep_tokens: Keep tokens and secret in the keyring.
    """

    name: str = ""
    server: ServerKind = ServerKind.RINGCENTRAL
    server_url: str = ""
    client_id: str = ""
    has_secret: bool = False
    client_secret: str | None = field(default=None, repr=False)
    redirect_uris: tuple[str, ...] = (DEFAULT_REDIRECT_URI,)
    keep_tokens: bool = True

    def is_same_app(self, other: "ProfileDraft") -> bool:
        """Whether a secret kept for ``other`` may be used for this one (R8)."""
        return (self.server, self.server_url, self.client_id) == (
            other.server,
            other.server_url,
            other.client_id,
        )


def draft_of(profile: Profile) -> ProfileDraft:
    """Return the draft that changes nothing of ``profile``."""
    return ProfileDraft(
        name=profile.name,
        server=profile.server,
        server_url=profile.server_url,
        client_id=profile.client_id,
        has_secret=profile.has_secret,
        redirect_uris=profile.redirect_uris,
        keep_tokens=profile.keep_tokens,
    )


def field_errors(
    draft: ProfileDraft, existing_names: Collection[str], stored: StoredSecrets
) -> dict[str, str]:
    """Return why a field cannot be used, by the field's name, in the form's order.

    Args:
        draft: What was typed.
        existing_names: The names of all other profiles.
        stored: Which secrets are kept for this client ID and server.
    """
    checks: dict[str, Callable[[], object]] = {
        "name": lambda: _check_name(draft.name, existing_names),
        "server_url": lambda: _check_server(draft),
        "client_id": lambda: client_id(draft.client_id),
        "client_secret": lambda: _check_secret(draft, stored),
        "redirect_uri": lambda: _check_redirect_uri("".join(draft.redirect_uris[:1])),
        "further_redirect_uris": lambda: _check_further(draft.redirect_uris),
    }
    errors: dict[str, str] = {}
    for name, check in checks.items():
        try:
            check()
        except ConfigurationError as error:
            errors[name] = error.reason
    return errors


def secret_words(
    draft: ProfileDraft, stored: StoredSecrets, place: str
) -> tuple[str, str]:
    """Return what the empty secret field says, and the note below it.

    Args:
        draft: What is typed.
        stored: Which secrets are kept for this client ID and server.
        place: Where secrets are kept, such as "this computer's keyring".
    """
    if not draft.has_secret:
        return "", "A public app has none: PKCE alone is used."
    if not draft.keep_tokens:
        place = "memory until RingAuth is closed"
    if SecretKind.CLIENT_SECRET in stored and draft.client_secret is None:
        return f"Kept in {place}", "Leave empty to keep the secret that is there."
    return "", f"Will be kept in {place}, never in a file."


def _check_name(name: str, existing_names: Collection[str]) -> None:
    # Two names that differ in case only look like one in a list.
    taken = {existing.casefold() for existing in existing_names}
    if checked_name(name).casefold() in taken:
        raise ConfigurationError("name", "Another profile has this name.")


def _check_server(draft: ProfileDraft) -> None:
    if draft.server is not ServerKind.OTHER:
        return
    if not draft.server_url:
        raise ConfigurationError("server_url", "The server's address is missing.")
    typed_address(draft.server_url)


def _check_secret(draft: ProfileDraft, stored: StoredSecrets) -> None:
    if not draft.has_secret:
        return
    is_kept = SecretKind.CLIENT_SECRET in stored
    if not client_secret(draft.client_secret or "") and not is_kept:
        raise ConfigurationError(
            "client_secret",
            "Enter the app's secret. For a public app, clear “This app has a secret”.",
        )


def _check_redirect_uri(redirect_uri: str) -> None:
    if not redirect_uri:
        raise ConfigurationError("redirect_uri", "The redirect URI is missing.")
    if len(redirect_uri) > MAX_LENGTH:
        raise ConfigurationError(
            "redirect_uri", f"The redirect URI has more than {MAX_LENGTH} characters."
        )
    redirect_uri_parts(redirect_uri)


def _check_further(redirect_uris: tuple[str, ...]) -> None:
    for position, redirect_uri in enumerate(redirect_uris[1:], start=1):
        _check_redirect_uri(redirect_uri)
        if redirect_uri in redirect_uris[:position]:
            raise ConfigurationError(
                "further_redirect_uris", "A redirect URI is named twice."
            )
