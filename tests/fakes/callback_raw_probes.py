"""Bytes at a callback port that no browser sends, most of them no HTTP at all."""

from collections.abc import Iterator

from tests.fakes.callback_probe import CLOSED, Probe
from tests.fakes.callback_target import MARKER, CallbackTarget

TLS_HELLO = bytes.fromhex("16030100c8010000c40303") + bytes(189)


def raw_probes(target: CallbackTarget) -> Iterator[Probe]:
    """Yield each, named by the case that it belongs to."""
    yield from _smuggled(target)
    yield from _malformed(target)
    yield from _control_characters(target)
    yield from _not_http(target)


def _smuggled(target: CallbackTarget) -> Iterator[Probe]:
    second = target.genuine()
    bodies = {
        "Content-Length: 0": b"",
        "Content-Length: 4": b"body",
        f"Content-Length: {len(second)}": second,
        "Content-Length: -1": b"",
        "Content-Length: +4": b"body",
        "Content-Length: 4, 5": b"body",
        "Content-Length: 4\r\nContent-Length: 5": b"body",
        "Content-Length: 4\r\nTransfer-Encoding: chunked": b"0\r\n\r\n" + second,
        "Transfer-Encoding: chunked": b"0\r\n\r\n" + second,
        "Transfer-Encoding: xchunked": b"",
        "Transfer-Encoding:\tchunked": b"0\r\n\r\n",
        "Transfer-Encoding: gzip, chunked": b"",
    }
    for headers, body in bodies.items():
        sent = target.genuine(*headers.split("\r\n")) + body
        yield _refused(f"smuggling, {headers!r}", sent, 400, 501)
    mistaken = target.request(f"/?{target.query}")
    yield _refused("pipelining, the genuine one second", mistaken + second, 404)
    yield _refused("pipelining, many", mistaken * 50, 404)


def _malformed(target: CallbackTarget) -> Iterator[Probe]:
    wrong = f"{target.path}?code={MARKER}&state={MARKER}"
    place = f"{target.path}?{target.query}"
    tolerated = {
        "a folded header": target.request(wrong, f"X: a\r\n {MARKER}"),
        "bare line feeds": target.request(wrong, newline="\n"),
        "blank lines before it": b"\r\n\r\n" + target.request(wrong),
    }
    for name, sent in tolerated.items():
        yield _refused(name, sent, 400, 403)
    headers = ("X : a", ": a", "no colon", "X: \x00", "X\x01: a", "X: a\rb", "(X): a")
    for header in headers:
        yield _refused(f"the header {header!r}", target.genuine(header), 400)
    folded = f"GET {place} HTTP/1.1\r\n Host: {target.authority}\r\n\r\n".encode()
    yield _refused("a folded first header", folded, 400)
    spread = f"GET {place} HTTP/1.1\r\nHost:\r\n {target.authority}\r\n x\r\n\r\n"
    yield _refused("a folded Host", spread.encode(), 400, 421)
    for line in (f"GET  {place} HTTP/1.1", f"GET {place}  HTTP/1.1", f"GET {place} x"):
        sent = f"{line}\r\nHost: {target.authority}\r\n\r\n".encode()
        yield _refused(f"the line {line[:4]!r}..{line[-10:]!r}", sent, 400)
    returns = target.request(place, newline="\r")
    yield _refused("bare returns", returns, 400, CLOSED)


def _control_characters(target: CallbackTarget) -> Iterator[Probe]:
    path, query = target.path.encode(), target.query.encode()
    places = {
        "NUL in the query": path + b"?a=\x00&" + query,
        "ESC in the query": path + b"?a=\x1b[31m&" + query,
        "DEL in the query": path + b"?a=\x7f&" + query,
        "bidi controls in the query": path + b"?a=\xe2\x80\xae&" + query,
        "NUL in the path": path + b"\x00?" + query,
        "a tab in the path": path + b"\t?" + query,
    }
    for name, place in places.items():
        sent = b"GET %s HTTP/1.1\r\nHost: %s\r\n\r\n"
        raw = sent % (place, target.authority.encode())
        yield _refused(f"CB-10 {name}", raw, 400)
    for escape in ("%00", "%1b[31m", "%0d%0aSet-Cookie:%20a=b", "%E2%80%AE"):
        sent = target.request(f"{target.path}{escape}?{target.query}")
        yield _refused(f"CB-10 {escape} in the path", sent, 404)


def _not_http(target: CallbackTarget) -> Iterator[Probe]:
    place = f"{target.path}?{target.query}"
    host = f"\r\nHost: {target.authority}\r\n\r\n"
    strangers = {
        "TLS hello": TLS_HELLO,
        "HTTP/2 preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(9),
        "HTTP/0.9": f"GET {place}\r\n".encode(),
        "HTTP/0.9 with a blank line": f"GET {place}\r\n\r\n".encode(),
        "HTTP/2.0 in the line": f"GET {place} HTTP/2.0{host}".encode(),
        "HTTP/1.10 in the line": f"GET {place} HTTP/1.10{host}".encode(),
        "http/1.1 in the line": f"GET {place} http/1.1{host}".encode(),
        "SOCKS": b"\x05\x01\x00",
        "SMTP": b"EHLO evil.example\r\n",
        "an asterisk": f"GET * HTTP/1.1{host}".encode(),
        "the authority alone": f"GET {target.authority} HTTP/1.1{host}".encode(),
        "no address": f"GET  HTTP/1.1{host}".encode(),
        "all bytes": bytes(range(256)) * 4,
        "line feeds": b"\n" * 1000,
        "nothing": b"",
        "half a request": target.genuine()[:30],
    }
    for name, sent in strangers.items():
        yield _refused(f"not HTTP, {name}", sent, 400, 404, 505, CLOSED)


def _refused(name: str, raw: bytes, *statuses: int) -> Probe:
    return Probe(name, raw, frozenset(statuses))
