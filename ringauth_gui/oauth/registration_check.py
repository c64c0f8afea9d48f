"""What a registration asks of its server that this server cannot be asked."""

from urllib.parse import parse_qsl

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.url_parts import split_url


def refuse_unusable(registration: ClientRegistration) -> None:
    """Refuse, before anything is sent, what the server is known not to take.

    Raises:
        ConfigurationError: The server takes no secret by HTTP Basic, or its
            authorization endpoint holds an option already.
    """
    if not registration.is_public:
        _check_basic(registration)
    _check_options(registration)


def _check_basic(registration: ClientRegistration) -> None:
    methods = registration.server.authentication_methods
    if methods is None or "client_secret_basic" in methods:  # RFC 8414 section 2
        return
    announced = ", ".join(map(plain, methods)) or "no way at all"
    raise ConfigurationError(
        "client_secret",
        f"{registration.server.name} takes no secret by HTTP Basic, and RingAuth sends"
        f" one in no other way. The server announces: {announced}.",
    )


def _check_options(registration: ClientRegistration) -> None:
    """No parameter may come twice (RFC 6749 section 3.1)."""
    asked = registration.options.authorization_parameters()
    query = split_url(registration.server.authorization_endpoint).query
    for name, _ in parse_qsl(query, keep_blank_values=True):
        if name in asked:
            raise ConfigurationError(
                name,
                f"The server's authorization address holds “{plain(name)}” already."
                " Leave this option empty.",
            )
