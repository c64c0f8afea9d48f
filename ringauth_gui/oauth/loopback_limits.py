"""What one visitor of the loopback receiver may cost."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LoopbackLimits:
    """The limits that docs/callback.md tells; the tests shorten the times.

    Attributes:
        connection_seconds: One connection in all, until its request is whole.
        result_seconds: How long a browser's request for the result page is held.
        farewell_seconds: How long the port stays open once the outcome is known.
        drain_seconds: How long an answered visitor may go on sending.
        request_line_bytes: The longest request line.
        header_bytes: All headers together.
        header_lines: Their number.
        connections: Kept at the same time.
    """

    connection_seconds: float = 10.0
    result_seconds: float = 45.0
    farewell_seconds: float = 1.5
    drain_seconds: float = 1.0
    request_line_bytes: int = 16 * 1024
    header_bytes: int = 32 * 1024
    header_lines: int = 64
    connections: int = 128


STANDARD_LIMITS = LoopbackLimits()
