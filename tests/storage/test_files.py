import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.storage.aside_files import DAMAGED, set_aside, write_aside
from ringauth_gui.storage.files import (
    read_bytes,
    write_atomically,
)

NOW = 1_795_440_730.0  # 2026-11-23 13:32:10 UTC
ANOTHER_USER = 65534

WRITE_FOREVER = """
import itertools, sys
from pathlib import Path
from ringauth_gui.storage.files import write_atomically
for number in itertools.count():
    write_atomically(Path(sys.argv[1]), str(number % 10) * 200_000)
    print(number, flush=True)
"""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert read_bytes(tmp_path / "profiles.json") is None


@pytest.mark.case("PF-07")
def test_file_and_new_folders_are_their_owners_alone_under_any_umask(
    tmp_path: Path,
) -> None:
    path = tmp_path / "config" / "RingAuth" / "profiles.json"
    umask = os.umask(0)

    try:
        write_atomically(path, "Grüße")
    finally:
        os.umask(umask)

    assert read_bytes(path) == "Grüße".encode()
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)
    assert mode(path.parent.parent) == 0o700


@pytest.mark.case("PF-07")
def test_a_wider_mode_is_tightened(tmp_path: Path) -> None:
    folder = tmp_path / "RingAuth"
    folder.mkdir(mode=0o755)
    path = folder / "profiles.json"
    path.write_text("old", "utf-8")
    path.chmod(0o644)

    write_atomically(path, "new")

    assert (mode(path), mode(folder)) == (0o600, 0o700)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    path.write_bytes(b"x" * 11)

    with pytest.raises(ProfileFileError, match="larger than 10 bytes"):
        read_bytes(path, limit=10)


@pytest.mark.case("PF-10")
def test_a_pipe_is_neither_read_nor_replaced(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    os.mkfifo(path)

    with pytest.raises(ProfileFileError, match="not a plain file"):
        read_bytes(path)
    with pytest.raises(ProfileFileError, match="not a plain file"):
        write_atomically(path, "new")

    assert path.is_fifo()


def test_a_folder_in_the_place_of_the_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProfileFileError):
        read_bytes(tmp_path)


@pytest.mark.case("PF-10")
def test_a_link_of_ones_own_is_kept_and_its_target_replaced(tmp_path: Path) -> None:
    target = tmp_path / "dotfiles" / "ringauth.json"
    target.parent.mkdir()
    target.write_text("old", "utf-8")
    target.chmod(0o600)
    link = tmp_path / "RingAuth" / "profiles.json"
    link.parent.mkdir()
    link.symlink_to(target)

    write_atomically(link, "new")

    assert link.is_symlink()
    assert (target.read_text("utf-8"), mode(target)) == ("new", 0o600)
    assert read_bytes(link) == b"new"


@pytest.mark.case("PF-10")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize("given_away", ["link", "target"])
def test_a_link_that_another_user_has_a_hand_in_is_refused(
    tmp_path: Path, given_away: str
) -> None:
    target = tmp_path / "target"
    target.write_text("theirs", "utf-8")
    link = tmp_path / "profiles.json"
    link.symlink_to(target)
    os.chown(
        tmp_path / {"link": "profiles.json", "target": "target"}[given_away],
        ANOTHER_USER,
        ANOTHER_USER,
        follow_symlinks=False,
    )

    with pytest.raises(ProfileFileError, match="another user's link"):
        read_bytes(link)
    with pytest.raises(ProfileFileError, match="another user's link"):
        write_atomically(link, "new")

    assert target.read_text("utf-8") == "theirs"


@pytest.mark.case("PF-10")
def test_links_in_a_circle_are_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    path.symlink_to(path)

    with pytest.raises(ProfileFileError, match="cannot be read"):
        read_bytes(path)


@pytest.mark.case("PF-05")
def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    write_atomically(path, "old")
    # A process of its own, because the limit on file sizes cannot be taken back.
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from ringauth_gui.errors import ProfileFileError\n"
        "from ringauth_gui.storage.files import write_atomically\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_atomically(Path(sys.argv[1]), 'x' * 5000)\n"
        "except ProfileFileError as error: print(error)\n"
    )

    told = subprocess.run(  # noqa: S603 - this interpreter and the text above
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert told == "profiles.json cannot be written: File too large.\n"
    assert [each.name for each in tmp_path.iterdir()] == ["profiles.json"]
    assert read_bytes(path) == b"old"


@pytest.mark.case("PF-06")
def test_a_killed_writer_leaves_a_complete_file(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    for _ in range(5):
        with subprocess.Popen(  # noqa: S603 - this interpreter and the text above
            [sys.executable, "-c", WRITE_FOREVER, str(path)], stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            writer.kill()

        content = read_bytes(path)

        assert content is not None
        assert len(content) == 200_000
        assert len(set(content)) == 1
        write_atomically(path, "the next start can write")


def test_a_file_set_aside_has_the_time_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    path.write_text("junk", "utf-8")

    aside = set_aside(path, NOW)

    assert aside.name == "profiles.broken-2026-11-23T13-32-10.json"
    assert aside.read_text("utf-8") == "junk"
    assert not path.exists()


def test_a_file_set_aside_never_overwrites_another(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    for content in ("first", "second", "third"):
        path.write_text(content, "utf-8")
        set_aside(path, NOW)

    kept = {each.name: each.read_text("utf-8") for each in tmp_path.iterdir()}

    assert kept == {
        "profiles.broken-2026-11-23T13-32-10.json": "first",
        "profiles.broken-2026-11-23T13-32-10-2.json": "second",
        "profiles.broken-2026-11-23T13-32-10-3.json": "third",
    }


def test_what_cannot_be_set_aside_leaves_no_empty_file(tmp_path: Path) -> None:
    with pytest.raises(ProfileFileError, match="cannot be set aside"):
        set_aside(tmp_path / "profiles.json", NOW)

    assert list(tmp_path.iterdir()) == []


def test_a_copy_beside_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    aside = write_aside(tmp_path / "profiles.json", "copy", NOW, DAMAGED)

    assert (aside.read_text("utf-8"), mode(aside)) == ("copy", 0o600)


@pytest.mark.case("PF-06")
def test_new_content_outlives_a_power_cut_before_it_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "profiles.json"
    write_atomically(path, "old")
    synced: list[tuple[int | str, str]] = []

    def note(descriptor: int) -> None:
        status = os.fstat(descriptor)
        what = "folder" if stat.S_ISDIR(status.st_mode) else status.st_size
        synced.append((what, path.read_text("utf-8")))

    monkeypatch.setattr(os, "fsync", note)
    write_atomically(path, "newer")

    assert synced == [(len("newer"), "old"), ("folder", "newer")]


@pytest.mark.case("PF-07")
def test_a_wider_mode_is_tightened_by_who_only_reads(tmp_path: Path) -> None:
    path = tmp_path / "profiles.json"
    path.write_text("kept", "utf-8")
    path.chmod(0o644)

    assert read_bytes(path) == b"kept"

    assert mode(path) == 0o600


def test_a_file_of_somebodys_choice_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("kept", "utf-8")
    path.chmod(0o644)

    assert read_bytes(path, is_ours=False) == b"kept"

    assert mode(path) == 0o644
