"""The profile file, as several windows and other programs write it at once."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.storage.profile_json import profile_to_json
from ringauth_gui.storage.profile_merge import ClashKind
from ringauth_gui.storage.settings import Settings, SettingsFile
from tests.storage.profile_examples import ANNA, BERTA, CLARA, NOW, profile_file

ADD_TEN = """
import sys
from dataclasses import replace
from pathlib import Path
from tests.storage.profile_examples import ANNA, profile_file
path, window = Path(sys.argv[1]), sys.argv[2]
file = profile_file(path)
base = file.load().profiles
sys.stdin.readline()
for number in range(10):
    name = f"{window}-{number}"
    ours = (*base, replace(ANNA, id=name, name=name))
    base = file.save(ours, base).profiles
"""
HOLD_LOCK = """
import sys
from pathlib import Path
from ringauth_gui.storage.file_lock import file_lock
with file_lock(Path(sys.argv[1]), 5.0):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the profile file is."""
    return tmp_path / "profiles.json"


@pytest.mark.case("PF-08")
def test_profiles_that_processes_add_at_the_same_time_all_survive(path: Path) -> None:
    profile_file(path).save([ANNA])
    windows = [
        subprocess.Popen(  # noqa: S603 - this interpreter and the text above
            [sys.executable, "-c", ADD_TEN, str(path), f"w{number}"],
            stdin=subprocess.PIPE,
        )
        for number in range(4)
    ]

    for window in windows:
        window.communicate(b"go\n", timeout=60)

    loaded = profile_file(path).load()
    assert [window.returncode for window in windows] == [0] * 4
    assert len(loaded.profiles) == 41
    assert loaded.problems == ()


@pytest.mark.case("PF-08", "PF-13")
def test_two_windows_that_add_a_profile_of_one_name_keep_both(path: Path) -> None:
    one, other = profile_file(path), profile_file(path)
    new = replace(BERTA, name="New profile")

    one.save([new])
    saved = other.save([replace(CLARA, name="New profile")])

    assert [each.name for each in saved.profiles] == ["New profile", "New profile (2)"]
    assert profile_file(path).load().profiles == saved.profiles


@pytest.mark.case("PF-03", "PF-13")
def test_what_another_program_wrote_meanwhile_is_kept(path: Path) -> None:
    file = profile_file(path)
    file.save([ANNA, BERTA])
    document = json.loads(path.read_text("utf-8"))
    document["later"] = {"a": [1]}
    document["profiles"][0]["colour"] = "blue"
    document["profiles"].append(profile_to_json(CLARA))
    path.write_text(json.dumps(document), "utf-8")

    edited = replace(BERTA, name="Bertha")
    saved = file.save([ANNA, edited], [ANNA, BERTA])

    blue = replace(ANNA, unknown={"colour": "blue"})
    assert saved.profiles == (blue, edited, CLARA)
    assert (saved.clashes, saved.copy) == ((), None)
    assert json.loads(path.read_text("utf-8"))["later"] == {"a": [1]}


@pytest.mark.case("PF-13")
def test_what_is_written_over_is_told_and_kept_beside_the_file(path: Path) -> None:
    file = profile_file(path)
    file.save([replace(ANNA, name="Theirs")])

    saved = file.save([replace(ANNA, name="Ours")], [ANNA])

    [clash] = saved.clashes
    assert (clash.kind, clash.members) == (ClashKind.EDITED_BOTH, ("name",))
    assert saved.copy is not None
    assert saved.copy.name == "profiles.other-2026-11-23T13-32-10.json"
    kept = json.loads(saved.copy.read_text("utf-8"))
    assert kept["profiles"][0]["name"] == "Theirs"
    assert saved.copy.stat().st_mode & 0o777 == 0o600


@pytest.mark.case("PF-13")
def test_where_no_copy_can_be_kept_nothing_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / f"{'p' * 233}.json"  # no room for a longer name beside it
    file = profile_file(path)
    file.save([replace(ANNA, name="Theirs")])

    with pytest.raises(ProfileFileError, match="cannot be set aside"):
        file.save([replace(ANNA, name="Ours")], [ANNA])

    assert file.load().profiles[0].name == "Theirs"


@pytest.mark.case("PF-01", "PF-13")
def test_junk_that_another_program_wrote_is_set_aside_by_the_next_save(
    path: Path,
) -> None:
    file = profile_file(path)
    file.save([ANNA])
    path.write_bytes(b"junk")

    saved = file.save([ANNA, BERTA], [ANNA])

    [problem] = saved.problems
    aside = path.with_name("profiles.broken-2026-11-23T13-32-10.json")
    assert aside.name in problem
    assert aside.read_bytes() == b"junk"
    assert file.load().profiles == (ANNA, BERTA)


@pytest.mark.case("PF-02")
def test_a_file_that_a_newer_version_wrote_meanwhile_is_not_rewritten(
    path: Path,
) -> None:
    file = profile_file(path)
    file.save([ANNA])
    path.write_text('{"version": 2, "profiles": [], "new": 1}', "utf-8")
    before = path.read_bytes()

    with pytest.raises(ProfileFileError, match="newer RingAuth"):
        file.save([ANNA, BERTA], [ANNA])

    assert path.read_bytes() == before


def test_a_file_that_somebody_removed_is_written_whole_again(path: Path) -> None:
    file = profile_file(path)
    path.write_text('{"version": 1, "profiles": [], "later": 1}', "utf-8")
    base = file.load().profiles
    file.save([ANNA, BERTA], base)
    path.unlink()

    file.save([ANNA, BERTA, CLARA], [ANNA, BERTA])

    assert file.load().profiles == (ANNA, BERTA, CLARA)
    assert json.loads(path.read_text("utf-8"))["later"] == 1


def test_a_profile_that_was_made_unusable_meanwhile_is_as_it_was_known(
    path: Path,
) -> None:
    file = profile_file(path)
    file.save([ANNA, BERTA])
    document = json.loads(path.read_text("utf-8"))
    document["profiles"][0]["client_id"] = "with blank"
    path.write_text(json.dumps(document), "utf-8")

    seen = file.look([ANNA, BERTA])
    saved = file.save([ANNA, BERTA, CLARA], [ANNA, BERTA])

    assert seen.profiles == (ANNA, BERTA)
    assert saved.profiles == (ANNA, BERTA, CLARA)
    assert saved.problems[0].startswith("Profile 1 cannot be used: ")
    assert saved.copy is not None
    kept = json.loads(saved.copy.read_text("utf-8"))
    assert kept["profiles"][0]["client_id"] == "with blank"


@pytest.mark.parametrize("content", [b"junk", b"", None])
def test_a_look_leaves_junk_alone_and_tells_nothing_new(
    path: Path, content: bytes | None
) -> None:
    file = profile_file(path)
    if content is not None:
        path.write_bytes(content)

    assert file.look([ANNA]).profiles == (ANNA,)
    assert [each.read_bytes() for each in path.parent.iterdir()] == (
        [] if content is None else [content]
    )


def test_a_look_makes_no_lock_and_tells_the_stamp_of_what_it_saw(path: Path) -> None:
    saved = profile_file(path).save([ANNA])
    path.with_suffix(".lock").unlink()
    file = profile_file(path)

    seen = file.look(())

    assert (seen.profiles, seen.stamp) == ((ANNA,), saved.stamp)
    assert seen.stamp == file.stamp
    assert [each.name for each in path.parent.iterdir()] == ["profiles.json"]


def test_what_is_the_same_already_is_not_written_again(path: Path) -> None:
    file = profile_file(path)
    stamp = file.save([ANNA]).stamp

    assert file.save([ANNA], [ANNA]).stamp == stamp


@pytest.mark.case("PF-06")
def test_a_lock_of_a_process_that_died_is_free(path: Path) -> None:
    with subprocess.Popen(  # noqa: S603 - this interpreter and the text above
        [sys.executable, "-c", HOLD_LOCK, str(path.with_suffix(".lock"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(ProfileFileError, match="Another program is writing"):
            profile_file(path).save([ANNA])
        other.kill()

    profile_file(path).save([ANNA])

    assert profile_file(path).load().profiles == (ANNA,)


def test_a_lock_file_that_cannot_be_made_does_not_keep_from_saving(path: Path) -> None:
    path.with_suffix(".lock").mkdir()

    profile_file(path).save([ANNA])

    assert profile_file(path).load().profiles == (ANNA,)


def test_a_lock_that_is_a_link_is_not_followed(path: Path) -> None:
    other = path.with_name("precious")
    other.write_text("precious", "utf-8")
    other.chmod(0o644)
    path.with_suffix(".lock").symlink_to(other)

    profile_file(path).save([ANNA])

    assert other.read_text("utf-8") == "precious"
    assert other.stat().st_mode & 0o777 == 0o644


@pytest.mark.case("PF-09")
def test_secrets_that_another_program_wrote_are_in_no_file_of_ours(path: Path) -> None:
    canary = "CANARY-client-secret-0123456789"
    file = profile_file(path)
    file.save([ANNA])
    theirs = {**profile_to_json(ANNA), "name": "Theirs", "client_secret": canary}
    path.write_text(json.dumps({"version": 1, "profiles": [theirs]}), "utf-8")

    saved = file.save([replace(ANNA, name="Ours")], [ANNA])

    assert saved.copy is not None
    assert "holds secrets" in saved.problems[0]
    for each in path.parent.iterdir():
        assert canary not in each.read_text("utf-8"), each.name


def test_each_window_keeps_the_settings_that_it_did_not_change(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"version": 1, "theme": "light", "later": 1}', "utf-8")
    one, other = (SettingsFile(path, lambda: NOW) for _ in range(2))
    ones, others = one.load().settings, other.load().settings

    one.save(replace(ones, theme="dark"), base=ones)
    other.save(replace(others, selected_profile="a1"), base=others)

    loaded = SettingsFile(path, lambda: NOW).load().settings
    assert loaded == Settings("a1", "dark", unknown={"later": 1})


def test_the_last_window_has_its_way_with_one_setting(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    one, other = (SettingsFile(path, lambda: NOW) for _ in range(2))

    one.save(Settings(theme="dark"), base=Settings())
    other.save(Settings(theme="light"), base=Settings())

    assert SettingsFile(path, lambda: NOW).load().settings.theme == "light"
