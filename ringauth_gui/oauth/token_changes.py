"""What a refresh changed, in words."""

from ringauth_gui.oauth.token import Token


def token_changes(before: Token, after: Token) -> tuple[str, ...]:
    """Return a short sentence for each thing that differs, the tokens first."""
    changes = [
        "New access token."
        if after.access_token != before.access_token
        else "The same access token came back.",
    ]
    if after.refresh_token == before.refresh_token:
        changes.append("The refresh token stays.")
    elif after.refresh_token is not None:
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
    return tuple(changes)


def _scope_changes(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    added = [name for name in after if name not in before]
    removed = [name for name in before if name not in after]
    changes = [f"Scope added: {', '.join(added)}."] if added else []
    if removed:
        changes.append(f"Scope no longer granted: {', '.join(removed)}.")
    return changes


def _seconds(lifetime: int | None) -> str:
    return "unknown" if lifetime is None else f"{lifetime} s"
