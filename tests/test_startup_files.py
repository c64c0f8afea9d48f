"""What a person reads when the program starts with files that are not good."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.program_process import profile_file, run, store_profile, surroundings

# Runs the program until the profile was read, tells its message, and closes it.
READ = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from ringauth_gui import app, program

class Read(program.MainWindow):
    def show_status(self, text, advice=""):
        super().show_status(text, advice)
        QTimer.singleShot(0, self.tell)

    def tell(self):
        words = {each.objectName(): each.text() for each in self.findChildren(QLabel)}
        is_read = words.get("identityLine", "Signed out") == "Signed out"
        if self.isVisible() and is_read and "looking" not in words["statusLine"]:
            print(json.dumps([words["messageTitle"], words["messageText"]]), flush=True)
            self.close()

program.MainWindow = Read
sys.exit(app.main(sys.argv[1:]))
"""


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """Return surroundings without a screen, a keyring or earlier files."""
    return surroundings(tmp_path)


def _message_after_reading(
    environment: Mapping[str, str], *arguments: str
) -> tuple[str, str]:
    ended = run(environment, "-c", READ, *arguments)
    assert ended.returncode == 0, ended.stderr
    title, text = json.loads(ended.stdout)
    return title, text


def _write_profiles(environment: Mapping[str, str], text: str) -> Path:
    path = profile_file(environment)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path.parent


def test_a_bad_profile_is_still_told_of_when_the_good_one_was_read(
    environment: Mapping[str, str],
) -> None:
    store_profile(environment)
    content = json.loads(profile_file(environment).read_text(encoding="utf-8"))
    content["profiles"].append({"name": 7})
    folder = _write_profiles(environment, json.dumps(content))

    title, text = _message_after_reading(environment)

    [aside] = {each.name for each in folder.glob("profiles*.json")} - {"profiles.json"}
    assert aside in title
    assert "Profile 2 cannot be used" in text


@pytest.mark.case("PF-01")
def test_a_broken_file_is_still_told_of_when_the_practice_profile_is_ready(
    environment: Mapping[str, str],
) -> None:
    folder = _write_profiles(environment, "{ broken")

    title, _text = _message_after_reading(environment, "--practice")

    kept = {
        each.name: each.read_text("utf-8") for each in folder.glob("profiles*.json")
    }
    aside = next(name for name, text in kept.items() if text == "{ broken")
    assert aside in title


@pytest.mark.case("PF-01")
def test_a_damaged_profile_file_does_not_keep_the_program_from_starting(
    environment: Mapping[str, str],
) -> None:
    folder = _write_profiles(environment, "{ broken")

    title, _text = _message_after_reading(environment)

    assert title.startswith("A damaged profile file was kept as ")
    kept = [each.read_text(encoding="utf-8") for each in folder.glob("profiles*.json")]
    assert kept == ["{ broken"]
