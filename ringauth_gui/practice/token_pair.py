"""An access token and its refresh token, with the lifetimes of their issue."""

from dataclasses import dataclass, field

from ringauth_gui.practice.grant import Grant, SessionLimits
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.token_format import new_token
from ringauth_gui.practice.token_options import TokenOptions


@dataclass
class TokenPair:
    """Tokens of a session; without a refresh token ``refresh_ends_at`` is None."""

    scope: tuple[str, ...]
    issued_at: float
    access_ends_at: float
    refresh_ends_at: float | None
    access_token: str = field(default_factory=new_token, repr=False)
    refresh_token: str | None = field(default=None, repr=False)
    first_used_at: float | None = None

    def __post_init__(self) -> None:
        if self.refresh_ends_at is not None:
            self.refresh_token = new_token()

    def grace_ends_at(self, settings: Settings) -> float:
        """When the refresh token before this pair stops to give this pair again."""
        ends_at = self.issued_at + settings.unused_grace
        if self.first_used_at is None:
            return ends_at
        return min(ends_at, self.first_used_at + settings.used_grace)


def new_pair(
    grant: Grant,
    options: TokenOptions,
    settings: Settings,
    limits: SessionLimits,
    now: float,
) -> TokenPair:
    """Issue tokens; what the settings say now holds for as long as they live."""
    access_ends_at = now + options.access_token_lifetime(settings)
    refresh_lifetime = options.refresh_token_lifetime(settings)
    refresh_ends_at = now + refresh_lifetime
    if limits.ends_at is not None:
        # Reference section 4, rule 7: nothing outlives the session.
        access_ends_at = min(access_ends_at, limits.ends_at)
        refresh_ends_at = min(refresh_ends_at, limits.ends_at)
    has_refresh_token = grant.app.issues_refresh_tokens and refresh_lifetime > 0
    return TokenPair(
        scope=options.narrowed(grant.scope),
        issued_at=now,
        access_ends_at=access_ends_at,
        refresh_ends_at=refresh_ends_at if has_refresh_token else None,
    )
