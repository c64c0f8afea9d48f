"""Visits to a port of this computer, in raw bytes and with a deadline."""

import socket
import time
from contextlib import suppress
from dataclasses import replace

from tests.peers.callback import Callback
from tests.peers.observation import Reply

HOST = "127.0.0.1"


def visit(port: int, sent: bytes, seconds: float) -> Reply:
    """Send some bytes and return what was answered within ``seconds``."""
    began = time.monotonic()
    received = b""
    try:
        with socket.create_connection((HOST, port), timeout=seconds) as connection:
            connection.sendall(sent)
            while not _is_whole(received):
                left = began + seconds - time.monotonic()
                connection.settimeout(max(left, 0.001))
                data = connection.recv(65536)
                if not data:
                    break
                received += data
    except ConnectionRefusedError:
        return Reply(problem="refused")
    except TimeoutError:
        return replace(_reply(received), problem="no answer")
    except ConnectionError:
        return replace(_reply(received), problem="cut off")
    return replace(_reply(received), seconds=time.monotonic() - began)


def navigate(callback: Callback, sent: bytes, seconds: float) -> Reply:
    """Send an answer as a browser does; return what that ends on."""
    reply = visit(callback.port, sent, seconds)
    if "location" not in reply.headers:
        return reply
    page = visit(callback.port, callback.page(reply.headers["location"]), seconds)
    return replace(page, seconds=reply.seconds)


def connect_silently(port: int) -> socket.socket:
    """Begin to connect, and say nothing; a full queue is nothing to wait for."""
    silent = socket.socket()
    silent.settimeout(0.0)
    with suppress(BlockingIOError):
        silent.connect((HOST, port))
    return silent


def _is_whole(received: bytes) -> bool:
    head, separator, body = received.partition(b"\r\n\r\n")
    length = _headers(head).get("content-length")
    return bool(separator) and length is not None and len(body) >= int(length)


def _reply(received: bytes) -> Reply:
    head, _, body = received.partition(b"\r\n\r\n")
    words = head.split(None, 2)
    if not head.startswith(b"HTTP/") or len(words) < 2:
        return Reply(problem="cut off")
    return Reply(int(words[1]), _headers(head), body.decode("utf-8", "replace"))


def _headers(head: bytes) -> dict[str, str]:
    lines = head.decode("latin-1").split("\r\n")[1:]
    pairs = (line.partition(":") for line in lines)
    return {name.lower(): value.strip() for name, _, value in pairs}
