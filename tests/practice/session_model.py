"""RingCentral's rules for sessions once more, as plain as the reference tells them.

It keeps every token pair that a session ever had and works every answer out of them;
the server keeps as little as it can. Numbers in comments are the reference's rules.
"""

from dataclasses import dataclass, field

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.practice.people import Person
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.token_options import TokenOptions

HOUR, SEVEN_DAYS, THIRTY_DAYS = 3600, 604_800, 2_592_000
NOT_FOUND, REVOKED, EXPIRED = "OAU-213", "OAU-211", "OAU-210"


@dataclass
class Pair:
    """Tokens as they were given out; ``replaced_at`` once others took their place."""

    access_token: str
    refresh_token: str
    issued_at: float
    access_end: float
    refresh_end: float
    first_used_at: float | None = None
    replaced_at: float | None = None

    def old_refresh_token_works(self, now: float) -> bool:
        """Whether the refresh token before this pair still gives this pair."""
        within_the_hour = now < self.issued_at + HOUR  # rule 5
        if self.first_used_at is None:
            return within_the_hour
        return within_the_hour and now < self.first_used_at + 10  # rule 4


@dataclass(eq=False)
class SessionModel:
    """What one session should answer; ``over`` is the code of a refresh after it."""

    app: App
    person: Person
    settings: Settings
    started_at: float
    active_at: float
    pairs: list[Pair] = field(default_factory=list)
    over: str | None = None
    session_id: str = ""

    @property
    def current(self) -> Pair:
        """The tokens that are good, if any are."""
        return self.pairs[-1]

    def give(self, issued: IssuedTokens, options: TokenOptions, now: float) -> None:
        """Take new tokens, and hold them to the lifetimes that they should have."""
        access = self._until_the_end(_access_lifetime(options), now)
        refresh = self._until_the_end(_refresh_lifetime(options), now)
        assert issued.expires_in == int(access)
        assert bool(issued.refresh_token) is (options.refresh_token_ttl != 0)
        if issued.refresh_token:
            assert issued.refresh_token_expires_in == int(refresh)
        if self.pairs:
            self.current.replaced_at = now
        self.pairs.append(
            Pair(
                issued.access_token,
                issued.refresh_token,
                now,
                now + access,
                now + refresh,
            )
        )
        self.active_at = now

    def look_at_the_clock(self, now: float) -> None:
        """End when a time-out of the administrator has come (rule 7)."""
        lifetime = self.settings.session_lifetime
        idle = self.settings.session_idle_timeout
        has_ended = lifetime and now >= self.started_at + lifetime
        is_idle = idle and now >= self.active_at + idle
        if self.over is None and (has_ended or is_idle):
            self.over = REVOKED

    def answer_to_call(self, pair: Pair, now: float) -> str | None:
        """The code that a call with this pair's access token gets, if any."""
        if self.over is not None:
            return NOT_FOUND
        if pair.replaced_at is not None:
            is_fresh = now < pair.replaced_at + 10  # rule 3
            return "OAU-129" if is_fresh else NOT_FOUND
        return "OAU-128" if now >= pair.access_end else None

    def answer_to_refresh(self, pair: Pair, now: float) -> str | None:
        """The code that a refresh with this pair's refresh token gets, if any."""
        if pair not in self.pairs[-2:]:
            return NOT_FOUND  # rule 2
        if self.over is not None:
            return self.over
        if pair is not self.current:
            is_good = self.current.old_refresh_token_works(now)
            return None if is_good else NOT_FOUND  # rule 6
        if now >= pair.refresh_end:
            return EXPIRED
        needs_access = not self.settings.refresh_after_access_token  # rule 8
        return EXPIRED if needs_access and now >= pair.access_end else None

    def is_ended_by(self, pair: Pair, *, is_refresh_token: bool, now: float) -> bool:
        """Whether revoking one of the pair's tokens ends the session."""
        if self.over is not None or pair not in self.pairs[-2:]:
            return False
        if pair is self.current:
            return True
        return is_refresh_token and self.current.old_refresh_token_works(now)

    def _until_the_end(self, lifetime: int, now: float) -> float:
        if not self.settings.session_lifetime:
            return lifetime
        left = self.started_at + self.settings.session_lifetime - now
        return min(lifetime, left)


def _access_lifetime(options: TokenOptions) -> int:
    asked = options.access_token_ttl
    return HOUR if asked is None else max(600, min(asked, HOUR))


def _refresh_lifetime(options: TokenOptions) -> int:
    asked = options.refresh_token_ttl
    return SEVEN_DAYS if asked is None else min(asked, THIRTY_DAYS)
