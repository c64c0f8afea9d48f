"""An app of the practice server, as the window offers it; no Qt."""

from dataclasses import dataclass, field

from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.profile import DEFAULT_REDIRECT_URI


@dataclass(frozen=True)
class PracticeApp:
    """An app that the practice server knows; nothing about it is secret.

    Attributes:
        client_id: RFC 6749 section 2.2.
        client_secret: None for a public app.
        redirect_uris: Registered for it, in order of preference.
        grant_type: How it comes by a token.
    """

    client_id: str
    client_secret: str | None = field(default=None, repr=False)
    redirect_uris: tuple[str, ...] = (DEFAULT_REDIRECT_URI,)
    grant_type: GrantType = GrantType.AUTHORIZATION_CODE

    @property
    def kind(self) -> str:
        """What tells it from the others in a word."""
        if self.grant_type is GrantType.JWT_BEARER:
            return "JWT"
        return "Public" if self.client_secret is None else "Confidential"
