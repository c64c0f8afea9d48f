"""What the API says of a token that was revoked."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Proof:
    """What the API said of an access token after its revocation.

    Attributes:
        proved: Whether it is shown to be dead.
        text: The rest of the sentence "Revoked: …".
    """

    proved: bool
    text: str


def proof_from(status: int) -> Proof:
    """Return what an answer with this HTTP status proves."""
    if status == 401:  # noqa: PLR2004 - unauthorized
        return Proof(True, "proved: the API answers 401")  # noqa: FBT003
    if status == 200:  # noqa: PLR2004 - OK
        return Proof(False, "but the API still accepts the token")  # noqa: FBT003
    return Proof(False, f"not proved: the API answers {status}")  # noqa: FBT003


def no_proof() -> Proof:
    """Return what is proved where the API could not be asked."""
    return Proof(False, "not proved: the API could not be asked")  # noqa: FBT003
