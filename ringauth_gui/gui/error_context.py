"""What is known where an error happened; no Qt."""

from dataclasses import dataclass
from typing import Literal

Doing = Literal[
    "authorize", "refresh", "revoke", "check", "ask", "save", "restore", "delete"
]


@dataclass(frozen=True)
class MessageContext:
    """What is known where an error happened.

    Attributes:
        server_name: What a person calls the server.
        host: The authority that was spoken to.
        is_practice: Whether it is the practice server.
        redirect_uri: The one in use, exactly as to be registered.
        is_public: Whether the profile has no secret.
        doing: What was being done.
        access_left_text: How long the access token lives, such as "54 min 31 s";
            empty when unknown.
        next_redirect_uri: Another one that the profile names; None when there is none.
        uses_jwt: Whether the profile signs in by a JWT credential.
        is_ringcentral: Whether the server has RingCentral's rules for refreshes.
    """

    server_name: str
    host: str
    is_practice: bool
    redirect_uri: str
    is_public: bool
    doing: Doing
    access_left_text: str = ""
    next_redirect_uri: str | None = None
    uses_jwt: bool = False
    is_ringcentral: bool = True

    @property
    def is_jwt_sign_in(self) -> bool:
        """Whether a JWT credential was being exchanged."""
        return self.uses_jwt and self.doing == "authorize"
