"""Visitors that are slow, silent, many, endless or not HTTP at all."""

import socket
import time
from contextlib import ExitStack, suppress
from dataclasses import replace

import pytest

from ringauth_gui.oauth.loopback_limits import LoopbackLimits
from tests.oauth.loopback_harness import (
    QUERY,
    ask,
    connect,
    pages,
    request,
    rest,
    waiting,
)

BRIEF = LoopbackLimits(drain_seconds=0.2, farewell_seconds=0.2)
WITHIN = 10.0  # seconds on a busy machine; three are promised, see docs/callback.md


def drip_until_dropped(slow: socket.socket) -> bool:
    """Say a byte more again and again, as long as that is borne."""
    began = time.monotonic()
    slow.settimeout(0.02)
    with suppress(ConnectionError):
        while time.monotonic() - began < WITHIN:
            slow.sendall(b"x")
            with suppress(TimeoutError):
                return slow.recv(1) == b""
        return False
    return True


def test_a_visitor_has_ten_seconds() -> None:
    assert LoopbackLimits().connection_seconds == 10.0


@pytest.mark.case("CB-07")
def test_a_dripping_visitor_delays_nobody_and_is_dropped_at_its_deadline() -> None:
    deadline = LoopbackLimits(connection_seconds=0.3)
    with waiting(deadline) as attempt:
        began = time.monotonic()
        with connect(attempt.port) as slow:
            slow.sendall(b"G")

            assert attempt.complete() == QUERY
            assert time.monotonic() - began < WITHIN
            assert drip_until_dropped(slow)
            assert time.monotonic() - began >= deadline.connection_seconds


@pytest.mark.case("CB-08")
def test_fifty_silent_visitors_delay_nobody() -> None:
    with waiting(BRIEF) as attempt, ExitStack() as stack:
        silent = [stack.enter_context(connect(attempt.port)) for _ in range(50)]
        began = time.monotonic()

        assert attempt.complete() == QUERY

        assert time.monotonic() - began < WITHIN
        attempt.receiver.conclude(signed_in=True)
        assert [rest(client) for client in silent] == [b""] * 50


def test_no_more_visitors_are_kept_than_there_are_places_and_the_oldest_goes() -> None:
    with waiting(LoopbackLimits(connections=3)) as attempt, ExitStack() as stack:
        silent = [stack.enter_context(connect(attempt.port)) for _ in range(4)]

        assert rest(silent[0]) == b""
        silent[-1].sendall(attempt.genuine())
        assert rest(silent[-1]).startswith(b"HTTP/1.1 303 ")


def test_a_browser_that_waits_for_the_outcome_is_not_dropped_for_others() -> None:
    few = LoopbackLimits(connections=5)
    with waiting(few) as attempt, connect(attempt.port) as held, ExitStack() as stack:
        attempt.complete()
        held.sendall(request(attempt.result, attempt.port))
        for _ in range(30):
            stack.enter_context(connect(attempt.port))
        ask(attempt.port, request("/", attempt.port))

        attempt.receiver.conclude(signed_in=True)

        assert rest(held).endswith(pages().signed_in)


def test_a_spare_connection_can_carry_the_genuine_answer_later() -> None:
    with waiting() as attempt, connect(attempt.port) as spare:
        ask(attempt.port, request("/", attempt.port))

        spare.sendall(attempt.genuine())

        assert rest(spare).startswith(b"HTTP/1.1 303 ")
        assert attempt.answer() == QUERY


def test_a_request_in_pieces_is_one_request() -> None:
    with waiting() as attempt, connect(attempt.port) as client:
        raw = attempt.genuine()
        client.sendall(raw[:10])
        ask(attempt.port, request("/", attempt.port))
        client.sendall(raw[10:])

        assert rest(client).startswith(b"HTTP/1.1 303 ")
        assert attempt.answer() == QUERY


def test_a_visitor_that_never_reads_or_leaves_is_dropped() -> None:
    with (
        waiting(LoopbackLimits(drain_seconds=0.05)) as attempt,
        connect(attempt.port) as lingering,
    ):
        lingering.sendall(request("/", attempt.port))
        began = time.monotonic()

        with suppress(ConnectionError):
            while time.monotonic() - began < WITHIN:
                lingering.sendall(b"x" * 1024)

        assert time.monotonic() - began < WITHIN


def test_a_response_larger_than_the_socket_takes_arrives_whole() -> None:
    large = replace(pages(), refused=b"x" * 8_000_000)
    with waiting(shown=large) as attempt:
        refusal = ask(attempt.port, request("/", attempt.port))

        assert refusal.endswith(large.refused)
        assert attempt.complete() == QUERY


def test_a_visitor_that_does_not_read_its_response_delays_nobody() -> None:
    large = replace(pages(), refused=b"x" * 8_000_000)
    with (
        waiting(BRIEF, shown=large) as attempt,
        connect(attempt.port) as unwilling,
    ):
        unwilling.sendall(request("/", attempt.port))

        assert attempt.complete() == QUERY
        attempt.receiver.conclude(signed_in=True)
        assert len(rest(unwilling)) < 8_000_000


@pytest.mark.case("CB-09")
@pytest.mark.parametrize(
    ("target", "headers"),
    [
        ("/callback?" + "x" * 70_000, []),
        (f"/callback?{QUERY}&x=" + "x" * 16_384, []),
        (f"/callback?{QUERY}", [f"X-{number}: y" for number in range(70)]),
        (f"/callback?{QUERY}", ["X: " + "y" * 33_000]),
        (f"/callback?{QUERY}", ["X: " + "y" * 200_000]),
    ],
)
def test_what_is_too_long_is_refused(target: str, headers: list[str]) -> None:
    with waiting() as attempt:
        refusal = ask(attempt.port, request(target, attempt.port, *headers))

        # Empty when the connection is cut, as happens while the visitor still sends.
        assert refusal == b"" or refusal.startswith(b"HTTP/1.1 4")
        assert attempt.complete() == QUERY


@pytest.mark.parametrize(
    "raw",
    [
        bytes.fromhex("16030100c8010000c40303") + bytes(189),  # a TLS hello
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1:22\r\n\r\n",
        b"\x05\x01\x00",  # SOCKS
        b"EHLO evil.example\r\n",
        b"\r\n\r\n\r\n",
    ],
)
def test_what_is_not_http_is_turned_away(raw: bytes) -> None:
    with waiting() as attempt, connect(attempt.port) as client:
        client.sendall(raw)
        client.shutdown(socket.SHUT_WR)

        answer = rest(client)

        assert answer == b"" or answer.startswith(b"HTTP/1.1 4")
        assert attempt.complete() == QUERY
