"""What a token request may ask for besides its grant (reference section 3.2)."""

from dataclasses import dataclass

from ringauth_gui.practice.refusals import INVALID_FORM_VALUE, INVALID_SCOPE, Refused
from ringauth_gui.practice.settings import Settings

_SHORTEST_ACCESS_TOKEN = 600


@dataclass(frozen=True)
class TokenOptions:
    """Wishes, not promises; None where nothing was asked.

    Attributes:
        access_token_ttl: Seconds that the access token is to live.
        refresh_token_ttl: The same of the refresh token; 0 asks for none.
        endpoint_id: The app's instance.
        scope: The permissions to narrow the tokens to.
    """

    access_token_ttl: int | None = None
    refresh_token_ttl: int | None = None
    endpoint_id: str | None = None
    scope: tuple[str, ...] | None = None

    def access_token_lifetime(self, settings: Settings) -> int:
        """Seconds from 600 to the default; what lies outside is cut to them."""
        default = settings.access_token_lifetime
        if self.access_token_ttl is None:
            return default
        return min(default, max(_SHORTEST_ACCESS_TOKEN, self.access_token_ttl))

    def refresh_token_lifetime(self, settings: Settings) -> int:
        """Seconds up to the longest; 0 stands for no refresh token."""
        if self.refresh_token_ttl is None:
            return settings.refresh_token_lifetime
        return min(settings.longest_refresh_token_lifetime, self.refresh_token_ttl)

    def narrowed(self, scope: tuple[str, ...]) -> tuple[str, ...]:
        """What of ``scope`` was asked for; all of it by default.

        Raises:
            Refused: Something was asked for that is not in ``scope``.
        """
        if self.scope is None:
            return scope
        if not set(self.scope) <= set(scope):
            raise Refused(INVALID_SCOPE)
        return tuple(one for one in scope if one in self.scope)


NO_OPTIONS = TokenOptions()


def read_token_options(untrusted_form: dict[str, str]) -> TokenOptions:
    """The options in a form.

    Raises:
        Refused: CMN-101, a lifetime is no number.
    """
    return TokenOptions(
        access_token_ttl=_seconds(untrusted_form, "access_token_ttl"),
        refresh_token_ttl=_seconds(untrusted_form, "refresh_token_ttl"),
        endpoint_id=untrusted_form.get("endpoint_id") or None,
        scope=asked_scope(untrusted_form),
    )


def asked_scope(untrusted_form: dict[str, str]) -> tuple[str, ...] | None:
    """The scope in a form; None where it asks for none."""
    return tuple(untrusted_form.get("scope", "").split()) or None


def _seconds(untrusted_form: dict[str, str], name: str) -> int | None:
    if name not in untrusted_form:
        return None
    untrusted_value = untrusted_form[name]
    # The reference calls it an int32: nine digits are enough for any of them.
    if not (untrusted_value.isascii() and untrusted_value.isdigit()):
        raise Refused(INVALID_FORM_VALUE, name, untrusted_value)
    return int(untrusted_value[:9])
