import pytest

from ringauth_gui.oauth.registration import AuthorizationServer
from ringauth_gui.ringcentral.servers import RINGCENTRAL, RINGCENTRAL_BIZ


@pytest.mark.parametrize(
    ("server", "host"),
    [
        (RINGCENTRAL, "platform.ringcentral.com"),
        (RINGCENTRAL_BIZ, "platform.ringcentral.biz"),
    ],
)
def test_the_endpoints_lie_below_the_host(
    server: AuthorizationServer, host: str
) -> None:
    base = f"https://{host}"

    assert server.host == host
    assert server.address == base
    assert server.authorization_endpoint == f"{base}/restapi/oauth/authorize"
    assert server.token_endpoint == f"{base}/restapi/oauth/token"
    assert server.revocation_endpoint == f"{base}/restapi/oauth/revoke"
    assert server.speaks_ringcentral
