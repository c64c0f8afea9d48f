"""The page about the practice server says what is true."""

import enum
from dataclasses import Field, fields
from pathlib import Path

import pytest

from ringauth_gui.practice import refusals
from ringauth_gui.practice.apps import APPS
from ringauth_gui.practice.jwt_credentials import CREDENTIALS
from ringauth_gui.practice.people import PEOPLE
from ringauth_gui.practice.settings import Settings

PAGE = Path(__file__).parents[2] / "docs" / "practice-server.md"
CODES = {
    one.code
    for one in vars(refusals).values()
    if isinstance(one, refusals.Reason) and one.code is not None
}


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def row_of(setting: Field[object]) -> str:
    return f"| `{setting.name}` | {_shown(setting)} | {setting.metadata['about']} |"


def _shown(setting: Field[object]) -> str:
    default = setting.default
    if isinstance(default, enum.Enum):
        others = [str(one.value) for one in type(default) if one is not default]
        return f"**{default.value}**, {', '.join(others)}"
    if isinstance(default, bool):
        return "**true**, false" if default else "**false**, true"
    return f"**{default}**"


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda one: str(one.name))
def test_every_setting_stands_in_its_table(page: str, setting: Field[object]) -> None:
    assert row_of(setting) in page


def test_no_setting_stands_there_that_is_none(page: str) -> None:
    table = page.partition("## Settings")[2].partition("\n## ")[0]

    rows = [line for line in table.splitlines() if line.startswith("| `")]
    assert len(rows) == len(fields(Settings))


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_a_way_to_provoke_it(page: str, code: str) -> None:
    table = page.partition("## Codes")[2].partition("\n## ")[0]

    assert any(code in line.split("|")[1] for line in table.splitlines() if "|" in line)


def test_everybody_and_everything_registered_is_there(page: str) -> None:
    for app in APPS:
        assert f"`{app.client_id}`" in page
        assert app.is_public or f"`{app.client_secret}`" in page
    for person in PEOPLE:
        assert f"| {person.name} | {person.extension_number} |" in page
    for credential in CREDENTIALS:
        assert f"`{credential.credential_id}`" in page
