"""An HTTP response that does not grow without an end, and whose headers have one.

Python's own reader takes any number of interim answers and trailers, takes headers that
are cut off for whole, and what has a negative size, or one that is no number, it reads
until the server hangs up.
"""

import http.client
import io
import re
import socket
from collections.abc import Sequence
from typing import Any

from typing_extensions import Buffer, override

MAX_WIRE_BYTES = 4 * 1024 * 1024  # of one answer, with all that frames its body
_INTERIM = range(102, 200)  # http.client itself passes over 100; 101 is not asked for

_LENGTH = re.compile("[0-9]{1,18}")  # more digits than any body has bytes


class AnswerTooLong(http.client.HTTPException):
    """The answer is longer than any that is waited for, however it is framed."""


class BoundedResponse(http.client.HTTPResponse):
    """Reads no more than ``MAX_WIRE_BYTES``, and nothing by an absurd length."""

    def __init__(self, sock: socket.socket, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - http.client's own
        """Read from ``sock``; the rest goes to http.client."""
        super().__init__(sock, *arguments, **options)
        self._reader = _BoundedReader(self.fp.detach())
        self.fp = self._reader

    @override
    def begin(self) -> None:
        """Read the headers, past every interim answer (RFC 9110 section 15.2).

        Raises:
            IncompleteRead: They were cut off.
            HTTPException: They name no length that can be, or several.
        """
        super().begin()
        while self.status in _INTERIM:
            self.headers = self.msg = None  # type: ignore[assignment] # as at the start
            super().begin()
        if self._reader.last_line not in {b"\r\n", b"\n"}:
            raise http.client.IncompleteRead(b"")
        _check_length(self.headers.get_all("Content-Length", ()))


def _check_length(untrusted: Sequence[str]) -> None:
    """Believe one length, however often it is named (RFC 9112 section 6.3)."""
    lengths = {each.strip() for each in ",".join(untrusted).split(",")}
    if untrusted and not (len(lengths) == 1 and _LENGTH.fullmatch(lengths.pop())):
        raise http.client.HTTPException("no length, or several")


class _BoundedReader(io.BufferedReader):
    last_line = b""

    def __init__(self, source: io.RawIOBase) -> None:
        super().__init__(_BoundedSource(source))

    @override
    def readline(self, size: int | None = -1, /) -> bytes:
        self.last_line = super().readline(size)
        return self.last_line

    @override
    def read(self, size: int | None = None, /) -> bytes:
        if size is not None and size < 0:
            raise http.client.IncompleteRead(b"")  # no chunk has such a length
        return super().read(size)


class _BoundedSource(io.RawIOBase):
    def __init__(self, source: io.RawIOBase) -> None:
        self._source = source
        self._left = MAX_WIRE_BYTES

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer, /) -> int | None:
        count: int | None = self._source.readinto(buffer)
        self._left -= count or 0
        if self._left < 0:
            raise AnswerTooLong
        return count

    @override
    def close(self) -> None:
        self._source.close()
        super().close()
