"""What the status line says of the keyring; no Qt."""


def keyring_text(name: str, problem: str | None) -> str:
    """Return which keyring is in use, or that none is and what that means."""
    if problem is None:
        return f"Keyring: {name}"
    return f"Keyring: none, tokens stay in memory until RingAuth closes. {problem}"
