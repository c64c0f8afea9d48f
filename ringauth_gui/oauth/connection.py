"""Connections that hang on a lifeline, and trust what the system trusts."""

import socket
import ssl
from collections.abc import Mapping
from functools import partial
from typing import Any, cast

import truststore
from requests import PreparedRequest  # noqa: TID251 - transport.py's other half
from requests.adapters import HTTPAdapter  # noqa: TID251 - transport.py's other half
from typing_extensions import override
from urllib3 import HTTPConnectionPool, PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from ringauth_gui.oauth.bounded_response import BoundedResponse
from ringauth_gui.oauth.lifeline import Lifeline


def system_trust() -> ssl.SSLContext:
    """Return a new TLS context that checks certificates as the system does.

    Made here rather than by ``ssl.create_default_context``, which writes the traffic's
    keys to the file that SSLKEYLOGFILE names.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class LifelineAdapter(HTTPAdapter):
    """Sends one request over connections that its lifeline can cut.

    Used without a ``requests`` session, which would add cookies, netrc and proxies of
    its own and read the whole body of a redirect. It never tries twice: that is the
    default of HTTPAdapter. Its TLS context serves this one request, because a context
    handshakes for one connection at a time.
    """

    def __init__(self, lifeline: Lifeline) -> None:
        """Take the ``lifeline`` that every connection of the request hangs on."""
        self._lifeline = lifeline
        super().__init__()

    @override
    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **options: Any
    ) -> None:
        self.poolmanager = PoolManager(ssl_context=system_trust())

    @override
    def proxy_manager_for(self, proxy: str, **options: Any) -> ProxyManager:
        manager: ProxyManager = super().proxy_manager_for(
            proxy, ssl_context=system_trust(), proxy_ssl_context=system_trust()
        )
        return manager

    @override
    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Demand a certificate without loading any bundle (the context has them)."""
        conn.cert_reqs = "CERT_REQUIRED"

    @override
    def get_connection_with_tls_context(
        self,
        request: PreparedRequest,
        verify: Any,
        proxies: Mapping[str, str] | None = None,
        cert: Any = None,
    ) -> HTTPConnectionPool:
        pool: Any = super().get_connection_with_tls_context(
            request, verify, dict(proxies or {}), cert
        )
        kind = _HeldHttpsConnection if pool.scheme == "https" else _HeldHttpConnection
        pool.ConnectionCls = partial(kind, lifeline=self._lifeline)
        return cast("HTTPConnectionPool", pool)


class _HeldHttpConnection(HTTPConnection):
    response_class = BoundedResponse

    def __init__(self, host: str, *, lifeline: Lifeline, **options: Any) -> None:  # noqa: ANN401 - urllib3's own
        super().__init__(host, **options)
        self._lifeline = lifeline

    @override
    def _new_conn(self) -> socket.socket:
        seconds: Any = self.timeout  # urllib3 has resolved its sentinel by now
        return self._lifeline.connect(self._dns_host, self.port, seconds)

    @override
    def connect(self) -> None:
        """Tell when the connection, with TLS where there is one, stands."""
        super().connect()
        self._lifeline.watch.connected()


class _HeldHttpsConnection(_HeldHttpConnection, HTTPSConnection):
    """The same with TLS on top."""
