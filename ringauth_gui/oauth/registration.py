"""The authorization server and the client registered with it (RFC 6749 section 2)."""

import enum
from dataclasses import dataclass, field

from ringauth_gui.oauth.request_options import NO_OPTIONS, RequestOptions
from ringauth_gui.oauth.url_parts import authority_of


class GrantType(enum.Enum):
    """How a client comes by its first token; the value is the ``grant_type``."""

    AUTHORIZATION_CODE = "authorization_code"  # RFC 6749 section 4.1
    JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"  # RFC 7523 section 2.1


@dataclass(frozen=True)
class AuthorizationServer:
    """Where an authorization server is reached.

    Attributes:
        name: What a person calls it, such as "RingCentral".
        address: Scheme and authority that API calls start with, without a final slash.
        authorization_endpoint: Opened in the browser (RFC 6749 section 3.1).
        token_endpoint: RFC 6749 section 3.2.
        revocation_endpoint: RFC 7009 section 2; None where there is none.
        userinfo_endpoint: OpenID Connect Core section 5.3; None where there is none.
        issuer: The identifier that ``iss`` names (RFC 9207), where it is known.
        jwks_uri: Where the keys are that sign ID tokens; None where there are none.
        requires_iss: Whether each authorization answer must name the issuer.
        authentication_methods: Of the token endpoint (RFC 8414 section 2); None where
            the server does not say.
        id_token_algorithms: Announced for ID tokens; None where it does not say.
        challenge_methods: Of PKCE (RFC 7636); None where it does not say.
        speaks_ringcentral: Whether the RingCentral API is behind the same address.
        counts_calls: Whether it is known to allow five authentication calls a minute.
    """

    name: str
    address: str
    authorization_endpoint: str
    token_endpoint: str
    revocation_endpoint: str | None
    userinfo_endpoint: str | None = None
    issuer: str | None = None
    jwks_uri: str | None = None
    requires_iss: bool = False
    authentication_methods: tuple[str, ...] | None = None
    id_token_algorithms: tuple[str, ...] | None = None
    challenge_methods: tuple[str, ...] | None = None
    speaks_ringcentral: bool = True
    counts_calls: bool = False

    @property
    def host(self) -> str:
        """The authority that secrets are sent to."""
        return authority_of(self.token_endpoint)

    @property
    def can_be_asked(self) -> bool:
        """Whether there is an address that judges an access token."""
        return self.speaks_ringcentral or self.userinfo_endpoint is not None

    @property
    def id_token_issuer(self) -> str | None:
        """Who signs ID tokens: the issuer, at RingCentral its address (reference 1.4).

        RingCentral names it in the ID token, but not in the authorization answer.
        """
        return self.issuer or (self.address if self.speaks_ringcentral else None)


@dataclass(frozen=True)
class ClientRegistration:
    """A client as it is registered with its server (RFC 6749 section 2).

    Attributes:
        server: The server that knows the client.
        client_id: RFC 6749 section 2.2.
        client_secret: None for a public client (RFC 6749 section 2.1).
        redirect_uris: The registered loopback URIs to use, in order of preference.
        binding: What its secrets are bound to besides the client ID (R8).
        options: What is asked for beyond the necessary.
        profile_id: Whose registration it is, for the log of exchanges.
    """

    server: AuthorizationServer
    client_id: str
    client_secret: str | None = field(repr=False)
    redirect_uris: tuple[str, ...]
    binding: str = ""
    options: RequestOptions = NO_OPTIONS
    profile_id: str = ""

    @property
    def is_public(self) -> bool:
        """Whether the client has no secret (RFC 6749 section 2.1)."""
        return self.client_secret is None
