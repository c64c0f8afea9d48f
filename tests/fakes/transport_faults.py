"""Every way to spoil an answer on its way, by name; spoilt TLS is in tls_faults.py."""

import gzip
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from ringauth_gui.errors import (
    AnswerTooLarge,
    NetworkError,
    NotJson,
    RingAuthError,
    ServerTooSlow,
    TokenRequestRefused,
)
from tests.fakes.answer_scripts import (
    answer,
    answering,
    close_at_once,
    dripping,
    flooding,
    resetting,
    silent,
)
from tests.fakes.bombs import bomb_of_bombs, deflate_bomb, gzip_bomb
from tests.fakes.conversation import Conversation, Script

CANARY = "CANARY-told-by-the-server-4711"
TOKEN = (
    b'{"access_token": "%b", "token_type": "bearer", "expires_in": 3600}'
    % CANARY.encode()
)
OK = b"HTTP/1.1 200 OK\r\n"
INTERIM = b"HTTP/1.1 100 Continue\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
LONG_LINE = b"X: %b\r\n" % (b"x" * 4000)
WHOLE_CHUNK = b"%x\r\n%b\r\n" % (len(TOKEN), TOKEN)


@dataclass(frozen=True)
class TransportFault:
    """One way to spoil an answer.

    Attributes:
        script: Plays it once the request is there.
        error: What it is to become; this very kind.
        never_ends: Whether nothing but the deadline, or a person, ends it.
    """

    script: Script
    error: type[RingAuthError] = NetworkError
    never_ends: bool = False


def _unending(script: Script) -> TransportFault:
    return TransportFault(script, ServerTooSlow, never_ends=True)


def _packed(body: bytes, coding: str) -> Script:
    return answering(answer(body, f"Content-Encoding: {coding}"))


def _in_chunks(body: bytes, coding: str) -> Script:
    start = CHUNKED.replace(
        b"\r\n\r\n", f"\r\nContent-Encoding: {coding}\r\n\r\n".encode()
    )
    return answering(start + b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))


def _bomb_in_chunks(conversation: Conversation) -> None:
    _in_chunks(gzip_bomb(), "gzip")(conversation)


def _gzip_bomb(conversation: Conversation) -> None:
    _packed(gzip_bomb(), "gzip")(conversation)


def _deflate_bomb(conversation: Conversation) -> None:
    _packed(deflate_bomb(), "deflate")(conversation)


def _bomb_of_bombs(conversation: Conversation) -> None:
    _packed(bomb_of_bombs(), "gzip, gzip")(conversation)


UNENDING: Mapping[str, TransportFault] = {
    "silence": _unending(silent),
    "a status line a byte at a time": _unending(dripping(b"HTTP/1.1 2", b"0")),
    "a header a byte at a time": _unending(dripping(OK, b"X")),
    "headers one at a time": _unending(dripping(OK, b"X: 1\r\n", 0.05)),
    "a body a byte at a time": _unending(dripping(answer(b"", length=10**7), b" ")),
    "a body without a length": _unending(dripping(OK + b"\r\n", b" ")),
    "a chunk size a byte at a time": _unending(dripping(CHUNKED, b"0")),
    "a chunk a byte at a time": _unending(dripping(CHUNKED + b"fffff\r\n", b" ")),
    "chunks of one byte": _unending(dripping(CHUNKED, b"1\r\n \r\n")),
    "a trailer a byte at a time": _unending(
        dripping(CHUNKED + WHOLE_CHUNK + b"0\r\n", b"X")
    ),
    "gzip a byte at a time": _unending(
        dripping(
            answer(b"", "Content-Encoding: gzip", length=10**7) + b"\x1f\x8b\x08", b"\0"
        )
    ),
    "interim answers one at a time": _unending(dripping(b"", INTERIM + b"\r\n")),
}

CUT_OFF: Mapping[str, TransportFault] = {
    "closed before a word": TransportFault(close_at_once),
    "closed in the status line": TransportFault(answering(b"HTTP/1.1 200")),
    "closed in the headers": TransportFault(answering(OK + b"Content-Le")),
    "closed after a header": TransportFault(answering(OK + b"Content-Length: 9\r\n")),
    "closed in the body": TransportFault(answering(answer(TOKEN, length=999))),
    "closed in a chunk size": TransportFault(answering(CHUNKED + b"f")),
    "closed in a chunk": TransportFault(answering(CHUNKED + b"ff\r\n" + TOKEN)),
    "closed between chunks": TransportFault(answering(CHUNKED + WHOLE_CHUNK)),
    "reset before a word": TransportFault(resetting()),
    "reset in the headers": TransportFault(resetting(OK + b"Content-Le")),
    "reset in the body": TransportFault(resetting(answer(TOKEN, length=999))),
    "reset in a chunk": TransportFault(resetting(CHUNKED + b"ff\r\n" + TOKEN)),
}

MISFRAMED: Mapping[str, TransportFault] = {
    "a length that is too short": TransportFault(
        answering(answer(TOKEN, length=len(TOKEN) - 9)), NotJson
    ),
    "two lengths": TransportFault(answering(answer(TOKEN, "Content-Length: 5"))),
    "a length below nothing": TransportFault(answering(answer(TOKEN, length=-1))),
    "a chunk size that is no number": TransportFault(answering(CHUNKED + b"zz\r\nab")),
    "a chunk of length -1": TransportFault(answering(CHUNKED + b"-1\r\n" + TOKEN)),
    "a chunk of length -5": TransportFault(answering(CHUNKED + b"-5\r\n" + TOKEN)),
    "a chunk of length -1 that never ends": TransportFault(
        flooding(CHUNKED + b"-1\r\n", bytes(65536))
    ),
    "a chunk larger than any memory": TransportFault(
        flooding(CHUNKED + b"f" * 16 + b"\r\n", bytes(65536)), AnswerTooLarge
    ),
    "a chunk size without an end": TransportFault(flooding(CHUNKED, b"0" * 65536)),
    "a trailer without an end": TransportFault(
        flooding(CHUNKED + WHOLE_CHUNK + b"0\r\n", b"x" * 65536)
    ),
    "trailers without an end": TransportFault(
        flooding(CHUNKED + WHOLE_CHUNK + b"0\r\n", LONG_LINE), AnswerTooLarge
    ),
    "an unknown framing": TransportFault(
        answering(OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n" + WHOLE_CHUNK)
    ),
}

CODED: Mapping[str, TransportFault] = {
    "a gzip bomb": TransportFault(_gzip_bomb, AnswerTooLarge),
    "a gzip bomb in chunks": TransportFault(_bomb_in_chunks, AnswerTooLarge),
    "a deflate bomb": TransportFault(_deflate_bomb, AnswerTooLarge),
    "a bomb of bombs": TransportFault(_bomb_of_bombs, AnswerTooLarge),
    "gzip that is none": TransportFault(_packed(TOKEN, "gzip")),
    "deflate that is none": TransportFault(_packed(TOKEN, "deflate")),
    "gzip that is cut": TransportFault(
        _packed(gzip.compress(TOKEN)[:-30], "gzip"), NotJson
    ),
    "deflate that is cut": TransportFault(
        _packed(zlib.compress(TOKEN)[:-30], "deflate"), NotJson
    ),
    "gzip, not said twice": TransportFault(
        _packed(gzip.compress(gzip.compress(TOKEN)), "gzip"), NotJson
    ),
    "more codings than anybody uses": TransportFault(
        _packed(TOKEN, ", ".join(["gzip"] * 99))
    ),
    "a coding that nobody asked for": TransportFault(
        _packed(gzip.compress(TOKEN), "br"), NotJson
    ),
    "50 MB that are not packed": TransportFault(
        answering(answer(b"", length=50_000_000), *[bytes(100_000)] * 500),
        AnswerTooLarge,
    ),
}

NO_HTTP: Mapping[str, TransportFault] = {
    "a greeting of another protocol": TransportFault(answering(b"SSH-2.0-OpenSSH\r\n")),
    "an answer of HTTP 0.9": TransportFault(answering(TOKEN)),
    "an answer of HTTP 2": TransportFault(answering(b"HTTP/2 200 OK\r\n\r\n" + TOKEN)),
    "a status that is no number": TransportFault(answering(b"HTTP/1.1 two OK\r\n\r\n")),
    "a status of four digits": TransportFault(answering(b"HTTP/1.1 2000 OK\r\n\r\n")),
    "a status that nobody knows": TransportFault(
        answering(answer(TOKEN, status="999 What")), TokenRequestRefused
    ),
    "an interim answer and no other": TransportFault(
        answering(b"HTTP/1.1 103 Early Hints\r\n\r\n")
    ),
    "another protocol from here on": TransportFault(
        answering(b"HTTP/1.1 101 Switching Protocols\r\n\r\n" + TOKEN), NotJson
    ),
    "a status line without an end": TransportFault(flooding(b"", b"H" * 65536)),
    "a header without an end": TransportFault(flooding(OK + b"X: ", b"x" * 65536)),
    "headers without an end": TransportFault(flooding(OK, b"X: 1\r\n" * 9999)),
    "interim answers without an end": TransportFault(
        flooding(b"", b"HTTP/1.1 100 Continue\r\n" + LONG_LINE + b"\r\n"),
        AnswerTooLarge,
    ),
}

TRANSPORT_FAULTS: Mapping[str, TransportFault] = {
    **UNENDING,
    **CUT_OFF,
    **MISFRAMED,
    **CODED,
    **NO_HTTP,
}
