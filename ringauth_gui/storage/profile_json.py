"""A profile as the members of a JSON object, and back."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.character_name import described_at
from ringauth_gui.oauth.client_fields import client_id
from ringauth_gui.oauth.endpoint_url import server_address
from ringauth_gui.oauth.redirect_uri import redirect_uri_parts
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.request_options import (
    TYPED_OPTIONS,
    RequestOptions,
    options_from,
)
from ringauth_gui.oauth.server_metadata import ServerMetadata, metadata_from
from ringauth_gui.storage.profile import Profile, ServerKind

LONGEST_NAME = 80
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")  # names items in the keyring and lock files
_KNOWN = frozenset(
    [
        "id",
        "name",
        "server",
        "server_url",
        "endpoints",
        "client_id",
        "has_secret",
        "redirect_uris",
        "auto_refresh",
        "keep_tokens",
        "grant_type",
        "sends_nonce",
        *TYPED_OPTIONS,
    ]
)
_SECRET = re.compile(
    r"(secret|token|password|passwd|jwt|assertion|verifier|authorization)$"
    r"|^code$"
)


def checked_name(name: str) -> str:
    """Return the profile's name without the blanks around it.

    Raises:
        ConfigurationError: It is empty, too long, or holds what cannot be shown.
    """
    name = name.strip()
    if not name:
        raise ConfigurationError("name", "Give the profile a name.")
    if len(name) > LONGEST_NAME:
        raise ConfigurationError(
            "name", f"The name has {len(name)} characters; {LONGEST_NAME} are allowed."
        )
    for at, character in enumerate(name):
        # Cc, Cf, Cs, ...: control and bidi characters, half surrogate pairs.
        if unicodedata.category(character)[0] == "C":
            raise ConfigurationError(
                "name", f"The name holds {described_at(name, at)}: nobody can see it."
            )
    return name


def profile_to_json(profile: Profile) -> dict[str, object]:
    """Return the members to write, with those that this version does not know."""
    return {
        **profile.unknown,
        "id": profile.id,
        "name": profile.name,
        "server": profile.server.value,
        "server_url": profile.server_url,
        "endpoints": {} if profile.metadata is None else profile.metadata.members(),
        "client_id": profile.client_id,
        "has_secret": profile.has_secret,
        "redirect_uris": list(profile.redirect_uris),
        "auto_refresh": profile.auto_refresh,
        "keep_tokens": profile.keep_tokens,
        "grant_type": profile.grant_type.value,
        "sends_nonce": profile.options.sends_nonce,
        **{name: text for name, text in profile.options.texts().items() if text},
    }


def profile_from_json(members: object) -> Profile:
    """Return the profile, every member checked as the form checks it.

    An option that is not there has its usual value; a member of the registration that
    is not there cannot be made up.

    Raises:
        ConfigurationError: A member has a value that cannot be used.
    """
    if not isinstance(members, dict):
        raise ConfigurationError("profile", "It is not a JSON object.")
    kind = _text(members, "server")
    server = next((each for each in ServerKind if each.value == kind), None)
    if server is None:
        raise ConfigurationError("server", "The server is not one of the known kinds.")
    identifier = _text(members, "id")
    if not _ID.fullmatch(identifier):
        raise ConfigurationError("id", "The id is not one that RingAuth gives.")
    server_url = _text(members, "server_url") if server is ServerKind.OTHER else ""
    return Profile(
        id=identifier,
        name=checked_name(_text(members, "name")),
        server=server,
        server_url=server_address(server_url, "server_url") if server_url else "",
        metadata=_metadata(members.get("endpoints", {})),
        client_id=client_id(_text(members, "client_id")),
        has_secret=_flag(members, "has_secret"),
        redirect_uris=_redirect_uris(members.get("redirect_uris")),
        auto_refresh=_flag({"auto_refresh": False, **members}, "auto_refresh"),
        keep_tokens=_flag({"keep_tokens": True, **members}, "keep_tokens"),
        grant_type=_grant_type(members.get("grant_type")),
        options=_options(members),
        unknown={key: value for key, value in members.items() if key not in _KNOWN},
    )


def without_secrets(members: Mapping[str, object]) -> dict[str, object]:
    """Return the members without those that look like secrets, at any depth (R18)."""
    return {
        key: _cleaned(value)
        for key, value in members.items()
        if not _is_secret(key, value)
    }


def secrets_in(members: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield the name and the value of each that ``without_secrets`` leaves out."""
    for key, value in members.items():
        if _is_secret(key, value):
            yield key, value
        else:
            yield from _secrets_within(value)


def _secrets_within(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        yield from secrets_in(value)
    elif isinstance(value, list):
        for each in value:
            yield from _secrets_within(each)


def _cleaned(value: object) -> object:
    if isinstance(value, dict):
        return without_secrets(value)
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return value


def _is_secret(key: str, value: object) -> bool:
    # A flag such as has_secret tells no secret, even where it is no flag.
    if key in _KNOWN or value is None or isinstance(value, bool):
        return False
    return _SECRET.search(re.sub(r"[^a-z]", "", key.lower())) is not None


def _text(members: Mapping[str, object], name: str) -> str:
    value = members.get(name)
    if not isinstance(value, str):
        raise ConfigurationError(name, f"The member {name} is not text.")
    return value


def _flag(members: Mapping[str, object], name: str) -> bool:
    value = members.get(name)
    if not isinstance(value, bool):
        raise ConfigurationError(name, f"The member {name} is neither true nor false.")
    return value


def _grant_type(value: object) -> GrantType:
    if value is None:  # as earlier versions wrote it
        return GrantType.AUTHORIZATION_CODE
    found = next((each for each in GrantType if each.value == value), None)
    if found is None:
        raise ConfigurationError("grant_type", "The grant type is not a known one.")
    return found


def _options(members: Mapping[str, object]) -> RequestOptions:
    texts = {name: _text(members, name) for name in TYPED_OPTIONS if name in members}
    sends_nonce = _flag({"sends_nonce": False, **members}, "sends_nonce")
    return options_from(texts, sends_nonce=sends_nonce)


def _metadata(value: object) -> ServerMetadata | None:
    if not isinstance(value, dict):
        raise ConfigurationError("endpoints", "The endpoints are not a JSON object.")
    return metadata_from(value) if value else None


def _redirect_uris(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ConfigurationError("redirect_uris", "There is no redirect URI.")
    for uri in value:
        if not isinstance(uri, str):
            raise ConfigurationError("redirect_uris", "A redirect URI is not text.")
        redirect_uri_parts(uri)
    return tuple(value)
