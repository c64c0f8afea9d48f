"""The calls to an API with one access token, all of them within one deadline."""

from ringauth_gui.moment import Clock
from ringauth_gui.oauth.client import Send
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse

TOTAL_SECONDS = 45.0
CALL_SECONDS = 30.0
_LEAST_SECONDS = 1.0  # what the last call is given when the time is used up


class ApiCalls:
    """Gets answers with a bearer token (RFC 6750 section 2.1)."""

    def __init__(
        self, address: str, access_token: str, send: Send, clock: Clock
    ) -> None:
        """Ask the API at ``address`` through ``send``, timed by ``clock``."""
        self._address = address
        self._access_token = access_token
        self._send = send
        self._clock = clock
        self._start = clock()

    def get(self, path: str, note: str = "check") -> HttpResponse:
        """Return the answer; raises NetworkError and OperationCancelled."""
        return self.get_url(self._address + path, note)

    def get_url(
        self, url: str, note: str = "check", seconds: float = CALL_SECONDS
    ) -> HttpResponse:
        """Return the answer of an address outside the API; raises as ``get``."""
        headers = {"Authorization": f"Bearer {self._access_token}"}
        left = max(TOTAL_SECONDS - self.seconds(), _LEAST_SECONDS)
        return self._send(
            HttpRequest(
                "GET", url, headers, total_seconds=min(seconds, left), note=note
            )
        )

    def get_without_token(self, path: str) -> HttpResponse:
        """Return the answer to a call that needs no token; raises as ``get``."""
        return self._send(HttpRequest("GET", self._address + path, note="check"))

    def seconds(self) -> float:
        """Return how long ago these calls began."""
        start, now = self._start, self._clock()
        if now.monotonic is None or start.monotonic is None:
            return now.wall - start.wall
        return now.monotonic - start.monotonic
