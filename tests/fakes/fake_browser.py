"""A browser that follows redirects as a real one does, without showing anything."""

import threading
from concurrent.futures import Future
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urljoin, urlsplit

MOST_REDIRECTS = 10
TIMEOUT = 30.0
NAVIGATION = {
    "Accept": "text/html",
    "Sec-Fetch-Site": "cross-site",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-User": "?1",
    "Sec-Fetch-Dest": "document",
}


@dataclass(frozen=True)
class LoadedPage:
    """Where the browser ended, and what it shows there."""

    status: int
    address: str
    headers: dict[str, str]
    body: str


class FakeBrowser:
    """Opens one address at a time on a thread of its own.

    Attributes:
        opened: Every address that ``open`` was given, in order.
        visited: Every address requested, redirects included.
    """

    def __init__(self, headers: dict[str, str] | None = None) -> None:
        """Send ``headers`` instead of those of a navigation, when given."""
        self.opened: list[str] = []
        self.visited: list[str] = []
        self._headers = NAVIGATION if headers is None else headers
        self._loaded: Future[LoadedPage] = Future()

    def open(self, address: str) -> bool:
        """Begin to load ``address``, as an opener of the system browser does."""
        self.opened.append(address)
        self._loaded = Future()
        threading.Thread(
            target=self._load, args=(address, self._loaded), daemon=True
        ).start()
        return True

    def page(self) -> LoadedPage:
        """Wait for the page that the browser ends on, and return it.

        Raises:
            OSError: It could not be loaded, as when the connection was refused.
        """
        return self._loaded.result(TIMEOUT)

    def _load(self, address: str, loaded: Future[LoadedPage]) -> None:
        try:
            for _ in range(MOST_REDIRECTS):
                page = self._get(address)
                if page.status not in {301, 302, 303, 307, 308}:
                    break
                address = urljoin(address, page.headers["location"])
        except Exception as error:  # noqa: BLE001 - handed to the test by page()
            loaded.set_exception(error)
        else:
            loaded.set_result(page)

    def _get(self, address: str) -> LoadedPage:
        self.visited.append(address)
        parts = urlsplit(address)
        connection = HTTPConnection(parts.hostname or "", parts.port, timeout=TIMEOUT)
        try:
            target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
            connection.request("GET", target, headers=self._headers)
            response = connection.getresponse()
            headers = {name.lower(): value for name, value in response.getheaders()}
            body = response.read().decode("utf-8", "replace")
            return LoadedPage(response.status, address, headers, body)
        finally:
            connection.close()
