"""The layers of docs/architecture.md hold."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "ringauth_gui"
WITH_QT = ("gui", "app.py", "program.py", "__main__.py")
ARCHITECTURE = ROOT / "docs" / "architecture.md"

# Which outside library is imported where, as in the table of docs/architecture.md.
HOMES = {
    "PySide6": ("gui/", "app.py", "program.py"),
    "requests": ("oauth/",),
    "urllib3": ("oauth/",),
    "truststore": ("oauth/",),
    "h11": ("oauth/",),
    "keyring": ("storage/keyring_token_store.py", "storage/keyring_choice.py"),
    "filelock": ("storage/",),
    "platformdirs": ("app.py",),
    "flask": ("practice/",),
    "jwt": ("oauth/id_token.py", "practice/"),
    "dotenv": ("ringcentral/credentials_file.py",),
}


def test_the_contracts_of_import_linter_are_kept() -> None:
    program = "import sys; from importlinter.cli import lint_imports; "

    # In a process of its own: it sets logging up anew, for everybody.
    done = _run(program + "sys.exit(lint_imports(no_cache=True))")

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("library", HOMES)
def test_an_outside_library_is_imported_in_its_home_only(library: str) -> None:
    homes = HOMES[library]

    importers = [name for name, imported in _imports_by_file() if library in imported]

    assert [name for name in importers if not name.startswith(homes)] == []


def test_addresses_are_taken_apart_in_one_place() -> None:
    parsers = {"urlsplit", "urlparse", "parse_url", "QUrl"}

    readers = {
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        if parsers & set(re.findall(r"\w+", path.read_text("utf-8")))
    }

    ours = {name for name in readers if not name.startswith("practice/")}
    # The latter makes an address of a folder's path, and reads none.
    assert ours == {"oauth/url_parts.py", "gui/log_folder.py"}


def test_each_module_that_is_promised_to_be_free_of_qt_exists() -> None:
    found = {
        pattern: list((PACKAGE / "gui").glob(f"{pattern}.py"))
        for pattern in _qt_free_in_gui()
    }

    assert len(found) > 15
    assert all(found.values()), found


def test_every_core_module_imports_without_qt() -> None:
    modules = [_module_name(path) for path in _core_files()]
    assert "ringauth_gui.oauth.token" in modules
    program = (
        "import importlib, sys\n"
        "from tests.without_qt import QtBlocker\n"
        "sys.meta_path.insert(0, QtBlocker())\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
    )

    done = _run(program, *modules)

    assert (done.returncode, done.stderr) == (0, "")


def _run(program: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", program, *arguments],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


def _core_files() -> Iterator[Path]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE)
        if name.parts[0] not in WITH_QT and name.name != "__main__.py":
            yield path
    for pattern in _qt_free_in_gui():
        yield from sorted((PACKAGE / "gui").glob(f"{pattern}.py"))


def _qt_free_in_gui() -> list[str]:
    """Return the patterns that docs/architecture.md names: the one list of them."""
    text = ARCHITECTURE.read_text("utf-8")
    _before, promised = text.split("in `gui/` these are free of it: ")
    return promised.partition("|")[0].strip().strip("`").split("`, `")


def _module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def _imports_by_file() -> Iterator[tuple[str, set[str]]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        imported = {
            name.partition(".")[0]
            for node in ast.walk(tree)
            for name in _imported_names(node)
        }
        yield path.relative_to(PACKAGE).as_posix(), imported


def _imported_names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [node.module or ""]
    return []
