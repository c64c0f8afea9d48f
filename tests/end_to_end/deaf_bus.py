"""A way to a session bus on which some connections are not admitted."""

import contextlib
import socket
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

_BYTES = 65_536


@contextmanager
def deaf_bus(address: str, folder: Path, deaf: Collection[int]) -> Iterator[str]:
    """Yield an address that leads to the bus at ``address``.

    Nobody answers the connections whose numbers are in ``deaf``, counted from 1, as
    where the bus is too busy.
    """
    bus, way = address.removeprefix("unix:path="), folder / "deaf-bus"
    with socket.socket(socket.AF_UNIX) as listener, contextlib.ExitStack() as open_ones:
        listener.bind(str(way))
        listener.listen()
        admitting = threading.Thread(
            target=_admit, args=(listener, bus, deaf, open_ones)
        )
        admitting.start()
        try:
            yield f"unix:path={way}"
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            admitting.join()


def _admit(
    listener: socket.socket,
    bus: str,
    deaf: Collection[int],
    open_ones: contextlib.ExitStack,
) -> None:
    number = 0
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return  # it is over
        open_ones.enter_context(client)
        number += 1
        if number not in deaf:
            server = open_ones.enter_context(socket.socket(socket.AF_UNIX))
            server.connect(bus)
            for ends in ((client, server), (server, client)):
                threading.Thread(target=_hand_on, args=ends, daemon=True).start()


def _hand_on(from_: socket.socket, to: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := from_.recv(_BYTES):
            to.sendall(data)
        to.shutdown(socket.SHUT_WR)
