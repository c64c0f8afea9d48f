"""How long things live on the practice server and how many there may be."""

from dataclasses import dataclass

DEFAULT_PORT = 27466
# Tells a second window that it is a practice server that holds the port.
SERVER_VERSION = "RingAuth practice 1.0.0"


@dataclass(frozen=True)
class Settings:
    """Lifetimes and limits, in seconds and in numbers; RingCentral's by default.

    Attributes:
        access_token_lifetime: How long an access token works.
        refresh_token_lifetime: How long a refresh token works.
        code_lifetime: How long an authorization code works.
        ticket_lifetime: How long the sign-in page of a request can be used.
        unused_grace: How long a replaced refresh token still answers with the new
            tokens while the new access token has not been used.
        used_grace: How long it does so after the first use of the new access token.
        corrupted_period: How long a replaced access token is OAU-129, before OAU-213.
        sessions_per_person: How many sessions one person may have with one app.
        auth_limit: Authentication calls in one window, per client ID.
        light_limit: Calls of the light group in one window, per person and app.
        medium_limit: Calls of the medium group in one window, per person and app.
        limit_window: The length of that window.
        penalty: How long everything is refused once a limit was exceeded.
    """

    access_token_lifetime: int = 3600
    refresh_token_lifetime: int = 604_800
    code_lifetime: int = 60
    ticket_lifetime: int = 600
    unused_grace: int = 3600
    used_grace: int = 10
    corrupted_period: int = 10
    sessions_per_person: int = 5
    auth_limit: int = 5
    light_limit: int = 50
    medium_limit: int = 40
    limit_window: int = 60
    penalty: int = 60


DEFAULT_SETTINGS = Settings()
