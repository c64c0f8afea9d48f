"""A keyring that works, and that RingAuth does not know."""

from typing import ClassVar

from keyring.backend import KeyringBackend
from typing_extensions import override


class UnknownKeyring(KeyringBackend):
    """Keeps in memory."""

    priority: ClassVar[float] = 1
    items: ClassVar[dict[tuple[str, str], str]] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.items.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.items[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        self.items.pop((service, username), None)
