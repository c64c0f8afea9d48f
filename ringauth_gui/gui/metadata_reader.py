"""Reads what other servers say of themselves, each once at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from ringauth_gui.errors import RingAuthError
from ringauth_gui.gui.background import BackgroundRunner, reraise
from ringauth_gui.oauth.server_metadata import ServerMetadata

ReadMetadata = Callable[[str], ServerMetadata]


@dataclass(frozen=True)
class ReadServer:
    """What the server at an address says of itself."""

    address: str
    metadata: ServerMetadata


@dataclass(frozen=True)
class UnreadServer:
    """Why the server at an address could not be read, in words."""

    address: str
    reason: str


class MetadataReader(QObject):
    """Asks servers for their metadata, on a worker.

    Signals:
        started: The address that is asked.
        read: The ``ReadServer``.
        failed: The ``UnreadServer``.
    """

    started = Signal(str)
    read = Signal(object)
    failed = Signal(object)

    def __init__(self, ask: ReadMetadata, runner: BackgroundRunner) -> None:
        """Ask by ``ask``, which may block."""
        super().__init__()
        self._ask = ask
        self._runner = runner
        self._asked: set[str] = set()
        self._known: dict[str, ServerMetadata] = {}

    def known(self, address: str) -> ServerMetadata | None:
        """Return what the server at ``address`` answered last."""
        return self._known.get(address)

    def start(self, address: str) -> None:
        """Ask the server at ``address``, if that is not being done already."""
        self.started.emit(address)
        if address not in self._asked:
            self._asked.add(address)
            self._runner.run(
                lambda: self._ask(address),
                partial(self._on_read, address),
                partial(self._on_failed, address),
            )

    def _on_read(self, address: str, metadata: ServerMetadata) -> None:
        self._asked.discard(address)
        self._known[address] = metadata
        self.read.emit(ReadServer(address, metadata))

    def _on_failed(self, address: str, error: Exception) -> None:
        self._asked.discard(address)
        is_ours = isinstance(error, RingAuthError)
        reason = str(error) if is_ours else self.tr("a mistake")
        self.failed.emit(UnreadServer(address, reason))
        if not is_ours:
            reraise(error)
