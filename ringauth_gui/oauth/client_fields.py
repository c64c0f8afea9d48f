"""What a person may enter as client ID and client secret (threat model R28)."""

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.character_name import described_at

MAX_LENGTH = 1024
_BLANKS = " \t\r\n\v\f"


def client_id(text: str) -> str:
    """Return the client ID that ``text`` holds, without surrounding blanks.

    Raises:
        ConfigurationError: There is none, or it holds a character that no ID has.
    """
    value = _checked(text, "client_id", "client ID")
    if not value:
        raise ConfigurationError("client_id", "The client ID is missing.")
    if ":" in value:  # the separator of HTTP Basic (RFC 7617 section 2)
        position = value.index(":") + 1
        raise ConfigurationError(
            "client_id",
            f"The client ID holds a colon at position {position}; no ID has one.",
        )
    return value


def client_secret(text: str) -> str:
    """Return the client secret that ``text`` holds; empty for a public client.

    Raises:
        ConfigurationError: It holds a character that no secret has.
    """
    return _checked(text, "client_secret", "client secret")


def _checked(text: str, field: str, label: str) -> str:
    value = text.strip(_BLANKS)
    if len(value) > MAX_LENGTH:
        raise ConfigurationError(
            field,
            f"The {label} has {len(value)} characters;"
            f" more than {MAX_LENGTH} cannot be right.",
        )
    for at, character in enumerate(value):
        if not "!" <= character <= "~":
            raise ConfigurationError(
                field,
                f"The {label} holds {described_at(value, at)};"
                " only letters, digits and signs of plain ASCII are allowed.",
            )
    return value
