"""The secrets that every target plays with; the kept inputs hold them too."""

STATE = "CANARY-state-4Kq8vXw2nT7pLs0d"
CODE = "CANARY-code-9rJb5mZc3yHf1aGe"
CANARY = "CANARY-secret-6uNo4iWk8xEt2qBv"
SECRETS = (STATE, CODE, CANARY)
_RUN = 12


def holds_secret(text: str) -> bool:
    """Return whether the text holds twelve characters of one in a row (R22)."""
    return any(
        secret[at : at + _RUN] in text
        for secret in SECRETS
        for at in range(len(secret) - _RUN + 1)
    )
