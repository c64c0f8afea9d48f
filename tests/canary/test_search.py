"""The search finds what is planted: in every kind of place, in every encoding."""

import base64
import html
import json
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.redaction import RUN
from tests.canary.search import CanarySearch

CANARY = "CANARY-7f3a \"q' 100% b\\s ü&<x> 0123456789"
SEARCH = CanarySearch({"secret": CANARY})
HARMLESS = "2026-11-25 INFO refresh: done; eyJhbGciOiJSUzI1NiJ9 %20 \\n &amp; "
ENCODINGS = {
    "plain": CANARY,
    "percent": quote(CANARY, safe=""),
    "percent, lower case": quote(CANARY, safe="").lower().replace("canary", "CANARY"),
    "form": quote_plus(CANARY),
    "JSON": json.dumps(CANARY),
    "JSON, as it is": json.dumps(CANARY, ensure_ascii=False),
    "representation": repr(CANARY),
    "representation of bytes": repr(CANARY.encode("latin-1")),
    "HTML": html.escape(CANARY),
    "Base64": base64.b64encode(CANARY.encode()).decode(),
    "Base64 behind a user": base64.b64encode(f"me:{CANARY}".encode()).decode(),
    "Base64 for addresses": base64.urlsafe_b64encode(f"{{ {CANARY}".encode()).decode(),
    "percent in JSON": json.dumps({"url": f"/?x={quote(CANARY, safe='')}"}),
    "Base64 in percent": quote(base64.b64encode(CANARY.encode()).decode(), safe=""),
    "broken into lines": "\n".join((CANARY[:9], CANARY[9:18], CANARY[18:])),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_planted_leak_is_found_in_each_encoding(encoding: str) -> None:
    planted = f"{HARMLESS}{ENCODINGS[encoding]}{HARMLESS}"

    assert SEARCH.found_in(planted) == {"secret"}
    assert SEARCH.found_in(planted.encode()) == {"secret"}


@pytest.mark.parametrize("kind", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [b"", b"\0", b"abc"])
def test_it_is_found_where_each_character_has_two_bytes(
    kind: str, before: bytes
) -> None:
    assert SEARCH.found_in(before + f"x{CANARY}y".encode(kind)) == {"secret"}


@given(before=st.text(), after=st.text(), data=st.data())
def test_any_twelve_characters_in_a_row_are_found_anywhere_rd_10(
    before: str, after: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(CANARY) - RUN))

    planted = f"{before}{CANARY[start : start + RUN]}{after}"

    assert SEARCH.found_in(planted) == {"secret"}


def test_eleven_are_not_and_neither_is_what_is_harmless() -> None:
    cut = "\t".join(CANARY[at : at + 4] + "#" for at in range(0, len(CANARY), 4))

    assert SEARCH.found_in(f"{HARMLESS}{CANARY[:11]}#{HARMLESS}{cut}") == set()


def test_each_canary_is_told_by_its_name() -> None:
    search = CanarySearch({"one": "CANARY-one-0001", "two": "CANARY-two-0002"})

    assert search.found_in("CANARY-two-0002 and CANARY-one-0001") == {"one", "two"}
    assert search.found_in("ANARY-two-000") == {"two"}


def test_it_is_found_in_the_content_and_in_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    content = tmp_path / "deep" / "profiles.json"
    content.write_text(json.dumps({"x": CANARY}), encoding="utf-8")
    name = tmp_path / "CANARY-7f3a-named"
    name.write_bytes(b"")
    (tmp_path / "harmless.log").write_text(HARMLESS, encoding="utf-8")
    search = CanarySearch({"secret": CANARY, "named": "CANARY-7f3a-named"})

    assert search.found_in_files(tmp_path) == {content: {"secret"}, name: {"named"}}
