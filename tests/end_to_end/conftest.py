"""A desktop, a person at a browser, and RingAuth, fresh for each test."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.program import Browser


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder with a short name: the names of sockets may not be long."""
    with tempfile.TemporaryDirectory(
        prefix="ringauth-", ignore_cleanup_errors=True
    ) as name:
        yield Path(name)


@pytest.fixture
def desktop(folder: Path) -> Iterator[Desktop]:
    """Return a desktop with an unlocked keyring."""
    with Desktop(folder) as desktop:
        yield desktop


@pytest.fixture
def browser(folder: Path) -> Browser:
    """Return the person at the browser, who so far does nothing there."""
    return Browser(folder)
