"""A token that a person pasted: what stood around it, and what it seems to be."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.character_name import described_at
from ringauth_gui.oauth.token import Token
from ringauth_gui.oauth.token_answer import MAX_TOKEN

_QUOTES = "\"'`“”‘’«»"
_MOST = 2 * MAX_TOKEN  # with what stands around it
_JWT_DOTS = 2


@dataclass(frozen=True)
class PastedText:
    """What a field for a token holds.

    Attributes:
        token: The token alone; empty when there is none.
        removed: What stood around it and is no part of it, in words.
        is_jwt: Whether it has the form of a JWT, which RingCentral's tokens have not.
    """

    token: str = field(repr=False)
    removed: tuple[str, ...] = ()
    is_jwt: bool = False


@dataclass(frozen=True)
class PastedTokens:
    """The token from elsewhere, ready to be kept."""

    access_token: str = field(repr=False)
    refresh_token: str | None = field(default=None, repr=False)

    def token(self, now: Moment) -> Token:
        """Return it as a token of which nothing else is known, not even its owner."""
        return Token(
            access_token=self.access_token,
            token_type="bearer",  # noqa: S106 - no password
            issued=now,
            refresh_token=self.refresh_token,
            refresh_issued=now if self.refresh_token else None,
            obtained_here=False,
        )


def read_pasted(text: str, name: str, label: str) -> PastedText:
    """Return the token in ``text``, without what people copy along with it.

    Args:
        text: What is in the field.
        name: The field, as in ``access_token``.
        label: How a person calls it.

    Raises:
        ConfigurationError: It holds a character that no token has, or is too long.
    """
    token, removed = _bare(text) if len(text.strip()) <= _MOST else (text, ())
    if len(token) > MAX_TOKEN:
        raise ConfigurationError(
            name, f"The {label} has {len(token)} characters; no token is so long."
        )
    for at, character in enumerate(token):
        if not "!" <= character <= "~" or character in _QUOTES:
            raise ConfigurationError(
                name,
                f"The {label} holds {described_at(token, at)}, which no token has. "
                "Copy it once more, in one piece.",
            )
    return PastedText(token, removed, is_jwt=token.count(".") == _JWT_DOTS)


def _bare(text: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` without all that stands around it, and what that was.

    Again and again, since people copy a header with its quotes, or twice.
    """
    removed: dict[str, None] = {}
    token, before = text, ""
    while token != before:
        before = token
        for words, leave_out in _AROUND:
            bare = leave_out(token)
            if bare != token:
                removed[words] = None
            token = bare
    return token, tuple(removed)


def _without(word: str, token: str) -> str:
    return token[len(word) :].strip() if token.lower().startswith(word) else token


_AROUND: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("blanks or line breaks", str.strip),
    ("quotes", lambda token: token.strip(_QUOTES).strip()),
    ("“Authorization:”", partial(_without, "authorization:")),
    ("“Bearer”", partial(_without, "bearer ")),
)
