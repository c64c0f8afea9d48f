"""The callback port of a sign-in that runs, as those who attack it know it."""

from dataclasses import dataclass

MARKER = "CANARY"
GUESS = f"code={MARKER}-guessed-code&state={MARKER}-guessed-state"


@dataclass(frozen=True)
class CallbackTarget:
    """Where the answer is awaited, and what the attacker knows of it.

    Attributes:
        address: The loopback address to connect to.
        port: The registered one.
        path: The exact callback path.
        host: As the redirect URI writes it.
        query: The genuine answer where it is known: whatever is refused in spite of it
            is refused for its shape. A guess, as a web page has to make, where not.
    """

    address: str
    port: int
    path: str = "/callback"
    host: str = "localhost"
    query: str = GUESS

    @property
    def authority(self) -> str:
        """Host and port, as the browser writes them."""
        return f"{self.host}:{self.port}"

    def request(
        self,
        target: str,
        *headers: str,
        method: str = "GET",
        host: str | None = None,
        newline: str = "\r\n",
    ) -> bytes:
        """Return a request with this ``host``, ours where none is given."""
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host or self.authority}"]
        return newline.join([*lines, *headers, "", ""]).encode("latin-1")

    def genuine(self, *headers: str) -> bytes:
        """Return the request that counts, with ``headers`` more."""
        return self.request(f"{self.path}?{self.query}", *headers)
