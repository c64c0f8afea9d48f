import os
import subprocess
import sys
from pathlib import Path

import pytest

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.refresh_lock import RefreshLock

HOLD = """
import sys
from pathlib import Path
from ringauth_gui.storage.refresh_lock import RefreshLock
with RefreshLock(Path(sys.argv[1])).hold("5f2c"):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_process_that_refreshes_is_told_of_after_the_limit(
    tmp_path: Path,
) -> None:
    with subprocess.Popen(  # noqa: S603 - this interpreter and the text above
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"

        with (
            pytest.raises(TokenStoreError, match="Another RingAuth window"),
            RefreshLock(tmp_path, limit_seconds=0.1).hold("5f2c"),
        ):
            pass
        other.kill()


def test_the_folders_that_it_makes_are_their_owners_alone_under_any_umask(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "state" / "RingAuth" / "locks"
    umask = os.umask(0)

    try:
        with RefreshLock(folder).hold("5f2c"):
            pass
    finally:
        os.umask(umask)

    made = (folder, *list(folder.parents)[:2])
    assert [path.stat().st_mode & 0o777 for path in made] == [0o700] * 3


def test_a_killed_process_leaves_no_lock_behind(tmp_path: Path) -> None:
    with subprocess.Popen(  # noqa: S603 - this interpreter and the text above
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        other.kill()
        other.wait()

    with RefreshLock(tmp_path, limit_seconds=0.1).hold("5f2c"):
        pass


def test_two_profiles_can_be_refreshed_at_the_same_time(tmp_path: Path) -> None:
    lock = RefreshLock(tmp_path, limit_seconds=0.1)

    with lock.hold("5f2c"), lock.hold("77aa"):
        held = sorted(path.name for path in tmp_path.iterdir())

    assert held == ["refresh-5f2c.lock", "refresh-77aa.lock"]


def test_a_second_refresh_in_the_same_process_waits_too(tmp_path: Path) -> None:
    lock = RefreshLock(tmp_path, limit_seconds=0.1)

    with lock.hold("5f2c"), pytest.raises(TokenStoreError), lock.hold("5f2c"):
        pass


def test_the_lock_file_stays_and_holds_no_data(tmp_path: Path) -> None:
    with RefreshLock(tmp_path / "new").hold("5f2c"):
        pass

    path = tmp_path / "new" / "refresh-5f2c.lock"
    assert path.read_bytes() == b""
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_lock_is_free_again_after_a_failure(tmp_path: Path) -> None:
    lock = RefreshLock(tmp_path, limit_seconds=0.1)
    with pytest.raises(ZeroDivisionError), lock.hold("5f2c"):
        raise ZeroDivisionError

    with lock.hold("5f2c"):
        pass


def test_without_a_folder_for_locks_it_goes_on_without_one(tmp_path: Path) -> None:
    (tmp_path / "locks").write_text("a file, no folder", "utf-8")

    with RefreshLock(tmp_path / "locks").hold("p1"):
        held = True

    assert held
    assert (tmp_path / "locks").read_text("utf-8") == "a file, no folder"
