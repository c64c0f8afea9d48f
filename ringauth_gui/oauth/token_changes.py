"""What a refresh changed, in words."""

from datetime import UTC, datetime

from ringauth_gui.oauth.token import Token

SAME_END = 5.0  # seconds by which the same end may differ, counted from two answers


def token_changes(before: Token, after: Token) -> tuple[str, ...]:
    """Return a short sentence for each thing that differs, the tokens first."""
    changes = [
        "New access token."
        if after.access_token != before.access_token
        else "The same access token came back.",
    ]
    if after.refresh_token == before.refresh_token:
        changes.append("The refresh token stays.")
        if after.access_token == before.access_token:
            changes.append("The server took it for a repeat: it is the same pair.")
    else:
        changes.append("New refresh token; the old one is used up.")
    changes += _scope_changes(before.scope or (), after.scope or ())
    if after.expires_in != before.expires_in:
        changes.append(
            f"Access lifetime {_seconds(before.expires_in)} → "
            f"{_seconds(after.expires_in)}."
        )
    if after.refresh_token_expires_in != before.refresh_token_expires_in:
        changes.append(
            f"Refresh lifetime {_seconds(before.refresh_token_expires_in)} → "
            f"{_seconds(after.refresh_token_expires_in)}."
        )
    changes += _session_changes(before, after)
    return tuple(changes)


def _session_changes(before: Token, after: Token) -> list[str]:
    changes = []
    old, new = _session_end(before), _session_end(after)
    if (old is None) != (new is None) or abs((old or 0) - (new or 0)) > SAME_END:
        changes.append(f"Session end {_utc(old)} → {_utc(new)}.")
    if after.session_idle_timeout != before.session_idle_timeout:
        changes.append(
            f"Idle time-out {_seconds(before.session_idle_timeout)} → "
            f"{_seconds(after.session_idle_timeout)}."
        )
    return changes


def _session_end(token: Token) -> float | None:
    if token.session_issued is None or token.session_expires_in is None:
        return None
    return token.session_issued.wall + token.session_expires_in


def _utc(wall: float | None) -> str:
    if wall is None:
        return "unknown"
    try:
        return f"{datetime.fromtimestamp(wall, UTC):%Y-%m-%d %H:%M:%S} UTC"
    except (ValueError, OverflowError, OSError):
        return "beyond the calendar"


def _scope_changes(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    added = [name for name in after if name not in before]
    removed = [name for name in before if name not in after]
    changes = [f"Scope added: {', '.join(added)}."] if added else []
    if removed:
        changes.append(f"Scope no longer granted: {', '.join(removed)}.")
    return changes


def _seconds(lifetime: int | None) -> str:
    return "unknown" if lifetime is None else f"{lifetime} s"
