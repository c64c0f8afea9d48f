"""What a hostile page or program does at a callback port: the lists CB and AR.

None of it may count, whether the query in it is the genuine one or not.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl

from tests.fakes.callback_probe import CLOSED, Probe
from tests.fakes.callback_raw_probes import raw_probes
from tests.fakes.callback_target import MARKER, CallbackTarget

METHODS = (
    *("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "HEAD"),
    *("PROPFIND", "get", "GETT"),
)
MODES = ("no-cors", "cors", "same-origin", "websocket", "Navigate", "navigate;x", "")
DESTINATIONS = (
    *("image", "script", "style", "iframe", "frame", "embed", "object", "empty"),
    *("worker", "serviceworker", "video", "font", "report", "Document", ""),
)
AHEAD = (
    "Sec-Purpose: prefetch",
    "Sec-Purpose: prefetch;prerender",
    "Sec-Purpose: prefetch;anonymous-client-ip",
    "Purpose: prefetch",
    "X-Purpose: preview",
    "X-Moz: prefetch",
)


def all_probes(target: CallbackTarget) -> Iterator[Probe]:
    """Yield each, named by the case that it belongs to."""
    yield from _elsewhere(target)
    yield from _methods(target)
    yield from _hosts(target)
    yield from _no_navigations(target)
    yield from _too_long(target)
    yield from _wrong_answers(target)
    yield from raw_probes(target)


def _probe(name: str, raw: bytes, *statuses: int) -> Probe:
    return Probe(name, raw, frozenset(statuses))


def _elsewhere(target: CallbackTarget) -> Iterator[Probe]:
    path = target.path
    below = (f"{path}/extra", f"{path}/", f"{path}/result", f"{path}%2f", f"{path};x")
    others = ("/", "/favicon.ico", "/robots.txt", "/.well-known/x", f"/{path}", *below)
    for other in (*others, path.swapcase(), f"/x/..{path}", f"/%63{path[2:]}"):
        for query in ("", f"?{target.query}"):
            sent = target.request(other + query)
            yield _probe(f"CB-02 {other} {'with' if query else 'without'}", sent, 404)


def _methods(target: CallbackTarget) -> Iterator[Probe]:
    place = f"{target.path}?{target.query}"
    for method in METHODS:
        sent = target.request(place, method=method)
        yield _probe(f"CB-03 {method}", sent, 405)
    form = target.request(target.path, "Content-Length: 6", method="POST") + b"code=x"
    yield _probe("CB-03 a form", form, 405)
    preflight = target.request(
        place,
        "Origin: https://evil.example",
        "Access-Control-Request-Method: GET",
        f"Access-Control-Request-Headers: {MARKER}",
        "Access-Control-Request-Private-Network: true",
        "Access-Control-Request-Local-Network: true",
        method="OPTIONS",
    )
    yield _probe("CB-05 preflight", preflight, 405)


def _hosts(target: CallbackTarget) -> Iterator[Probe]:
    host, port, place = target.host, target.port, f"{target.path}?{target.query}"
    neighbours = {"localhost", "127.0.0.1", "[::1]", "0.0.0.0"} - {host}
    foreign = (
        *(f"{each}:{port}" for each in sorted(neighbours)),
        *(f"evil.example:{port}", "evil.example", host, f"{host}:1", f"{host}:0{port}"),
        *(f"{host}.:{port}", f"user@{host}:{port}", f"{host}:{port}@evil.example"),
        *(f"{host}.evil.example:{port}", f"{host}:{port}, evil.example"),
        *(f"http://{host}:{port}", f"{host}:{port}/", f"{host}%00:{port}", f":{port}"),
    )
    for each in foreign:
        yield _probe(f"CB-04 Host {each}", target.request(place, host=each), 421)
    for each in ("evil.example", target.authority):
        sent = target.request(place, f"Host: {each}")
        yield _probe(f"CB-04 a second Host {each}", sent, 400)
    for each in (target.authority, "evil.example", f"user@{target.authority}"):
        sent = target.request(f"http://{each}{place}")
        yield _probe(f"CB-04 absolute form, {each}", sent, 404)
    for version, status in (("1.1", 400), ("1.0", 421)):
        sent = f"GET {place} HTTP/{version}\r\n\r\n".encode()
        yield _probe(f"CB-04 no Host in HTTP/{version}", sent, status)
    empty = f"GET {place} HTTP/1.1\r\nHost:\r\n\r\n".encode()
    yield _probe("CB-04 an empty Host", empty, 421)


def _no_navigations(target: CallbackTarget) -> Iterator[Probe]:
    said = (
        *((f"Sec-Fetch-Mode: {mode}",) for mode in MODES),
        *((f"Sec-Fetch-Dest: {each}",) for each in DESTINATIONS),
        ("Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"),
        ("Sec-Fetch-Mode: navigate", "Sec-Fetch-Mode: no-cors"),
        ("Sec-Fetch-Dest: document", "sec-fetch-dest: image"),
        ("Upgrade: websocket", "Connection: Upgrade", "Sec-Fetch-Mode: websocket"),
    )
    for headers in said:
        yield _probe(f"CB-06 {'; '.join(headers)}", target.genuine(*headers), 403)
    for header in AHEAD:
        sent = target.genuine(
            "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document", header
        )
        yield _probe(f"CB-22 {header}", sent, 403)


def _too_long(target: CallbackTarget) -> Iterator[Probe]:
    place, filler = f"{target.path}?{target.query}", MARKER * 12_000
    line = target.request(f"{place}&x={filler[:70_000]}")
    yield _probe("CB-09 a line of 70 KB", line, 431, CLOSED)
    yield _probe("CB-09 a line of 17 KB", target.request(place + filler[:17_000]), 414)
    header = target.genuine(f"X: {filler[:33_000]}")
    yield _probe("CB-09 a header of 33 KB", header, 431)
    header = target.genuine(f"X: {filler}{filler}{filler}")
    yield _probe("CB-09 a header of 200 KB", header, 431, CLOSED)
    headers = target.genuine(*(f"X-{n}: {MARKER}" for n in range(70)))
    yield _probe("CB-09 71 headers", headers, 431)


def _wrong_answers(target: CallbackTarget) -> Iterator[Probe]:
    answer = dict(parse_qsl(target.query))
    code, state = answer.get("code", MARKER), answer["state"]
    for name, query in _wrong_queries(code, state):
        yield _probe(name, target.request(f"{target.path}?{query}"), 403)
    yield _probe("AR-01 no query", target.request(target.path), 403)


def _wrong_queries(code: str, state: str) -> Iterable[tuple[str, str]]:
    markup = "%3Cscript%3Ealert(1)%3C/script%3E%22%3E%3Cimg%20src=x%20onerror=1%3E"
    yield "AR-01 no state", f"code={code}"
    yield "AR-01 an empty state", f"code={code}&state="
    yield "AR-01 only the name of the state", f"code={code}&state"
    yield "AR-02 another state", f"code={code}&state={MARKER}-other"
    yield "AR-03 other letter case", f"code={code}&state={state.swapcase()}"
    yield "AR-03 the last character missing", f"code={code}&state={state[:-1]}"
    for end in ("+", "%20", "%00", "%0a", "x", "%C3%A9", "%FF"):
        yield f"AR-03 {end} at the end", f"code={code}&state={state}{end}"
    yield "AR-03 a blank before it", f"code={code}&state=%20{state}"
    yield "AR-03 the name in capitals", f"code={code}&STATE={state}"
    yield "AR-04 two codes", f"code={code}&state={state}&code={MARKER}"
    yield "AR-04 two states, the last right", f"code={code}&state=x&state={state}"
    yield "AR-04 two states, the first right", f"code={code}&state={state}&state=x"
    yield "AR-04 the same state twice", f"code={code}&state={state}&state={state}"
    yield "AR-04 a second state in another spelling", f"state={state}&%73tate=x"
    yield "AR-06 an error without a state", "error=access_denied"
    yield "AR-06 an error with a wrong state", f"error=access_denied&state={MARKER}"
    yield "AR-09 a token without a state", f"access_token={MARKER}&token_type=bearer"
    yield "CB-10 escapes", f"code={code}&state=%1b[31m%0d%0aSet-Cookie:%20a={MARKER}"
    yield (
        "CB-18 markup",
        f"error=x&state=x&error_description={markup}{{0}}%25s$error{MARKER}",
    )
    yield "CB-21 long values", f"code={'c' * 3072}&state={'s' * 512}"
