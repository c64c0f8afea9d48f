"""The cases that are to be shown, and which tests are marked with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ROW = re.compile(r"\| (?P<number>[A-Z]{2}-\d\d) \| (?P<situation>.+) \| .+ \|")
_MARK = re.compile(r"mark\.case\((?P<numbers>[^)]*)\)")
_NUMBER = re.compile(r'"([A-Z]{2}-\d\d)"')


@dataclass(frozen=True)
class Case:
    """One case: its number, such as "KR-01", and what is done to RingAuth in it."""

    number: str
    situation: str


def all_cases(tests: Path) -> tuple[Case, ...]:
    """Return every case that is to be shown, in the threat model's order."""
    text = (tests / "threat_cases.md").read_text(encoding="utf-8")
    found = map(_ROW.fullmatch, text.splitlines())
    return tuple(Case(row["number"], row["situation"]) for row in found if row)


def marked_numbers(tests: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file below ``tests`` with each number that a test in it is marked by.

    Read from the text: Qt's tests cannot be imported where there is no Qt.
    """
    for path in sorted(tests.rglob("test_*.py")):
        for mark in _MARK.finditer(path.read_text(encoding="utf-8")):
            for number in _NUMBER.findall(mark["numbers"]):
                yield path, number
