"""What a client may ask for beyond what every request holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.character_name import described_at

LONGEST_OPTION = 1024
LONGEST_TTL = 10**9  # seconds; anything beyond is a slip of the keyboard


@dataclass(frozen=True)
class RequestOptions:
    """Options of the authorization and the token request; each is left out when empty.

    Attributes:
        scope: RFC 6749 section 3.3.
        prompt: OpenID Connect Core section 3.1.2.1; RingCentral's own values too.
        display: OpenID Connect Core section 3.1.2.1.
        ui_locales: OpenID Connect Core section 3.1.2.1.
        login_hint: OpenID Connect Core section 3.1.2.1.
        brand_id: RingCentral's brand.
        sends_nonce: Whether a new ``nonce`` goes with each request, to be found again
            in the ID token (OpenID Connect Core section 3.1.3.7).
        access_token_ttl: RingCentral's wish for the access token's life, in seconds.
        refresh_token_ttl: The same for the refresh token.
    """

    scope: tuple[str, ...] = ()
    prompt: tuple[str, ...] = ()
    display: str = ""
    ui_locales: tuple[str, ...] = ()
    login_hint: str = ""
    brand_id: str = ""
    sends_nonce: bool = False
    access_token_ttl: int | None = None
    refresh_token_ttl: int | None = None

    def authorization_parameters(self) -> dict[str, str]:
        """Return what the authorization request holds of them, but for the nonce."""
        parameters = {
            "scope": " ".join(self.scope),
            "prompt": " ".join(self.prompt),
            "display": self.display,
            "ui_locales": " ".join(self.ui_locales),
            "login_hint": self.login_hint,
            "brand_id": self.brand_id,
        }
        return {name: value for name, value in parameters.items() if value}

    def token_parameters(self) -> dict[str, str]:
        """Return what each token request holds of them."""
        parameters = {
            "access_token_ttl": self.access_token_ttl,
            "refresh_token_ttl": self.refresh_token_ttl,
        }
        return {
            name: str(value) for name, value in parameters.items() if value is not None
        }

    def without_ringcentrals(self) -> "RequestOptions":
        """Return those that any server may know, without RingCentral's own."""
        empty = {name: getattr(NO_OPTIONS, name) for name in RINGCENTRALS_OWN}
        return replace(self, **empty)

    def texts(self) -> dict[str, str]:
        """Return every option but the nonce as it is typed, by its name."""
        empty = dict.fromkeys(TYPED_OPTIONS, "")
        return {**empty, **self.authorization_parameters(), **self.token_parameters()}


NO_OPTIONS = RequestOptions()
RINGCENTRALS_OWN = ("brand_id", "access_token_ttl", "refresh_token_ttl")
TYPED_OPTIONS = (
    "scope",
    "prompt",
    "display",
    "ui_locales",
    "login_hint",
    *RINGCENTRALS_OWN,
)


def options_from(texts: Mapping[str, str], *, sends_nonce: bool) -> RequestOptions:
    """Return the options that were typed; a name that is not there was left empty.

    Raises:
        ConfigurationError: One of them cannot be sent; it is named as in ``texts``.
    """
    prompt = _words(texts, "prompt")
    if "none" in prompt and len(prompt) > 1:
        raise ConfigurationError("prompt", "“none” must stand alone.")
    return RequestOptions(
        scope=_words(texts, "scope"),
        prompt=prompt,
        display=_word(texts, "display"),
        ui_locales=_words(texts, "ui_locales"),
        login_hint=_text(texts, "login_hint"),
        brand_id=_word(texts, "brand_id"),
        sends_nonce=sends_nonce,
        access_token_ttl=_seconds(texts, "access_token_ttl"),
        refresh_token_ttl=_seconds(texts, "refresh_token_ttl"),
    )


def _text(texts: Mapping[str, str], name: str) -> str:
    text = texts.get(name, "").strip()
    if len(text) > LONGEST_OPTION:
        raise ConfigurationError(
            name, f"It has {len(text)} characters; {LONGEST_OPTION} are allowed."
        )
    for at, character in enumerate(text):
        if not character.isprintable():
            raise ConfigurationError(name, f"It holds {described_at(text, at)}.")
    return text


def _words(texts: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Return values that blanks separate, each once."""
    text = _text(texts, name)
    for at, character in enumerate(text):
        if not _is_plain(character):
            raise ConfigurationError(
                name,
                f"It holds {described_at(text, at)}; only plain ASCII is allowed.",
            )
    return tuple(dict.fromkeys(text.split()))


def _is_plain(character: str) -> bool:
    return " " <= character <= "~" and character not in '"\\'  # RFC 6749 section 3.3


def _word(texts: Mapping[str, str], name: str) -> str:
    words = _words(texts, name)
    if len(words) > 1:
        raise ConfigurationError(name, "Only one value is allowed.")
    return "".join(words)


def _seconds(texts: Mapping[str, str], name: str) -> int | None:
    text = _text(texts, name)
    if not text:
        return None
    if not text.isascii() or not text.isdigit():
        raise ConfigurationError(name, "Enter whole seconds, or leave it empty.")
    seconds = int(text)  # it has no more digits than Python reads
    if seconds > LONGEST_TTL:
        raise ConfigurationError(name, f"No token lives longer than {LONGEST_TTL} s.")
    return seconds
