"""Searches whatever was left anywhere for secrets, or any twelve characters of one."""

import base64
import html
import re
import string
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, unquote_plus

from ringauth_gui.redaction import RUN

# Any run of twelve characters holds a block of six that starts at a multiple of seven.
_BLOCK = 6
_STEP = RUN - _BLOCK + 1
_DEPTH = 2  # encodings in one another, such as a percent-encoded address in JSON
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}")
_PRINTABLE = frozenset(string.printable)


class CanarySearch:
    """Knows the canaries, and finds a part of one in any usual encoding."""

    def __init__(self, canaries: Mapping[str, str], public: str = "") -> None:
        """Look for these, by what they are called; each is long enough to count.

        What is ``public`` is no leak, though a canary may hold it too.
        """
        self._names: dict[str, str] = {}
        self._searched: dict[bytes, set[str]] = {}  # many files hold the same
        for name, canary in canaries.items():
            assert len(canary) >= RUN, name
            runs = (run for run in _pieces(canary, RUN) if run not in public)
            self._names |= dict.fromkeys(runs, name)
        self._blocks = {block for run in self._names for block in _pieces(run, _BLOCK)}

    def found_in(self, place: str | bytes) -> set[str]:
        """Return which canaries are there, whole or in part."""
        texts = _as_text(place) if isinstance(place, bytes) else [place]
        seen: set[str] = set()
        for text in texts:
            _decode_all(text, _DEPTH, seen)
        return {name for text in seen for name in self._plainly_in(text)}

    def found_in_files(self, *folders: Path) -> dict[Path, set[str]]:
        """Return the files below ``folders`` that hold one, in name or content."""
        paths = [path for folder in folders for path in folder.rglob("*")]
        found = {path: self.found_in_file(path) for path in paths if path.is_file()}
        return {path: names for path, names in found.items() if names}

    def found_in_file(self, path: Path) -> set[str]:
        """Return which canaries are in the file's content or its name."""
        data = path.read_bytes()
        if data not in self._searched:
            self._searched[data] = self.found_in(data)
        return self._searched[data] | self.found_in(str(path))

    def _plainly_in(self, text: str) -> Iterator[str]:
        sample = {text[at : at + _BLOCK] for at in range(0, len(text), _STEP)}
        if not sample & self._blocks:
            return
        for at in range(len(text) - RUN + 1):
            name = self._names.get(text[at : at + RUN])
            if name is not None:
                yield name


def _pieces(text: str, length: int) -> Iterator[str]:
    return (text[at : at + length] for at in range(len(text) - length + 1))


def _as_text(data: bytes) -> list[str]:
    texts = [data.decode("utf-8", "replace")]
    if b"\0" in data:  # UTF-16, or a file of records that are anywhere
        texts += [
            data[start:].decode(kind, "replace")
            for kind in ("utf-16-le", "utf-16-be")
            for start in (0, 1)
        ]
    return texts


def _decode_all(text: str, depth: int, seen: set[str]) -> None:
    """Add ``text`` to ``seen``, and what it is once decoded."""
    if text in seen:
        return
    seen.add(text)
    if depth:
        for decode in _DECODERS:
            _decode_all(decode(text), depth - 1, seen)


def _unescaped(text: str) -> str:
    """Return ``text`` without the backslashes of JSON, Python and JavaScript."""
    return re.sub(
        r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))",
        lambda found: found[3] or chr(int(found[1] or found[2], 16)),
        text,
        flags=re.DOTALL,
    )


def _joined(text: str) -> str:
    """Return ``text`` as if nothing had been broken into lines or spaced out."""
    return re.sub(r"\s+", "", text)


def _from_base64(text: str) -> str:
    """Return all that may be Base64 in ``text``, decoded from each place on."""
    return "\n".join(
        decoded
        for found in _BASE64.findall(text)
        for start in range(4)
        if set(decoded := _decoded(found[start:])) & _PRINTABLE
    )


def _decoded(text: str) -> str:
    usual = text.replace("-", "+").replace("_", "/")
    whole = usual[: len(usual) // 4 * 4]
    rest = usual[len(whole) :]
    padded = whole + (rest.ljust(4, "=") if len(rest) > 1 else "")
    return base64.b64decode(padded).decode("utf-8", "replace")


_DECODERS: tuple[Callable[[str], str], ...] = (
    unquote,
    unquote_plus,
    _unescaped,
    html.unescape,
    _joined,
    _from_base64,
)
