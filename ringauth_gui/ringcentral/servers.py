"""The servers that RingAuth knows, and their endpoints (reference section 1)."""

from collections.abc import Iterable

from ringauth_gui.oauth.host_name import is_loopback
from ringauth_gui.oauth.registration import AuthorizationServer
from ringauth_gui.oauth.url_parts import authority_of, host_of

OAUTH_PATH = "/restapi/oauth"
_SANDBOX = ".devtest.ringcentral.com"


def ringcentral_server(name: str, address: str) -> AuthorizationServer:
    """Return the server at ``address``, with RingCentral's own paths below it.

    Args:
        name: What a person calls it.
        address: Scheme and authority, without a final slash.
    """
    return AuthorizationServer(
        name=name,
        address=address,
        authorization_endpoint=f"{address}{OAUTH_PATH}/authorize",
        token_endpoint=f"{address}{OAUTH_PATH}/token",
        revocation_endpoint=f"{address}{OAUTH_PATH}/revoke",
        counts_calls=True,
        jwks_uri=f"{address}{OAUTH_PATH}/jwks",
        id_token_algorithms=("RS256", "HS256"),
    )


RINGCENTRAL = ringcentral_server("RingCentral", "https://platform.ringcentral.com")
RINGCENTRAL_BIZ = ringcentral_server(
    "RingCentral .biz", "https://platform.ringcentral.biz"
)


_KNOWN = {RINGCENTRAL.host, RINGCENTRAL_BIZ.host}


def foreign_hosts(urls: Iterable[str]) -> tuple[str, ...]:
    """Return where ``urls`` lead, once each, but for RingCentral and this computer."""
    foreign = (
        authority_of(url)
        for url in urls
        if authority_of(url) not in _KNOWN and not is_loopback(host_of(url))
    )
    return tuple(dict.fromkeys(foreign))


def is_sandbox(host: str) -> bool:
    """Whether ``host`` is of the sandbox, which RingCentral retired (reference 1.2)."""
    return host.endswith(_SANDBOX)
