import threading
from pathlib import Path

import pytest

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.keyring_lock import KeyringLock


def test_while_one_window_writes_another_waits_and_is_told(tmp_path: Path) -> None:
    writing, done = threading.Event(), threading.Event()

    def write() -> None:
        with KeyringLock(tmp_path).hold():
            writing.set()
            done.wait(10)

    other = threading.Thread(target=write)
    other.start()
    writing.wait(10)

    with (
        pytest.raises(TokenStoreError, match="Another RingAuth window is writing"),
        KeyringLock(tmp_path, limit_seconds=0.1).hold(),
    ):
        pass
    done.set()
    other.join()


def test_where_no_lock_file_can_be_made_writing_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "a-file"
    folder.write_text("", "utf-8")

    with KeyringLock(folder / "locks").hold():
        pass
