"""The page of the documents: its tables are true, and its examples work."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from ringauth_gui.practice.coded_errors import CODED_ERRORS
from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.scenes import SCENES
from tests.practice.control_use import ControlUse

PAGE = Path(__file__).parents[2] / "docs" / "practice-control.md"
TEXT = PAGE.read_text("utf-8")
EXAMPLES = [
    line
    for block in re.findall(r"```\n(.*?)```", TEXT, re.DOTALL)
    for line in block.splitlines()
]
DOCUMENTED = "http://127.0.0.1:27466"


def table(name: str) -> list[str]:
    """The rows of a table, as they stand in the page."""
    _before, _, rest = TEXT.partition(f"<!-- {name} -->\n")
    return rest.partition(f"<!-- /{name} -->")[0].splitlines()


def test_the_table_of_scenes_is_the_servers() -> None:
    assert table("scenes") == [
        f"| `{each.key}` | {each.name} | {each.about} |" for each in SCENES.values()
    ]


def test_the_table_of_faults_is_the_servers() -> None:
    assert table("faults") == [
        f"| `{each.key}` | {each.label}: {each.about} "
        f"| {', '.join(f'`{one.value}`' for one in each.endpoints)} "
        f"| {each.amount_label or ('`code`' if each.code else '')} |"
        for each in FAULT_KINDS.values()
    ]


def test_the_table_of_codes_is_the_servers() -> None:
    assert table("codes") == [
        f"| `{each.code}` | {each.status} | "
        f"{'' if each.error is None else f'`{each.error}`'} | {each.text} |"
        for each in CODED_ERRORS.values()
    ]


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_works(control: ControlUse, example: str) -> None:
    assert DOCUMENTED in example
    command = shlex.split(example.replace(DOCUMENTED, control.address))

    done = subprocess.run(  # noqa: S603 - the document's own example
        [*command, "--silent", "--fail", "--noproxy", "*"],
        capture_output=True,
        text=True,
        check=False,
        timeout=10,
    )

    assert done.returncode == 0, done.stderr
    assert '"settings"' in done.stdout


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 8
