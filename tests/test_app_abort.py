"""The program aborts, and leaves nothing of its memory behind (PR-13)."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.driven import Driven
from tests.program_process import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="of Linux's core files")


@pytest.fixture
def _may_dump(tmp_path: Path) -> Iterator[None]:
    """Let processes of this test write core files, where the system lets them."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    aborting = subprocess.Popen(
        [sys.executable, "-c", "import os; os.abort()"], cwd=tmp_path
    )
    dumps = os.WCOREDUMP(os.waitpid(aborting.pid, 0)[1])
    aborting.returncode = -signal.SIGABRT
    if not dumps:
        pytest.skip("this system writes no core files for any program")
    for core in tmp_path.glob("core*"):
        core.unlink()
    yield
    resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))


@pytest.mark.case("PR-13")
@pytest.mark.usefixtures("_may_dump")
def test_no_core_file_is_written(tmp_path: Path) -> None:
    with Driven(tmp_path) as run:
        run.process.send_signal(signal.SIGABRT)
        _pid, status = os.waitpid(run.process.pid, 0)
        run.process.returncode = os.waitstatus_to_exitcode(status)

    assert os.WTERMSIG(status) == signal.SIGABRT
    assert not os.WCOREDUMP(status)
    assert [*tmp_path.rglob("core*"), *ROOT.glob("core*")] == []
