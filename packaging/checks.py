"""Every check of RingAuth, as the commands that packaging/test.py runs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CODE = ("main.py", "ringauth_gui", "tests", "packaging", "docs", "benchmarks")
# Detectors of known key formats only: the others take every test value for a secret,
# such as the user:password@ of an address that has to be refused.
SECRET_SCAN = (
    "detect-secrets-hook",
    "--disable-plugin=KeywordDetector",
    "--disable-plugin=BasicAuthDetector",
    "--disable-plugin=Base64HighEntropyString",
    "--disable-plugin=HexHighEntropyString",
)
SCANNED = {".css", ".html", ".js", ".json", ".md", ".py", ".qss", ".svg", ".toml"}
PYTEST = ("python", "-m", "pytest")
WITHOUT_QT = ("-p", "tests.without_qt", "-p", "no:pytest-qt")
KILLS = "tests/kills"
COVERAGE = ("--cov", "--cov-report=term-missing:skip-covered")


@dataclass(frozen=True)
class Check:
    """One check.

    Attributes:
        name: In the summary.
        command: In the environment's bin/.
        is_beside: Whether it mostly waits, so that it runs beside the others where it
            can have a network of its own.
    """

    name: str
    command: Sequence[str]
    is_beside: bool = False


def all_checks(root: Path, *, quick: bool) -> list[Check]:
    """Return the checks in the order in which they run, the cheapest first."""
    window = window_tests(root)
    elsewhere = (*window, KILLS, "tests/end_to_end")
    ignored = [f"--ignore={path}" for path in elsewhere]
    checks = [
        Check("format", ("ruff", "format", "--check", ".")),
        Check("lint", ("ruff", "check", ".")),
        Check("types", ("mypy",)),
        Check("layers", ("lint-imports",)),
        Check("secrets", (*SECRET_SCAN, *_scanned_files(root))),
        Check("core tests", (*PYTEST, *WITHOUT_QT, *COVERAGE, *ignored, "tests")),
        Check("window tests", (*PYTEST, *window)),
        Check("kill tests", (*PYTEST, *WITHOUT_QT, KILLS), is_beside=True),
    ]
    if not quick:
        command = (*PYTEST, "tests/end_to_end")
        checks.append(Check("end to end", command, is_beside=True))
    return checks


def window_tests(root: Path) -> list[str]:
    """Return the test files and folders that need Qt; all others run without it."""
    files = (*root.glob("tests/test_app*.py"), root / "tests" / "gui")
    return sorted(str(path.relative_to(root)) for path in files)


def _scanned_files(root: Path) -> Iterator[str]:
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if path.suffix in SCANNED and not any(part[0] == "." for part in name.parts):
            yield str(name)
