"""Several windows side by side (PR-08), as processes of their own."""

import os
import re
import signal
from pathlib import Path

import pytest

from ringauth_gui.gui.window_place import STEP
from tests.driven import Driven, wait_until
from tests.program_process import PROFILE


def _windows(folder: Path) -> set[int]:
    """Return the processes that have a log."""
    names = [path.name for path in (folder / "state").rglob("ringauth-*.log")]
    return {int(re.findall(r"\d+", name)[-1]) for name in names}


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.case("PR-08")
def test_a_new_window_is_a_process_that_outlives_the_first(tmp_path: Path) -> None:
    with Driven(tmp_path, PROFILE, arguments=["--profile", PROFILE.name]) as first:
        first.do("choose", "New window")
        wait_until(lambda: len(_windows(tmp_path)) == 2, "a second window")
        [second] = _windows(tmp_path) - {first.process.pid}
        command = Path(f"/proc/{second}/cmdline").read_text("utf-8")
        session = os.getsid(second)

        ended = first.end()

        assert ended.code == 0
        assert ended.said == ""
    assert _runs(second)
    assert session == second  # the end of a terminal ends the first one only
    assert PROFILE.name not in command
    os.kill(second, signal.SIGTERM)
    wait_until(lambda: not _runs(second), "the second window closed")


@pytest.mark.case("PR-08")
def test_a_second_window_does_not_hide_the_first(tmp_path: Path) -> None:
    with Driven(tmp_path, PROFILE) as before:
        before.end()

    with Driven(tmp_path) as first, Driven(tmp_path) as second:
        places = [str(run.ask("place")) for run in (first, second)]

    # Qt's screen in memory is narrower than the window: only one way is free.
    [top, second_top] = [int(re.findall(r"-?\d+", place)[1]) for place in places]
    assert second_top - top >= STEP
