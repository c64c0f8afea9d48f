"""A pytest plugin that writes how each test with a case's number ended.

``pytest -p tests.case_recorder --cases FILE``; a line of JSON a test.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the file to write to."""
    parser.addoption("--cases", type=Path, help="the file for the cases' results")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave only the tests that have a case's number."""
    chosen = [item for item in items if _numbers(item)]
    config.hook.pytest_deselected(items=[each for each in items if each not in chosen])
    items[:] = chosen


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Iterator[None]:
    """Write the result of each test that has run, and of each that could not."""
    report: pytest.TestReport = yield  # type: ignore[assignment] # pluggy's
    if report.when == "call" or report.outcome != "passed":
        name = item.nodeid.partition("[")[0]
        for number in _numbers(item):
            line = {"case": number, "test": name, "outcome": report.outcome}
            with item.config.getoption("--cases").open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps(line)}\n")
    return report  # type: ignore[return-value] # pluggy's


def _numbers(item: pytest.Item) -> list[str]:
    return [number for mark in item.iter_markers("case") for number in mark.args]
