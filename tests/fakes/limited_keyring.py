"""A keyring whose items are limited, and that can do whatever keyrings do wrong."""

import enum
from collections.abc import Iterator


class Mishap(enum.Enum):
    """What a call of a keyring may do instead of what it should."""

    NONE = "none"
    KILLED_BEFORE = "killed before"
    KILLED_AFTER = "killed after"
    FAILS = "fails"
    DROPS = "drops"
    TRUNCATES = "truncates"


class Killed(BaseException):
    """The process ended here; nothing of it runs any more."""


class LimitedKeyring:
    """Keeps items of at most ``limit`` bytes of UTF-16, as Windows does.

    Attributes:
        items: What is kept, by the name of the item.
        calls: How many calls there were.
        mishaps: What happens at the calls that follow, one each.
    """

    def __init__(self, limit: int = 2560) -> None:
        self.items: dict[str, str] = {}
        self.calls = 0
        self.mishaps: Iterator[Mishap] = iter(())
        self._limit = limit

    def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002 - keyring's signature
        mishap = self._next_mishap()
        self._end(mishap)
        return self.items.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:  # noqa: ARG002 - keyring's signature
        mishap = self._next_mishap()
        blob = password.encode("utf-16-le")
        if len(blob) > self._limit:
            raise OSError("The stub received bad data")
        if mishap is Mishap.TRUNCATES:
            blob = blob[: len(blob) // 4 * 2]
        if mishap is not Mishap.DROPS:
            # Without "-le", as keyring's own code for Windows decodes it.
            self.items[username] = blob.decode("utf-16", "surrogatepass")
        self._end(mishap)

    def delete_password(self, service: str, username: str) -> None:  # noqa: ARG002 - keyring's signature
        mishap = self._next_mishap()
        if username not in self.items:
            raise OSError("Element not found")
        if mishap not in {Mishap.DROPS, Mishap.TRUNCATES}:
            del self.items[username]
        self._end(mishap)

    def _next_mishap(self) -> Mishap:
        self.calls += 1
        mishap = next(self.mishaps, Mishap.NONE)
        if mishap is Mishap.KILLED_BEFORE:
            raise Killed
        if mishap is Mishap.FAILS:
            raise OSError("The service is gone")
        return mishap

    def _end(self, mishap: Mishap) -> None:
        if mishap is Mishap.KILLED_AFTER:
            raise Killed
