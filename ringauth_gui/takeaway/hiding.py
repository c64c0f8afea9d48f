"""How the secrets of an exchange are told, hidden or not."""

import base64
import enum
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ringauth_gui.redaction import MASK, Redaction, is_secret_name

FINGERPRINT_DIGITS = 8
_ENDS = 4  # characters at each end that tell two tokens apart (R24)
_SHORTEST_WITH_ENDS = 24
_OF_MEMBERS = ("://", "=", '"', "%3D", "%3d", "&quot;")
_SCHEMES = frozenset(("basic", "bearer", "digest", "dpop", "negotiate"))
_BEHIND = 1500  # characters: in a page the name of a field may stand behind its value
_BASIC = f"Basic ‹client id›:{MASK}"


class Secrets(enum.Enum):
    """What stands in place of a secret.

    Attributes:
        MASKED: Dots, with the ends of a token, for people who look.
        PLACEHOLDER: A word to be replaced, such as YOUR_CLIENT_SECRET, for commands.
        FINGERPRINT: A short salted hash, so that two secrets can be compared, and
            nothing else be learnt of them.
        SHOWN: The secret itself.
    """

    MASKED = "masked"
    PLACEHOLDER = "placeholder"
    FINGERPRINT = "fingerprint"
    SHOWN = "shown"


@dataclass(frozen=True)
class Hiding:
    """Hides the secrets of one exchange by their names and by their values (R22).

    Attributes:
        redaction: Knows the secrets in play.
        secrets: What stands in place of a secret.
        salt: Of fingerprints; new for each thing that leaves the window.
        longest: How many characters of an answer are looked at, which takes its time;
            None for all. What is behind is left out.
    """

    redaction: Redaction
    secrets: Secrets = Secrets.MASKED
    salt: bytes = b""
    longest: int | None = None

    def text(self, text: str) -> str:
        """Return a text of any kind."""
        return self._cleaned(text, self.redaction.clean)

    def value(self, name: str, value: str) -> str:
        """Return the value of a parameter, a header or a member called ``name``."""
        if self.secrets is not Secrets.SHOWN and is_secret_name(name):
            return self._hidden(name, value)
        # It may have parameters or members of its own, as a redirect has. Prose keeps
        # its words: "error code: OAU-109" is what a person needs.
        has_members = any(mark in value for mark in _OF_MEMBERS)
        clean = self.redaction.clean if has_members else self.redaction.clean_values
        return self._cleaned(value, clean)

    def _cleaned(self, text: str, clean: Callable[[str], str]) -> str:
        if self.secrets is Secrets.SHOWN:
            clean = str
        if self.longest is None or len(text) <= self.longest:
            return clean(text)
        return clean(text[: self.longest + _BEHIND])[:-_BEHIND]

    def _hidden(self, name: str, value: str) -> str:
        if self.secrets is Secrets.MASKED:
            return _masked(name, value)
        if self.secrets is Secrets.PLACEHOLDER:
            return _placeholder(name, value)
        scheme, credentials = _parted(name, value)
        return f"{scheme}{fingerprint(credentials, self.salt)}"

    def json(self, untrusted: object, name: str = "") -> object:
        """Return a JSON value with every secret in it hidden, at any depth.

        All that is within a secret member is secret too.
        """
        if isinstance(untrusted, Mapping):
            return {
                self.text(key): self.json(value, name if is_secret_name(name) else key)
                for key, value in untrusted.items()
            }
        if isinstance(untrusted, list):
            return [self.json(value, name) for value in untrusted]
        if isinstance(untrusted, str):
            return self.value(name, untrusted)
        # A number of any length may be a secret too, such as a code.
        is_harmless = untrusted is None or isinstance(untrusted, bool)
        is_shown = self.secrets is Secrets.SHOWN
        if is_shown or is_harmless or not is_secret_name(name):
            return untrusted
        return self.value(name, str(untrusted))


def _parted(name: str, value: str) -> tuple[str, str]:
    """Return the scheme of an ``Authorization``, with its blank, and what is secret.

    Without a scheme that is known, all of it is secret.
    """
    scheme, _, credentials = value.partition(" ")
    is_header = name.strip().lower().endswith("authorization")
    if is_header and credentials and scheme.lower() in _SCHEMES:
        return f"{scheme} ", credentials
    return "", value


def _masked(name: str, value: str) -> str:
    scheme, credentials = _parted(name, value)
    if scheme.lower() == "basic ":
        return _BASIC
    has_ends = scheme or name.strip().lower().endswith("token")
    return f"{scheme}{_with_ends(credentials)}" if has_ends else MASK


def _placeholder(name: str, value: str) -> str:
    scheme, credentials = _parted(name, value)
    if not scheme:
        return placeholder(name)
    if scheme.lower() != "basic ":
        return f"{scheme}{placeholder('access_token')}"
    known = basic_pair(credentials)
    client_id = placeholder("client_id") if known is None else known[0]
    pair = f"{client_id}:{placeholder('client_secret')}"
    return f"{scheme}{base64.b64encode(pair.encode()).decode()}"


def fingerprint(secret: str, salt: bytes) -> str:
    """Return eight digits of a salted hash, such as ``#1a2b3c4d``."""
    digest = hmac.new(salt, secret.encode(errors="replace"), hashlib.sha256)
    return f"#{digest.hexdigest()[:FINGERPRINT_DIGITS]}"


def placeholder(name: str) -> str:
    """Return the word that stands in a command for what goes by ``name``."""
    return f"YOUR_{name.upper().replace('-', '_')}"


def basic_pair(credentials: str) -> tuple[str, str] | None:
    """Return user and password of Basic credentials (RFC 7617), None if they are none.

    At RingCentral they are the client ID and the client secret.
    """
    try:
        pair = base64.b64decode(credentials, validate=True).decode()
    except ValueError:
        return None
    user, colon, password = pair.partition(":")
    return (user, password) if colon else None


def _with_ends(value: str) -> str:
    if len(value) < _SHORTEST_WITH_ENDS:
        return MASK
    return f"{value[:_ENDS]}{MASK}{value[-_ENDS:]}"
