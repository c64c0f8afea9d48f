"""docs/ringcentral.md tells every name of the reference, and names nothing else."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.scenes import SCENES
from ringauth_gui.practice.settings import Settings
from ringauth_gui.ringcentral.brands import BRANDS
from ringauth_gui.ringcentral.scopes import SCOPE_NAMES

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "ringauth_gui"
PAGE = ROOT / "docs" / "ringcentral.md"
NAMES = Path(__file__).with_name("reference_names.md")
OPEN_POINTS, PROBLEMS, CONSEQUENCES = 24, 31, 18
SETTINGS = {setting.name for setting in fields(Settings)}


@cache
def _sections(file: Path) -> dict[str, str]:
    """Return what stands below each heading, by the heading's number."""
    _, *parts = re.split(r"^## ", file.read_text(encoding="utf-8"), flags=re.M)
    return {part.partition(" ")[0]: part for part in parts}


def _names() -> Iterator[tuple[str, str]]:
    for number, section in _sections(NAMES).items():
        for line in section.splitlines():
            if line.startswith("- "):
                yield number, line.removeprefix("- ")


def _first_cells(section: str) -> list[str]:
    lines = _sections(PAGE)[section].splitlines()
    return [line.split("|")[1].strip() for line in lines if line.startswith("|")]


def _in_page(pattern: str) -> set[str]:
    return set(re.findall(pattern, PAGE.read_text(encoding="utf-8")))


@cache
def _texts_of_the_program() -> tuple[str, ...]:
    """Return every text in the code, without the marks of its mnemonics."""
    trees = (ast.parse(file.read_text("utf-8")) for file in PACKAGE.rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    values = (node.value for node in nodes if isinstance(node, ast.Constant))
    return tuple(value.replace("&", "") for value in values if isinstance(value, str))


def test_every_row_has_as_many_cells_as_its_table() -> None:
    tables = re.findall(r"(?:^\|.*\n)+", PAGE.read_text(encoding="utf-8"), re.M)

    assert len(tables) > 30
    for table in tables:
        assert len({row.count("|") for row in table.splitlines()}) == 1, table


@pytest.mark.parametrize(("section", "name"), list(_names()))
def test_every_name_of_the_reference_has_a_row(section: str, name: str) -> None:
    assert any(name in cell for cell in _first_cells(section)) or (
        name in _sections(PAGE)[section].partition("|")[0]
    )


def test_every_brand_and_scope_that_the_program_knows_has_a_row() -> None:
    told = set(_names())

    assert {name for section, name in told if section == "9"} >= {
        f"`{name}`" for name in SCOPE_NAMES
    }
    assert told >= {("1", f"`{brand}`") for brand in BRANDS}


@pytest.mark.parametrize(
    ("section", "count"),
    [("11", PROBLEMS), ("12", CONSEQUENCES), ("13", OPEN_POINTS)],
)
def test_every_numbered_row_of_the_reference_is_there(section: str, count: int) -> None:
    cells = _first_cells(section)

    numbers = [int(number) for cell in cells for number in re.findall(r"\d+", cell)]
    assert numbers == list(range(1, count + 1))


def test_every_file_that_the_page_names_exists() -> None:
    named = _in_page(r"`([\w/]+\.py)`")

    assert len(named) > 50
    missing = {
        name
        for name in named
        if not ((ROOT if name.startswith("tests/") else PACKAGE) / name).is_file()
    }
    assert missing == set()


def test_every_page_that_it_links_to_exists() -> None:
    assert {
        name
        for name in _in_page(r"\]\(([^)]+)\)")
        if not (PAGE.parent / name).is_file()
    } == set()


def test_every_switch_of_the_practice_server_that_it_names_exists() -> None:
    assert _in_page(r"\bsetting `([^`]+)`") <= SETTINGS
    assert _in_page(r"\bfault `([^`]+)`") <= set(FAULT_KINDS)
    assert _in_page(r"\bscene `([^`]+)`") <= set(SCENES)


def test_no_setting_and_no_fault_is_left_out() -> None:
    assert SETTINGS - _in_page(r"\bsetting `([^`]+)`") == set()
    assert set(FAULT_KINDS) - _in_page(r"\bfault `([^`]+)`") == set()


def test_every_word_of_the_window_that_it_quotes_is_in_the_program() -> None:
    prose = re.sub(r"`[^`]*`", "", PAGE.read_text(encoding="utf-8"))
    quoted = set(re.findall(r"\*([^*|\n]+)\*", prose))

    assert len(quoted) > 50
    texts = _texts_of_the_program()
    assert {
        words for words in quoted if not any(words in text for text in texts)
    } == set()
