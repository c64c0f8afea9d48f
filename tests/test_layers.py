"""The layers of docs/architecture.md hold."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "ringauth_gui"
WITH_QT = ("gui", "app.py", "program.py", "__main__.py")
QT_FREE_IN_GUI = ("formatting.py", "message.py", "error_messages.py")

# Which outside library is imported where, as in the table of docs/architecture.md.
HOMES = {
    "PySide6": ("gui/", "app.py", "program.py"),
    "requests": ("oauth/",),
    "urllib3": ("oauth/",),
    "truststore": ("oauth/",),
    "h11": ("oauth/",),
    "keyring": ("storage/keyring_token_store.py",),
    "filelock": ("storage/",),
    "platformdirs": ("app.py",),
    "flask": ("practice/",),
}


def test_the_contracts_of_import_linter_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)

    exit_code = lint_imports(no_cache=True)

    assert exit_code == 0


@pytest.mark.parametrize("library", HOMES)
def test_an_outside_library_is_imported_in_its_home_only(library: str) -> None:
    homes = HOMES[library]

    importers = [name for name, imported in _imports_by_file() if library in imported]

    assert [name for name in importers if not name.startswith(homes)] == []


def test_every_core_module_imports_without_qt() -> None:
    modules = [_module_name(path) for path in _core_files()]
    assert "ringauth_gui.oauth.token" in modules
    program = (
        "import importlib, sys\n"
        "from tests.without_qt import QtBlocker\n"
        "sys.meta_path.insert(0, QtBlocker())\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
    )

    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", program, *modules],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stderr) == (0, "")


def _core_files() -> Iterator[Path]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE)
        if name.parts[0] not in WITH_QT and name.name != "__main__.py":
            yield path
    yield from (PACKAGE / "gui" / name for name in QT_FREE_IN_GUI)


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
