"""What the two commands of the README rest on."""

import ast
import re
from pathlib import Path

import pytest

from checks import all_checks, window_tests

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"


@pytest.mark.parametrize("name", ["start.py", "test.py"])
def test_an_older_python_can_read_the_sentence_that_is_meant_for_it(name: str) -> None:
    source = (PACKAGING / name).read_text("utf-8")

    tree = ast.parse(source, feature_version=(3, 6))

    first_after_docstring_and_sys = tree.body[2]
    assert "version_info" in ast.dump(first_after_docstring_and_sys)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_requirement_is_pinned_with_hashes_and_no_index_is_named(
    name: str,
) -> None:
    text = (PACKAGING / name).read_text("utf-8")

    requirements = re.findall(r"^[a-z].*\n(?: .*\n)*", text, re.MULTILINE)

    assert requirements
    for requirement in requirements:
        assert re.match(r"[a-z0-9-]+==\S+ \\\n    --hash=sha256:", requirement)
    assert "://" not in text
    assert "--index" not in text


def test_both_files_pin_the_same_versions() -> None:
    program, tests = (
        set(re.findall(r"^\S+==\S+", (PACKAGING / name).read_text(), re.MULTILINE))
        for name in ("requirements.txt", "requirements-test.txt")
    )

    assert program < tests


def test_the_short_form_leaves_out_the_end_to_end_tests_only() -> None:
    whole = [check.name for check in all_checks(ROOT, quick=False)]

    short = [check.name for check in all_checks(ROOT, quick=True)]

    assert [name for name in whole if name not in short] == ["end to end"]


def test_what_the_core_tests_leave_out_other_checks_run() -> None:
    core, window, kills = (
        next(check for check in all_checks(ROOT, quick=True) if check.name == name)
        for name in ("core tests", "window tests", "kill tests")
    )

    paths = window_tests(ROOT)

    assert "tests/gui" in paths
    for path in paths:
        assert f"--ignore={path}" in core.command
        assert path in window.command
    assert "--ignore=tests/kills" in core.command
    assert "tests/kills" in kills.command
