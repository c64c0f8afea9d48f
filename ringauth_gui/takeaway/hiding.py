"""How the secrets of an exchange are told, hidden or not."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from ringauth_gui.redaction import MASK, Redaction, is_secret_name

_ENDS = 4  # characters at each end that tell two tokens apart (R24)
_SHORTEST_WITH_ENDS = 24
_BASIC = f"Basic ‹client id›:{MASK}"


class Secrets(enum.Enum):
    """What stands in place of a secret."""

    MASKED = "masked"
    SHOWN = "shown"


@dataclass(frozen=True)
class Hiding:
    """Hides the secrets of one exchange by their names and by their values (R22).

    Attributes:
        redaction: Knows the secrets in play.
        secrets: What stands in place of a secret.
    """

    redaction: Redaction
    secrets: Secrets = Secrets.MASKED

    def text(self, text: str) -> str:
        """Return a text of any kind."""
        return text if self.secrets is Secrets.SHOWN else self.redaction.clean(text)

    def value(self, name: str, value: str) -> str:
        """Return the value of a parameter, a header or a member called ``name``."""
        if self.secrets is Secrets.SHOWN:
            return value
        if is_secret_name(name):
            return _masked(name, value)
        # An address may have parameters of its own, as a redirect has.
        is_address = "://" in value
        clean = self.redaction.clean if is_address else self.redaction.clean_values
        return clean(value)

    def json(self, untrusted: object, name: str = "") -> object:
        """Return a JSON value with every secret in it hidden, at any depth."""
        if isinstance(untrusted, Mapping):
            return {
                self.text(key): self.json(value, key)
                for key, value in untrusted.items()
            }
        if isinstance(untrusted, list):
            return [self.json(value, name) for value in untrusted]
        if isinstance(untrusted, str):
            return self.value(name, untrusted)
        # A number of any length may be a secret too, such as a code.
        is_harmless = untrusted is None or isinstance(untrusted, bool)
        if is_harmless or not is_secret_name(name):
            return untrusted
        return self.value(name, str(untrusted))


def _masked(name: str, value: str) -> str:
    scheme, _, credentials = value.partition(" ")
    if name.lower().endswith("authorization") and credentials:
        if scheme.lower() == "basic":
            return _BASIC
        return f"{scheme} {_with_ends(credentials)}"
    return _with_ends(value) if name.lower().endswith("token") else MASK


def _with_ends(value: str) -> str:
    if len(value) < _SHORTEST_WITH_ENDS:
        return MASK
    return f"{value[:_ENDS]}{MASK}{value[-_ENDS:]}"
