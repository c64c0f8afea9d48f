"""The authorization response to one authorization request, in a browser's bytes."""

import secrets
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

# As Chromium sends them with a navigation that another site began.
_NAVIGATION = {
    "Connection": "keep-alive",
    "Upgrade-Insecure-Requests": "1",
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 "
    "(KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Sec-Fetch-Site": "cross-site",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Dest": "document",
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "Accept-Language": "en-US,en;q=0.9",
}
_IMAGE = {
    **_NAVIGATION,
    "Accept": "image/avif,image/webp,image/apng,image/*,*/*;q=0.8",
    "Sec-Fetch-Site": "same-origin",
    "Sec-Fetch-Mode": "no-cors",
    "Sec-Fetch-Dest": "image",
}


class Callback:
    """What a browser brings back from one authorization request.

    Attributes:
        code: The one that the authorization server gave.
        port: Where the redirect URI leads.
        is_posted: Whether the client asked for the answer as a posted form
            (OAuth 2.0 Form Post Response Mode) rather than in the query.
    """

    def __init__(self, authorization_uri: str) -> None:
        """Answer the request that ``authorization_uri`` makes."""
        asked = dict(parse_qsl(urlsplit(authorization_uri).query))
        self._uri = urlsplit(asked["redirect_uri"])
        self._state = asked["state"]
        self.code = secrets.token_urlsafe(24)
        self.port = self._uri.port or 80
        self.is_posted = asked.get("response_mode") == "form_post"

    def genuine(self) -> bytes:
        """Return the callback, in the form that the client asked for."""
        return self.forms(self.granted())[-1]

    def granted(self) -> dict[str, str]:
        """Return the parameters of the genuine answer."""
        return {"code": self.code, "state": self._state}

    def stolen(self) -> dict[str, str]:
        """Return a code of somebody else's sign-in, with that one's state."""
        return {"code": secrets.token_urlsafe(24), "state": secrets.token_urlsafe(24)}

    def refused(self, *, has_state: bool) -> dict[str, str]:
        """Return an ``error``, with this sign-in's state or with another."""
        state = self._state if has_state else secrets.token_urlsafe(24)
        return {"error": "access_denied", "state": state}

    def forms(self, answer: Mapping[str, str], host: str = "") -> tuple[bytes, ...]:
        """Return the answer by GET, and then posted if that is what the client awaits.

        Args:
            answer: Its parameters.
            host: Stands in ``Host`` in place of the redirect URI's own.
        """
        by_get = (self.request("GET", answer, host),)
        return (*by_get, self._posted(answer, host)) if self.is_posted else by_get

    def request(self, method: str, answer: Mapping[str, str], host: str = "") -> bytes:
        """Return the answer in the query of a request."""
        target = f"{self._uri.path or '/'}?{urlencode(answer)}"
        return self._head(method, target, _NAVIGATION, host)

    def page(self, target: str) -> bytes:
        """Return the request for a page that the browser is sent on to."""
        return self._head("GET", target, _NAVIGATION)

    def favicon(self) -> bytes:
        """Return the request for the icon that a browser shows beside a page."""
        return self._head("GET", "/favicon.ico", _IMAGE)

    def _posted(self, answer: Mapping[str, str], host: str) -> bytes:
        body = urlencode(answer).encode("ascii")
        form = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": str(len(body)),
            "Origin": "null",
        }
        target = self._uri.path or "/"
        return self._head("POST", target, {**_NAVIGATION, **form}, host) + body

    def _head(
        self, method: str, target: str, headers: Mapping[str, str], host: str = ""
    ) -> bytes:
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host or self._uri.netloc}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return "\r\n".join([*lines, "", ""]).encode("ascii")
