"""The credentials of one app, made of what stands under known names."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.client_fields import client_id, client_secret
from ringauth_gui.oauth.endpoint_url import server_address
from ringauth_gui.oauth.jwt_credential import JwtCredential, read_jwt_credential
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.ringcentral.credential_names import CredentialKind, kind_of, rank

LONGEST_NAME = 60
MOST_NOTES = 8
MOST_JWTS = 20  # of one app; a person chooses among them


@dataclass(frozen=True)
class NamedText:
    """A text, and the names that lead to it; the last is its own."""

    path: tuple[str, ...]
    text: str = field(repr=False)

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path[-1]

    @property
    def kind(self) -> CredentialKind | None:
        """What it is, as far as its name or its shape tells."""
        kind = kind_of(self.name)
        if kind is None and self._is_shaped_as_jwt():
            # Often under the name of its user, or of an extension.
            return CredentialKind.JWT
        return kind

    def _is_shaped_as_jwt(self) -> bool:
        text = self.text.strip()
        return text.startswith("eyJ") and text.count(".") == 2  # noqa: PLR2004 - RFC 7515


@dataclass(frozen=True)
class FoundJwt:
    """A JWT credential, and whose it seems to be; empty where nothing tells."""

    label: str
    credential: JwtCredential


@dataclass(frozen=True)
class FoundCredentials:
    """What was found of one app; nothing of it is taken yet.

    Attributes:
        client_id: Empty when none was found.
        client_secret: None when none was found.
        server_url: Scheme and authority; empty when none was found.
        jwts: In the order of the file.
        notes: What is odd about it, a sentence each, without any value.
    """

    client_id: str = ""
    client_secret: str | None = field(default=None, repr=False)
    server_url: str = ""
    jwts: tuple[FoundJwt, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found that names an app or signs anybody in."""
        return not self.client_id and not self.jwts

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every secret in it, for redaction."""
        jwts = (found.credential.assertion for found in self.jwts)
        return tuple(filter(None, (self.client_secret, *jwts)))


def found_credentials(
    texts: Sequence[NamedText], notes: Iterable[str] = ()
) -> FoundCredentials:
    """Return what ``texts`` hold of one app; what cannot be used is noted."""
    finder = _Finder(texts, list(notes))
    return FoundCredentials(
        client_id=finder.one(CredentialKind.CLIENT_ID, client_id),
        client_secret=finder.one(CredentialKind.CLIENT_SECRET, client_secret) or None,
        server_url=finder.one(CredentialKind.SERVER, _server),
        jwts=finder.jwts(),
        notes=tuple(finder.notes[:MOST_NOTES]),
    )


def _server(text: str) -> str:
    return server_address(text.strip().rstrip("/"), "server_url")


class _Finder:
    """Picks what is to be used, and notes what is not."""

    def __init__(self, texts: Sequence[NamedText], notes: list[str]) -> None:
        self.notes = notes
        self._texts = [
            each for each in texts if each.kind is not None and each.text.strip()
        ]

    def one(self, kind: CredentialKind, check: Callable[[str], str]) -> str:
        """Return the text of that ``kind``; empty when there is none to be used."""
        texts = sorted(
            (each for each in self._texts if each.kind is kind),
            key=lambda each: rank(each.name),
        )
        if len({each.text.strip() for each in texts}) > 1:
            names = plain(" and ".join(dict.fromkeys(each.name for each in texts)))
            self.notes.append(
                f"The {kind.value} is given more than once, and differently "
                f"({names}): the one under {_shown(texts[0].name)} is taken."
            )
        for each in texts[:1]:
            return self._checked(each, check)
        return ""

    def jwts(self) -> tuple[FoundJwt, ...]:
        """Return each JWT credential once."""
        found: dict[str, FoundJwt] = {}
        texts = [each for each in self._texts if each.kind is CredentialKind.JWT]
        if len(texts) > MOST_JWTS:
            self.notes.append(
                f"{len(texts)} JWT credentials stand there; the first {MOST_JWTS} are "
                "offered."
            )
        for each in texts[:MOST_JWTS]:
            self._add_jwt(found, each)
        return tuple(found.values())

    def _add_jwt(self, found: dict[str, FoundJwt], named: NamedText) -> None:
        try:
            credential = read_jwt_credential(named.text)
        except ConfigurationError as error:
            self.notes.append(f"{_shown(named.name)}: {error.reason}")
        else:
            found.setdefault(
                credential.assertion, FoundJwt(_label(named.path), credential)
            )

    def _checked(self, named: NamedText, check: Callable[[str], str]) -> str:
        if "${" in named.text:
            self.notes.append(
                f"{_shown(named.name)} refers to another variable, which RingAuth "
                "does not follow."
            )
            return ""
        try:
            return check(named.text)
        except ConfigurationError as error:
            self.notes.append(f"{_shown(named.name)}: {error.reason}")
            return ""


def _shown(name: str) -> str:
    return plain(name, LONGEST_NAME)


def _label(path: tuple[str, ...]) -> str:
    """Return whose JWT credential it is: the names around it that say more than JWT."""
    telling = [name for name in path if kind_of(name) is not CredentialKind.JWT]
    return plain(" › ".join(telling), LONGEST_NAME)
