"""A pytest plugin for the core's tests: there is no Qt, whatever is installed.

``pytest -p tests.without_qt -p no:pytest-qt``, as packaging/checks.py runs it.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

QT_PACKAGES = ("PySide6", "shiboken6", "pytestqt")


class QtBlocker:
    """Answers every import of Qt as Python does where Qt is not installed."""

    def find_spec(
        self,
        name: str,
        _path: Sequence[str] | None = None,
        _target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """Raise ModuleNotFoundError for Qt; leave all else to the other finders."""
        if name.partition(".")[0] in QT_PACKAGES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Block Qt, and know the settings of the plugin that is absent with it."""
    sys.meta_path.insert(0, QtBlocker())
    for setting in ("qt_api", "qt_log_level_fail"):
        parser.addini(setting, help="unused without Qt")
