"""What came of opening the keyring."""

from dataclasses import dataclass

from ringauth_gui.storage.token_store import TokenStore


@dataclass(frozen=True)
class OpenedKeyring:
    """The store that secrets go to.

    Attributes:
        store: The system's keyring, or this window's memory.
        problem: Why it is not the system's keyring, if so.
        unknown: The class of a keyring that a person may accept, if so.
    """

    store: TokenStore
    problem: str | None = None
    unknown: str = ""
