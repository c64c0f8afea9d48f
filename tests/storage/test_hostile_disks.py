"""The profile file on a disk that is full, read-only, or somebody else's."""

import os
import stat
from pathlib import Path

import pytest

from ringauth_gui.errors import ProfileFileError
from tests.private_mounts import read_only, run_on, small_disk
from tests.storage.profile_examples import ANNA, BERTA, profile_file

ANOTHER_USER = 65534
AS_ROOT = pytest.mark.skipif(
    os.geteuid() != 0, reason="only root can give a file to another user"
)

SAVE_UNTIL_FULL = """
import sys
from pathlib import Path
from ringauth_gui.errors import ProfileFileError
from tests.storage.profile_examples import ANNA, BERTA, profile_file
folder = Path(sys.argv[1])
path, filling = folder / "profiles.json", folder / "filling"
file = profile_file(path)
file.save([ANNA])
before = path.read_bytes()
with filling.open("wb", buffering=0) as filler:
    try:
        while True:
            filler.write(b"x" * 4096)
    except OSError:
        pass
try:
    file.save([ANNA, BERTA], [ANNA])
except ProfileFileError as error:
    print(error)
print(path.read_bytes() == before, sorted(each.name for each in folder.iterdir()))
filling.unlink()
print([each.name for each in file.save([ANNA, BERTA], [ANNA]).profiles])
"""
SAVE_READ_ONLY = """
import sys
from pathlib import Path
from ringauth_gui.errors import ProfileFileError
from tests.storage.profile_examples import BERTA, profile_file
file = profile_file(Path(sys.argv[1]) / "profiles.json")
loaded = file.load()
print([each.name for each in loaded.profiles], loaded.problems)
try:
    file.save([*loaded.profiles, BERTA], loaded.profiles)
except ProfileFileError as error:
    print(error)
"""


@pytest.mark.case("PF-05")
def test_a_full_disk_keeps_the_old_file_whole_and_says_so(tmp_path: Path) -> None:
    said = run_on(small_disk(tmp_path, 64), SAVE_UNTIL_FULL, str(tmp_path))

    assert said.splitlines() == [
        "profiles.json cannot be written: No space left on device.",
        "True ['filling', 'profiles.json', 'profiles.lock']",
        "['Anna', 'Berta']",
    ]


@pytest.mark.case("PF-04")
def test_a_read_only_folder_is_read_and_a_save_says_why_not(tmp_path: Path) -> None:
    profile_file(tmp_path / "profiles.json").save([ANNA])

    said = run_on(read_only(tmp_path), SAVE_READ_ONLY, str(tmp_path))

    assert said.splitlines() == [
        "['Anna'] ()",
        "profiles.json cannot be written: Read-only file system.",
    ]


@pytest.mark.case("PF-04")
def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    file = profile_file(path)
    file.save([ANNA])
    path.chmod(0o400)
    before = path.read_bytes()

    with pytest.raises(ProfileFileError, match="it is read-only"):
        file.save([ANNA, BERTA], [ANNA])

    assert file.load().profiles == (ANNA,)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (before, 0o400)


@AS_ROOT
@pytest.mark.case("PF-10")
def test_another_users_file_is_neither_read_nor_replaced(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    file = profile_file(path)
    file.save([ANNA])
    os.chown(path, ANOTHER_USER, ANOTHER_USER)
    before = path.read_bytes()

    loaded = file.load()

    assert loaded.profiles == ()
    assert loaded.problems == ("profiles.json is another user's file and is not used.",)
    with pytest.raises(ProfileFileError, match="another user's"):
        file.save([BERTA])
    assert path.read_bytes() == before


@pytest.mark.case("PF-07")
def test_a_wider_mode_is_tightened_when_the_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    file = profile_file(path)
    file.save([ANNA])
    path.chmod(0o666)

    file.load()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.case("PF-07")
def test_everything_that_is_written_is_the_owners_alone_under_any_umask(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "config" / "ringauth"
    path = folder / "profiles.json"
    umask = os.umask(0)

    try:
        profile_file(path).save([ANNA])
        path.write_text("junk", "utf-8")
        profile_file(path).load()
        profile_file(path).save([ANNA])
    finally:
        os.umask(umask)

    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()}
    assert len(modes) == 3
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.case("PF-10")
@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero", "/dev/full"])
def test_a_link_to_a_device_is_neither_read_nor_replaced(
    tmp_path: Path, device: str
) -> None:
    path = tmp_path / "profiles.json"
    path.symlink_to(device)
    file = profile_file(path)

    loaded = file.load()

    assert (loaded.profiles, loaded.read_only) == ((), True)
    with pytest.raises(ProfileFileError):
        file.save([ANNA])
    assert path.is_symlink()
    assert stat.S_ISCHR(Path(device).stat().st_mode)


@pytest.mark.case("PF-10")
@pytest.mark.parametrize("kind", ["pipe", "circle", "folder"])
def test_a_link_to_what_is_no_file_is_neither_read_nor_replaced(
    tmp_path: Path, kind: str
) -> None:
    path, target = tmp_path / "profiles.json", tmp_path / "target"
    path.symlink_to(path if kind == "circle" else target)
    if kind == "pipe":
        os.mkfifo(target)
    elif kind == "folder":
        target.mkdir()
    file = profile_file(path)

    loaded = file.load()

    assert (loaded.profiles, loaded.read_only) == ((), True)
    with pytest.raises(ProfileFileError):
        file.save([ANNA])
    assert path.is_symlink()


@pytest.mark.case("PF-10")
def test_a_link_to_nothing_yet_is_kept_and_its_target_made(tmp_path: Path) -> None:
    path, target = tmp_path / "profiles.json", tmp_path / "elsewhere" / "mine.json"
    target.parent.mkdir()
    path.symlink_to(target)
    file = profile_file(path)

    assert file.load().profiles == ()
    file.save([ANNA])

    assert path.is_symlink()
    assert file.load().profiles == (ANNA,)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_folder_in_the_place_of_the_file_is_told_and_left_alone(
    tmp_path: Path,
) -> None:
    path = tmp_path / "profiles.json"
    path.mkdir()
    file = profile_file(path)

    loaded = file.load()

    assert loaded.problems == ("profiles.json cannot be read: Is a directory.",)
    with pytest.raises(ProfileFileError, match="Is a directory"):
        file.save([ANNA])
    assert path.is_dir()
