"""Judges a request to the callback port by its raw bytes, as R3 has it."""

import re
from collections.abc import Callable

AUTHORITY = b"localhost:27464"
_LINE = re.compile(rb"GET /callback\?([!-~]*) HTTP/[0-9]\.[0-9]")
_LONGEST_LINE, _LONGEST_HEADERS, _MOST_HEADERS = 16 * 1024, 32 * 1024, 64
_BODY = {b"content-length", b"transfer-encoding"}
_AHEAD = {b"sec-purpose", b"purpose", b"x-purpose", b"x-moz"}
_NAVIGATION = {b"sec-fetch-mode": b"navigate", b"sec-fetch-dest": b"document"}
# As browsers write it: nothing is folded, left out or said twice.
_PLAIN = re.compile(
    rb"[A-Z]+ [!-~]+ HTTP/1\.1\r\n(?:[A-Za-z-]+: [!-~](?:[ -~]*[!-~])?\r\n)*\r\n"
)


def is_plain(raw: bytes) -> bool:
    """Return whether it is one whole request that can be read in one way only."""
    return (
        _PLAIN.fullmatch(raw) is not None
        and len(re.findall(rb"(?i)\r\nhost:", raw)) == 1
        and not re.search(rb"(?i)\r\n(?:content-length|transfer-encoding):", raw)
    )


def genuine_query(raw: bytes, is_answer: Callable[[str], bool]) -> str | None:
    """Return the query of the genuine navigation; None for any other request."""
    end = re.search(rb"\r?\n\r?\n", raw)
    if end is None:
        return None
    line, *headers = re.split(rb"\r?\n", raw[: end.start()])
    asked = _LINE.fullmatch(line)
    if asked is None or not _is_navigation(headers):
        return None
    if len(line) > _LONGEST_LINE or len(headers) > _MOST_HEADERS:
        return None
    if len(b"\r\n".join(headers)) > _LONGEST_HEADERS:
        return None
    query = asked[1].decode("ascii")
    return query if is_answer(query) else None


def _is_navigation(headers: list[bytes]) -> bool:
    unfolded = re.sub(rb"\n[ \t]+", b" ", b"\n".join(headers)).split(b"\n")
    pairs = [
        (name.lower(), value.strip(b" \t"))
        for name, _, value in (each.partition(b":") for each in unfolded)
    ]
    hosts = [value.lower() for name, value in pairs if name == b"host"]
    names = {name for name, _ in pairs}
    return (
        hosts == [AUTHORITY]
        and not names & (_BODY | _AHEAD)
        and all(_NAVIGATION.get(name, value) == value for name, value in pairs)
    )
