"""The JWT credentials of the people here (reference section 9.2); not yet signed."""

from dataclasses import dataclass

from ringauth_gui.practice.apps import JWT_ONLY_APP
from ringauth_gui.practice.people import ADA, GRACE

# 2025-01-01, 2025-02-01 and 2040-01-01: the same for every server, so that a credential
# that was kept works with the next one too.
ISSUED_AT = 1_735_689_600
_LONG_OVER = 1_738_368_000
_FAR_AWAY = 2_208_988_800


@dataclass(frozen=True)
class JwtCredential:
    """A credential of one person.

    Attributes:
        credential_id: Its ``jti``.
        about: What it is for, in words.
        extension_id: Whose it is.
        client_ids: The apps that may use it; None for all of the organization.
        expires_at: Wall seconds; None for no end.
    """

    credential_id: str
    about: str
    extension_id: int
    client_ids: tuple[str, ...] | None = None
    expires_at: int | None = None


CREDENTIALS = (
    JwtCredential(
        "practice-jwt-any-app",
        "Ada, for any app, without an end",
        ADA.extension_id,
    ),
    JwtCredential(
        "practice-jwt-this-app",
        "Grace, for the JWT app only, until 2040",
        GRACE.extension_id,
        (JWT_ONLY_APP.client_id,),
        _FAR_AWAY,
    ),
    JwtCredential(
        "practice-jwt-other-app",
        "Ada, for another app only, so that a sign-in ends with OAU-473",
        ADA.extension_id,
        ("practice-other-app",),
    ),
    JwtCredential(
        "practice-jwt-expired",
        "Ada, expired in 2025, so that a sign-in ends with OAU-210",
        ADA.extension_id,
        None,
        _LONG_OVER,
    ),
)
