import json
from pathlib import Path

import pytest

from ringauth_gui.moment import Moment
from ringauth_gui.storage.settings import Settings, SettingsFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def file(path: Path) -> SettingsFile:
    return SettingsFile(path, lambda: Moment(1_795_440_730.0))


def test_without_a_file_the_settings_are_the_usual_ones(file: SettingsFile) -> None:
    loaded = file.load()

    assert (loaded.settings, loaded.problem) == (Settings(), None)


def test_every_setting_is_remembered(file: SettingsFile) -> None:
    settings = Settings("5f2c", "dark", "AdnQywADAAA=")

    file.save(settings)

    assert file.load().settings == settings


@pytest.mark.case("PF-03")
def test_unknown_members_are_kept(file: SettingsFile, path: Path) -> None:
    path.write_text('{"version": 1, "later": {"a": 1}}', "utf-8")

    file.save(file.load().settings)

    assert json.loads(path.read_text("utf-8"))["later"] == {"a": 1}


def test_a_value_that_cannot_be_used_is_as_if_not_set(
    file: SettingsFile, path: Path
) -> None:
    members = {"version": 1, "selected_profile": 5, "theme": "pink"}
    path.write_text(json.dumps(members), "utf-8")

    assert file.load().settings == Settings()


@pytest.mark.case("PF-01")
def test_a_broken_file_is_named_and_the_program_goes_on(
    file: SettingsFile, path: Path
) -> None:
    path.write_text("junk", "utf-8")

    loaded = file.load()

    assert loaded.settings == Settings()
    assert loaded.problem is not None
    assert "settings.broken-2026-11-23T13-32-10.json" in loaded.problem
