"""The token endpoint's answer (reference section 3.4)."""

from datetime import UTC, datetime

from ringauth_gui.practice.grant import IssuedTokens, SessionLimits
from ringauth_gui.practice.settings import Settings


def token_members(
    issued: IssuedTokens, settings: Settings, now: float, id_token: str | None = None
) -> dict[str, object]:
    """The members of the answer; what is None there is not in it."""
    less = 1 if settings.one_second_less else 0
    members = {
        "access_token": issued.access_token,
        "token_type": settings.token_type,
        "expires_in": _seconds(issued.expires_in - less, settings),
        "refresh_token": issued.refresh_token or None,
        "refresh_token_expires_in": (
            _seconds(issued.refresh_token_expires_in - less, settings)
            if issued.refresh_token
            else None
        ),
        "scope": " ".join(issued.grant.scope),
        "owner_id": _if(
            settings.owner_id_present, str(issued.grant.person.extension_id)
        ),
        "endpoint_id": _if(settings.endpoint_id_present, issued.endpoint_id),
        "session_id": _if(settings.session_id_present, issued.session_id),
        "id_token": id_token,
        **limit_members(issued.limits, settings, now),
    }
    return {name: value for name, value in members.items() if value is not None}


def limit_members(
    limits: SessionLimits, settings: Settings, now: float
) -> dict[str, object]:
    """What is told of a session's enforced end; empty when nothing is enforced."""
    members: dict[str, object] = {}
    if limits.ends_at is not None:
        members["session_expires_in"] = _seconds(int(limits.ends_at - now), settings)
        members["session_expiration_time"] = _iso(limits.ends_at)
    if limits.idle_timeout is not None:
        members["session_idle_timeout"] = _seconds(limits.idle_timeout, settings)
    return members


def _if(is_present: bool, value: str) -> str | None:
    return value if is_present else None


def _seconds(value: int, settings: Settings) -> int | str:
    value = max(0, value)
    return str(value) if settings.numbers_as_strings else value


def _iso(moment: float) -> str:
    text = datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")
