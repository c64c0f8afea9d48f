"""What is known of a server: its metadata (RFC 8414 section 2), read or typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.endpoint_url import authorization_endpoint_url, endpoint_url

ENDPOINTS = (
    "authorization_endpoint",
    "token_endpoint",
    "revocation_endpoint",
    "userinfo_endpoint",
    "jwks_uri",
    "issuer",
)
# Where tokens or the client's own secret are sent (R8).
TOLD_SECRETS = ("token_endpoint", "revocation_endpoint", "userinfo_endpoint")
MOST_VALUES, LONGEST_VALUE = 64, 64


@dataclass(frozen=True)
class ServerMetadata:
    """The members of a server's metadata that RingAuth uses, under their own names.

    Attributes:
        authorization_endpoint: Opened in the browser (RFC 6749 section 3.1).
        token_endpoint: RFC 6749 section 3.2.
        revocation_endpoint: RFC 7009 section 2; None where none is announced.
        userinfo_endpoint: OpenID Connect Core section 5.3; likewise.
        jwks_uri: Where the keys are that sign ID tokens; likewise.
        issuer: Letter for letter as the server writes it; None where nobody knows.
        authorization_response_iss_parameter_supported: Whether every answer of the
            authorization endpoint names its issuer (RFC 9207 section 3).
        token_endpoint_auth_methods_supported: None where the server does not say.
        id_token_signing_alg_values_supported: OpenID Connect Discovery section 3.
        code_challenge_methods_supported: None where the server does not say.
        typed: Whether a person typed it, instead of its being read from the server.
    """

    authorization_endpoint: str
    token_endpoint: str
    revocation_endpoint: str | None = None
    userinfo_endpoint: str | None = None
    jwks_uri: str | None = None
    issuer: str | None = None
    authorization_response_iss_parameter_supported: bool = False
    token_endpoint_auth_methods_supported: tuple[str, ...] | None = None
    id_token_signing_alg_values_supported: tuple[str, ...] | None = None
    code_challenge_methods_supported: tuple[str, ...] | None = None
    typed: bool = False

    def members(self) -> dict[str, object]:
        """Return what is known as the members of a JSON object."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in vars(self).items()
            if value is not None and value is not False
        }

    def texts(self) -> dict[str, str]:
        """Return each address as it is typed; empty where there is none."""
        return {name: getattr(self, name) or "" for name in ENDPOINTS}


def metadata_from(untrusted: Mapping[str, object]) -> ServerMetadata:
    """Return the metadata that ``untrusted`` members hold; others do not count.

    Raises:
        ConfigurationError: An address is missing or may not be contacted; the error
            names it.
    """
    authorization = _text(untrusted, "authorization_endpoint")
    token = _text(untrusted, "token_endpoint")
    for name, text in (("authorization", authorization), ("token", token)):
        if not text:
            raise ConfigurationError(
                f"{name}_endpoint", f"The address of the {name} endpoint is missing."
            )
    return ServerMetadata(
        authorization_endpoint=authorization_endpoint_url(
            authorization, "authorization_endpoint"
        ),
        token_endpoint=endpoint_url(token, "token_endpoint"),
        revocation_endpoint=_address(untrusted, "revocation_endpoint"),
        userinfo_endpoint=_address(untrusted, "userinfo_endpoint"),
        jwks_uri=_address(untrusted, "jwks_uri"),
        issuer=_issuer(untrusted),
        authorization_response_iss_parameter_supported=_flag(
            untrusted, "authorization_response_iss_parameter_supported"
        ),
        token_endpoint_auth_methods_supported=_values(
            untrusted, "token_endpoint_auth_methods_supported"
        ),
        id_token_signing_alg_values_supported=_values(
            untrusted, "id_token_signing_alg_values_supported"
        ),
        code_challenge_methods_supported=_values(
            untrusted, "code_challenge_methods_supported"
        ),
        typed=_flag(untrusted, "typed"),
    )


def _text(untrusted: Mapping[str, object], name: str) -> str:
    value = untrusted.get(name)
    return value.strip() if isinstance(value, str) else ""


def _address(untrusted: Mapping[str, object], name: str) -> str | None:
    text = _text(untrusted, name)
    return endpoint_url(text, name) if text else None


def _issuer(untrusted: Mapping[str, object]) -> str | None:
    # It is compared letter for letter (RFC 9207 section 2.4), so not normalised.
    text = _text(untrusted, "issuer")
    return text if _address(untrusted, "issuer") else None


def _flag(untrusted: Mapping[str, object], name: str) -> bool:
    return untrusted.get(name) is True


def _values(untrusted: Mapping[str, object], name: str) -> tuple[str, ...] | None:
    values = untrusted.get(name)
    if not isinstance(values, list):
        return None
    return tuple(
        value
        for value in values[:MOST_VALUES]
        if isinstance(value, str) and len(value) <= LONGEST_VALUE
    )
