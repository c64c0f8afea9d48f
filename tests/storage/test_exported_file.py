"""A file with profiles, where a person wants it."""

import stat
from pathlib import Path

import pytest

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.storage.exported_file import read_exported_file
from ringauth_gui.storage.exported_profiles import exported_text
from ringauth_gui.storage.files import write_where_it_is
from tests.storage.test_exported_profiles import CANARY, SUPPORT


def test_a_file_is_its_owners_alone_and_its_folder_stays_as_it_is(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o755)
    path = folder / "profiles.json"

    write_where_it_is(path, exported_text([SUPPORT]))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
    read = read_exported_file(path, lambda _secret: None)
    assert [each.name for each in read.profiles] == [SUPPORT.name]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProfileFileError, match="cannot be written"):
        write_where_it_is(tmp_path / "none" / "profiles.json", "{}")


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    with pytest.raises(ProfileFileError, match="cannot be written"):
        write_where_it_is(tmp_path, "{}")


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProfileFileError, match="is not there any more"):
        read_exported_file(tmp_path / "profiles.json", lambda _secret: None)


@pytest.mark.case("PF-11")
def test_what_looks_like_a_secret_is_masked_from_then_on(tmp_path: Path) -> None:
    path, known = tmp_path / "profiles.json", list[str]()
    text = exported_text([SUPPORT]).replace(
        '"client_id"', f'"client_secret": "{CANARY}", "client_id"'
    )
    path.write_text(text, "utf-8")

    read_exported_file(path, known.append)

    assert known == [CANARY]
