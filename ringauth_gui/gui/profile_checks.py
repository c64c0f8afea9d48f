"""Why a profile as typed cannot be used, field by field; no Qt."""

from collections.abc import Callable, Collection, Mapping

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.gui.profile_secrets import StoredSecrets
from ringauth_gui.gui.secret_hosts import unconfirmed_hosts
from ringauth_gui.oauth.client_fields import client_id, client_secret
from ringauth_gui.oauth.endpoint_url import MAX_LENGTH
from ringauth_gui.oauth.jwt_credential import read_jwt_credential
from ringauth_gui.oauth.redirect_uri import redirect_uri_parts
from ringauth_gui.oauth.request_options import options_from
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import ServerKind
from ringauth_gui.storage.profile_json import checked_name
from ringauth_gui.typed_server import typed_address, typed_metadata

# Stands in for an address that has its reason already, so that the others get theirs.
_ANY_ADDRESS = "https://a.example/"


def field_errors(
    draft: ProfileDraft,
    existing_names: Collection[str],
    stored: StoredSecrets,
    metadata: ServerMetadata | None = None,
) -> dict[str, str]:
    """Return why a field cannot be used, by the field's name, in the form's order.

    Args:
        draft: What was typed.
        existing_names: The names of all other profiles.
        stored: Which secrets are kept for this client ID and server.
        metadata: What is known of another server by now.
    """
    return {
        **_reasons(
            name=lambda: _check_name(draft.name, existing_names),
            server_url=lambda: _check_server(draft),
        ),
        **_endpoint_errors(draft),
        **_reasons(
            client_id=lambda: client_id(draft.client_id),
            client_secret=lambda: _check_secret(draft, stored),
            confirm_hosts=lambda: check_hosts(draft, metadata),
            jwt_credential=lambda: _check_jwt(draft, stored),
            redirect_uri=lambda: _check_first(draft),
            further_redirect_uris=lambda: _check_further(draft),
        ),
        **_option_errors(draft.options),
    }


def check_hosts(draft: ProfileDraft, metadata: ServerMetadata | None) -> None:
    """Refuse to send a secret to a host that nobody confirmed (IN-09).

    Raises:
        ConfigurationError: There is such a host.
    """
    if hosts := unconfirmed_hosts(draft, metadata):
        raise ConfigurationError(
            "confirm_hosts",
            f"RingAuth does not know {' and '.join(hosts)}. Tick the box if the app's "
            "secret is meant for it, then save.",
        )


def _reasons(**checks: Callable[[], object]) -> dict[str, str]:
    errors: dict[str, str] = {}
    for name, check in checks.items():
        try:
            check()
        except ConfigurationError as error:
            errors[name] = error.reason
    return errors


def _all_reasons(
    check: Callable[[Mapping[str, str]], object], texts: Mapping[str, str], good: str
) -> dict[str, str]:
    """Return the reason of each text that ``check`` refuses; it stops at the first."""
    errors: dict[str, str] = {}
    while True:
        try:
            check({**texts, **dict.fromkeys(errors, good)})
        except ConfigurationError as error:
            errors[error.field] = error.reason
        else:
            return errors


def name_reason(name: str, existing_names: Collection[str]) -> str:
    """Return why a profile cannot be called ``name``; empty when it can."""
    return _reasons(name=lambda: _check_name(name, existing_names)).get("name", "")


def _check_name(name: str, existing_names: Collection[str]) -> None:
    # Two names that differ in case only look like one in a list.
    taken = {existing.casefold() for existing in existing_names}
    if checked_name(name).casefold() in taken:
        raise ConfigurationError("name", "Another profile has this name.")


def _check_server(draft: ProfileDraft) -> None:
    if draft.server is not ServerKind.OTHER:
        return
    if draft.server_url:
        typed_address(draft.server_url)
    elif not draft.types_endpoints:
        raise ConfigurationError("server_url", "The server's address is missing.")


def _endpoint_errors(draft: ProfileDraft) -> dict[str, str]:
    if not draft.types_endpoints:
        return {}
    return _all_reasons(typed_metadata, draft.endpoints, _ANY_ADDRESS)


def _option_errors(options: Mapping[str, str]) -> dict[str, str]:
    return _all_reasons(
        lambda texts: options_from(texts, sends_nonce=False), options, ""
    )


def _check_secret(draft: ProfileDraft, stored: StoredSecrets) -> None:
    if not draft.has_secret:
        return
    typed = client_secret(draft.client_secret or "")  # also where one is kept already
    is_none_kept = stored.client_secret is False  # None: nobody has looked yet
    if is_none_kept and not typed:
        raise ConfigurationError(
            "client_secret",
            "Enter the app's secret. For a public app, clear “This app has a secret”.",
        )


def _check_jwt(draft: ProfileDraft, stored: StoredSecrets) -> None:
    if not draft.uses_jwt:
        return
    if draft.jwt_credential is not None or stored.jwt_credential is None:
        read_jwt_credential(draft.jwt_credential or "")


def _check_first(draft: ProfileDraft) -> None:
    if not draft.uses_jwt:
        _check_redirect_uri("".join(draft.redirect_uris[:1]))


def _check_further(draft: ProfileDraft) -> None:
    uris = () if draft.uses_jwt else draft.redirect_uris
    for position, redirect_uri in enumerate(uris[1:], start=1):
        _check_redirect_uri(redirect_uri)
        if redirect_uri in uris[:position]:
            raise ConfigurationError(
                "further_redirect_uris", "A redirect URI is named twice."
            )


def _check_redirect_uri(redirect_uri: str) -> None:
    if not redirect_uri:
        raise ConfigurationError("redirect_uri", "The redirect URI is missing.")
    if len(redirect_uri) > MAX_LENGTH:
        raise ConfigurationError(
            "redirect_uri",
            f"The redirect URI has {len(redirect_uri)} characters;"
            f" more than {MAX_LENGTH} cannot be right.",
        )
    redirect_uri_parts(redirect_uri)
