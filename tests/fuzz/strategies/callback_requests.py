"""Requests to the callback port, by browsers and by whoever else knows of it."""

from collections.abc import Sequence

from hypothesis import strategies as st

_METHODS = st.sampled_from(["GET", "get", "HEAD", "POST", "CONNECT", "GET\t", ""])
_HEADERS = (
    "Host: evil.example",
    "Content-Length: 5",
    "Content-Length: -1",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: gzip",
    "Expect: 100-continue",
    "Upgrade: h2c",
    "Connection: keep-alive",
    "Sec-Fetch-Mode: no-cors",
    "Sec-Fetch-Dest: image",
    "Sec-Purpose: prefetch",
    "Purpose: prefetch",
    " folded",
    ": nameless",
    "no colon",
)
# What a browser adds to a navigation, and what extensions and proxies add to that.
_BROWSERS = (
    "Connection: keep-alive",
    "Upgrade-Insecure-Requests: 1",
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",
    "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
    "Sec-Fetch-Site: cross-site",
    "Sec-Fetch-Mode: navigate",
    "Sec-Fetch-User: ?1",
    "Sec-Fetch-Dest: document",
    'sec-ch-ua: "Chromium";v="142", "Not_A Brand";v="99"',
    "Accept-Encoding: gzip, deflate, br, zstd",
    "Accept-Language: de,en-US;q=0.7,en;q=0.3",
    "DNT: 1",
    "Cookie: theme=dark; other=1",
    "Cache-Control: max-age=0",
)


@st.composite
def genuine_requests(draw: st.DrawFn, query: str, authority: str) -> bytes:
    """Return the navigation that brings ``query``, as some browser sends it."""
    headers = draw(st.lists(st.sampled_from(_BROWSERS), unique=True))
    lines = [f"GET /callback?{query} HTTP/1.1", f"Host: {authority}", *headers, "", ""]
    return "\r\n".join(lines).encode("ascii")


@st.composite
def mistaken_requests(draw: st.DrawFn, query: str, authority: str) -> bytes:
    """Return what looks like the genuine request, and is none."""
    targets = st.sampled_from(_mistaken_targets(query))
    line = f"{draw(_METHODS)} {draw(targets)} HTTP/{draw(st.sampled_from('019'))}.1"
    host = draw(st.sampled_from([authority, authority[:-1], "", "evil.example"]))
    held = (f"Cookie: {query}", f"Referer: http://{authority}/callback?{query}")
    headers = draw(st.lists(st.sampled_from((*_HEADERS, *held)), max_size=4))
    newline = draw(st.sampled_from(["\r\n", "\n", "\r"]))
    head = newline.join([line, f"Host: {host}", *headers, "", ""])
    return head.encode("latin-1") + draw(st.binary(max_size=20))


@st.composite
def in_pieces(draw: st.DrawFn, requests: st.SearchStrategy[bytes]) -> Sequence[bytes]:
    """Return a request in the pieces in which its bytes arrive."""
    raw = draw(requests)
    cuts = sorted(draw(st.sets(st.integers(0, len(raw)), max_size=8)))
    return [raw[a:b] for a, b in zip([0, *cuts], [*cuts, len(raw)], strict=True)]


def _mistaken_targets(query: str) -> Sequence[str]:
    return [
        "/",
        "/callback",
        f"/callback?{query[:-1]}",
        f"/callback?x{query.replace('&', '&x')}",
        f"/callback#{query}",
        f"/callback/result?{query}",
        f"/callback/result/?{query}",
        f"//callback?{query}",
        f"/Callback?{query}",
        f"/callback;?{query}",
        f"/call%62ack?{query}",
        f"http://evil.example/callback?{query}",
        "*",
        "\x00",
    ]
