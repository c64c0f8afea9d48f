"""One HTTP request with its response, as sent and as recorded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ringauth_gui.moment import Moment


@dataclass(frozen=True)
class HttpRequest:
    """A request to a server.

    Attributes:
        method: ``GET`` or ``POST``.
        url: The checked address.
        headers: Sent beside those that the transport adds itself.
        form: Sent as ``application/x-www-form-urlencoded``; None for no body.
        total_seconds: The deadline for everything from look-up to last byte.
        note: What the request is for, such as ``refresh_token``; for the log.
        server: The server whose clock the answer tells, named as in the ``binding`` of
            a registration; empty where it is not the host that issues its tokens.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    form: Mapping[str, str] | None = field(default=None, repr=False)
    total_seconds: float = 30.0
    note: str = ""
    server: str = ""


@dataclass(frozen=True)
class HttpResponse:
    """An answer that arrived whole.

    Attributes:
        status: The HTTP status.
        headers: By lower-case name; a repeated header is joined with a comma.
        body: After decompression.
        sent: When the request was sent; lifetimes count from here (R19). It knows the
            server's clock where the answer tells it.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    sent: Moment


@dataclass(frozen=True)
class Exchange:
    """What is remembered of one request, answered or not; kept in memory only.

    Attributes:
        request: As given to the transport.
        request_headers: As sent, including what the transport added.
        sent: When.
        seconds: From sending to the last byte or the failure.
        response: None when no whole answer came.
        failure: Why no whole answer came, in short and without a secret.
    """

    request: HttpRequest
    request_headers: Mapping[str, str] = field(repr=False)
    sent: Moment
    seconds: float
    response: HttpResponse | None = None
    failure: str | None = None


RecordExchange = Callable[[Exchange], None]
