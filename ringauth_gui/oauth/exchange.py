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
        profile_id: Whose request it is, for the log; empty where it is no profile's.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    form: Mapping[str, str] | None = field(default=None, repr=False)
    total_seconds: float = 30.0
    note: str = ""
    server: str = ""
    profile_id: str = ""


@dataclass(frozen=True)
class HttpResponse:
    """An answer that arrived whole.

    Attributes:
        status: The HTTP status.
        headers: By lower-case name; a repeated header is joined with a comma.
        body: After decompression.
        sent: When the request was sent; lifetimes count from here (R19). It knows the
            server's clock where the answer tells it.
        given_up: How many bytes of the body were given up to save memory.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    sent: Moment
    given_up: int = 0


@dataclass(frozen=True)
class Timings:
    """What the time of an exchange was spent on, in seconds; None where not known.

    Attributes:
        connect: From the look-up of the host until the connection was there, TLS
            included.
        wait: From then until the answer's headers were there.
        read: From then until its last byte.
    """

    connect: float | None = None
    wait: float | None = None
    read: float | None = None


UNTIMED = Timings()


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
        timings: What the seconds were spent on.
        query: The parameters of an authorization request, which the browser makes and
            whose answer RingAuth does not see; None for every other request.
    """

    request: HttpRequest
    request_headers: Mapping[str, str] = field(repr=False)
    sent: Moment
    seconds: float
    response: HttpResponse | None = None
    failure: str | None = None
    timings: Timings = UNTIMED
    query: Mapping[str, str] | None = field(default=None, repr=False)

    @property
    def in_browser(self) -> bool:
        """Whether the browser was sent there."""
        return self.query is not None


RecordExchange = Callable[[Exchange], None]
