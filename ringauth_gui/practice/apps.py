"""The apps that are registered with the practice server."""

from dataclasses import dataclass, field

REDIRECT_URIS = (
    "http://localhost:27464/callback",
    "http://localhost:27465/callback",
    "http://127.0.0.1:27464/callback",
)
SCOPES = ("ReadAccounts", "ReadCallLog", "SMS", "RingOut")
# What introspection needs (reference section 6.2); no app has it at the start.
INTEROPERABILITY = "Interoperability"
JWT_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
CODE_GRANTS = ("authorization_code", "refresh_token")


@dataclass(frozen=True)
class App:
    """A registered client (RFC 6749 section 2).

    Attributes:
        name: What the consent page calls it.
        client_id: RFC 6749 section 2.2.
        client_secret: None for a public client.
        redirect_uris: Compared character by character.
        grant_types: What the app may send to the token endpoint.
        scopes: The permissions the app was registered with.
        issues_refresh_tokens: The console's "Issue refresh tokens".
    """

    name: str
    client_id: str
    client_secret: str | None = field(default=None, repr=False)
    redirect_uris: tuple[str, ...] = REDIRECT_URIS
    grant_types: tuple[str, ...] = CODE_GRANTS
    scopes: tuple[str, ...] = SCOPES
    issues_refresh_tokens: bool = True

    @property
    def is_public(self) -> bool:
        """Whether the app has no secret (RFC 6749 section 2.1)."""
        return self.client_secret is None


CONFIDENTIAL_APP = App(
    name="RingAuth practice app",
    client_id="practice-confidential-app",
    # No secret of anybody: it is printed on the server's own front page. It is as long
    # as an HS256 key has to be (RFC 7518 section 3.2).
    client_secret="practice-secret-printed-on-the-front-page",  # noqa: S106 - published on purpose
)
PUBLIC_APP = App(name="RingAuth practice public app", client_id="practice-public-app")
JWT_ONLY_APP = App(
    name="RingAuth practice JWT app",
    client_id="practice-jwt-only-app",
    client_secret="practice-jwt-secret-printed-on-the-front-page",  # noqa: S106 - as above
    redirect_uris=(),
    grant_types=(JWT_GRANT, "refresh_token"),
)
APPS = (CONFIDENTIAL_APP, PUBLIC_APP, JWT_ONLY_APP)
