"""A small file that windows change in turn."""

import os
import threading
from collections.abc import Mapping
from pathlib import Path

import filelock
import pytest

from ringauth_gui.storage.shared_file import SharedFile


def _one_more(members: Mapping[str, object]) -> dict[str, object]:
    count = members.get("count", 0)
    assert isinstance(count, int)
    return {"count": count + 1}


def test_a_file_that_is_not_there_holds_nothing_and_has_no_stamp(
    tmp_path: Path,
) -> None:
    file = SharedFile(tmp_path / "new" / "calls.json")

    assert file.read() == {}
    assert file.stamp is None


def test_a_change_is_read_by_others_and_seen_by_its_stamp(tmp_path: Path) -> None:
    one, other = SharedFile(tmp_path / "a.json"), SharedFile(tmp_path / "a.json")
    before = other.stamp

    one.change(_one_more)

    assert other.read() == {"count": 1}
    assert other.stamp != before


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    SharedFile(tmp_path / "a.json").change(_one_more)

    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}

    assert modes == {"a.json": 0o600, "a.lock": 0o600}


def test_the_folders_that_it_makes_are_their_owners_alone_under_any_umask(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "state" / "RingAuth" / "locks"
    umask = os.umask(0)

    try:
        SharedFile(folder / "a.json").change(_one_more)
    finally:
        os.umask(umask)

    made = (folder, *list(folder.parents)[:2])
    assert [path.stat().st_mode & 0o777 for path in made] == [0o700] * 3


def test_changes_at_the_same_moment_all_count(tmp_path: Path) -> None:
    def change() -> None:
        for _ in range(20):
            SharedFile(tmp_path / "a.json", limit_seconds=20).change(_one_more)

    threads = [threading.Thread(target=change) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert SharedFile(tmp_path / "a.json").read() == {"count": 80}


@pytest.mark.parametrize("junk", [b"", b"{", b"[1]", b"\xff", b"[" * 100_000])
def test_a_broken_file_holds_nothing_and_is_replaced(
    tmp_path: Path, junk: bytes
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(junk)

    SharedFile(path).change(_one_more)

    assert SharedFile(path).read() == {"count": 1}


def test_a_file_that_somebody_locks_for_long_is_left_alone(tmp_path: Path) -> None:
    made: list[Mapping[str, object]] = []

    def change(members: Mapping[str, object]) -> Mapping[str, object]:
        made.append(members)
        return members

    with filelock.FileLock(tmp_path / "a.lock"):
        SharedFile(tmp_path / "a.json", limit_seconds=0.05).change(change)

    assert made == [{}]
    assert not (tmp_path / "a.json").exists()


def test_a_folder_that_cannot_be_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    file = SharedFile(tmp_path / "file" / "a.json")

    file.change(_one_more)

    assert file.read() == {}


def test_what_a_change_raises_changes_nothing_and_unlocks(tmp_path: Path) -> None:
    def refuse(_members: Mapping[str, object]) -> dict[str, object]:
        raise ValueError("no")

    file = SharedFile(tmp_path / "a.json")
    file.change(_one_more)

    with pytest.raises(ValueError, match="no"):
        file.change(refuse)

    file.change(_one_more)
    assert file.read() == {"count": 2}
