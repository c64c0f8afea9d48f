"""What the use cases bring back: frozen values for the window to show."""

from dataclasses import dataclass, replace

from ringauth_gui.errors import GrantNoLongerValid, Refusal, RingAuthError
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.answer_check import AnswerCheck
from ringauth_gui.oauth.token import Token
from ringauth_gui.ringcentral.proof import Proof
from ringauth_gui.storage.token_store import SecretKind


@dataclass(frozen=True)
class SignedIn:
    """A sign-in that succeeded.

    Attributes:
        token: The new token.
        checks: How the answer was checked.
        keeping: Where the token is kept; None while the person has not yet confirmed
            that another owner's tokens may be replaced (R27).
        previous_owner_id: The other owner, in that case.
    """

    token: Token
    checks: tuple[AnswerCheck, ...]
    keeping: Keeping | None
    previous_owner_id: str | None = None

    def checked(
        self, before: tuple[AnswerCheck, ...], after: tuple[AnswerCheck, ...]
    ) -> "SignedIn":
        """Return this with the checks that belong before and after its own."""
        return replace(self, checks=(*before, *self.checks, *after))


@dataclass(frozen=True)
class Refreshed:
    """A refresh that succeeded.

    Attributes:
        token: The new token.
        keeping: Where it is kept.
        changes: What it changed, a sentence each.
        checks: How a new ID token was checked, if one came.
    """

    token: Token
    keeping: Keeping
    changes: tuple[str, ...]
    checks: tuple[AnswerCheck, ...] = ()


@dataclass(frozen=True)
class Pasted:
    """A token from elsewhere, and where it is kept."""

    token: Token
    keeping: Keeping


@dataclass(frozen=True)
class Revoked:
    """The end of a session here.

    Attributes:
        proof: What the API said of the old token; None when it was not asked.
        untold: Why the server could not be told (sign-out only).
        left_behind: Why the tokens could not be removed from the keyring.
    """

    proof: Proof | None
    untold: RingAuthError | None = None
    left_behind: str | None = None


@dataclass(frozen=True)
class Withdrawn:
    """What was taken out of the keyring with a deleted profile; it can be brought back.

    Attributes:
        token: The token, which lives on at the server; None when there is none.
        kinds: What there was.
    """

    token: Token | None
    kinds: tuple[SecretKind, ...]


class GrantEnded(GrantNoLongerValid):
    """The grant is over, and its token could not be removed from the keyring."""

    def __init__(self, refusal: Refusal, left_behind: str) -> None:
        """Take what the server said, and why the token is ``left_behind``."""
        super().__init__(refusal)
        self.left_behind = left_behind
