"""What a person has typed into the profile form, whether it can be used; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.request_options import RINGCENTRALS_OWN
from ringauth_gui.oauth.server_metadata import TOLD_SECRETS
from ringauth_gui.oauth.url_parts import authority_of
from ringauth_gui.storage.profile import DEFAULT_REDIRECT_URI, Profile, ServerKind

_TOKEN_OPTIONS = ("scope", "access_token_ttl", "refresh_token_ttl")
_ANY_SERVER = ("scope", "prompt", "display", "ui_locales", "login_hint", "nonce")


@dataclass(frozen=True)
class ProfileDraft:
    """A profile as typed, whether it can be used or not.

    Attributes:
        name: Shown in the side list.
        server: Which server.
        server_url: The address of another server; empty for the known ones.
        types_endpoints: Whether another server's endpoints are typed by hand.
        endpoints: What is typed of them (RFC 8414 member names); without empty ones.
        grant_type: How a token is come by.
        client_id: As registered.
        has_secret: Whether the app is confidential (RFC 6749 section 2.1).
        client_secret: None when nothing was typed: what is kept stays as it is.
        confirmed_hosts: Foreign hosts that the secret may be sent to (IN-09).
        jwt_credential: As client_secret.
        redirect_uris: As registered, in order of preference.
        keep_tokens: Keep tokens and secrets in the keyring.
        options: What is typed of TYPED_OPTIONS; without empty ones.
        sends_nonce: Whether a nonce goes with each authorization request.
    """

    name: str = ""
    server: ServerKind = ServerKind.RINGCENTRAL
    server_url: str = ""
    types_endpoints: bool = False
    endpoints: Mapping[str, str] = field(default_factory=dict)
    grant_type: GrantType = GrantType.AUTHORIZATION_CODE
    client_id: str = ""
    has_secret: bool = False
    client_secret: str | None = field(default=None, repr=False)
    confirmed_hosts: frozenset[str] = frozenset()
    jwt_credential: str | None = field(default=None, repr=False)
    redirect_uris: tuple[str, ...] = (DEFAULT_REDIRECT_URI,)
    keep_tokens: bool = True
    options: Mapping[str, str] = field(default_factory=dict)
    sends_nonce: bool = False

    @property
    def uses_jwt(self) -> bool:
        """Whether a JWT credential takes the place of the browser."""
        return self.grant_type is GrantType.JWT_BEARER

    def is_same_app(self, other: "ProfileDraft") -> bool:
        """Whether a secret kept for ``other`` may be used for this one (R8)."""
        return _app(self) == _app(other)


def draft_of(profile: Profile) -> ProfileDraft:
    """Return the draft that changes nothing of ``profile``."""
    known = profile.metadata
    typed = {} if known is None or not known.typed else known.texts()
    offered = offered_options(profile.server, profile.grant_type)
    options = profile.options.texts()
    return ProfileDraft(
        name=profile.name,
        server=profile.server,
        server_url=profile.server_url,
        types_endpoints=bool(typed),
        endpoints={name: text for name, text in typed.items() if text},
        grant_type=profile.grant_type,
        client_id=profile.client_id,
        has_secret=profile.has_secret,
        redirect_uris=profile.redirect_uris,
        keep_tokens=profile.keep_tokens,
        options={
            name: text for name, text in options.items() if text and name in offered
        },
        sends_nonce=profile.options.sends_nonce and "nonce" in offered,
    )


def offered_options(server: ServerKind, grant_type: GrantType) -> tuple[str, ...]:
    """Return the names of the options that have a meaning, in the form's order."""
    if grant_type is GrantType.JWT_BEARER:  # nothing is asked of a browser
        return _TOKEN_OPTIONS
    if server is ServerKind.OTHER:
        return _ANY_SERVER
    return (*_ANY_SERVER, *RINGCENTRALS_OWN)


def _app(draft: ProfileDraft) -> tuple[object, ...]:
    told = {authority_of(draft.endpoints.get(name, "")) for name in TOLD_SECRETS}
    return draft.server, draft.server_url, told - {""}, draft.client_id
