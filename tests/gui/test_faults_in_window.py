"""What the window does while an answer is spoilt on its way, over real sockets."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.answer_scripts import answer, answering, resetting
from tests.fakes.conversation import Script
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.recording_transport import RecordingTransport, nothing_is_found
from tests.fakes.transport_faults import TRANSPORT_FAULTS, UNENDING
from tests.gui.shell import closed_at_the_end
from tests.gui.wire_shell import WireShell
from tests.token_path import shortened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

NEW_TOKEN = answer(
    b'{"access_token": "SJC1new", "token_type": "bearer", "refresh_token": "SJC1next"}'
)


class Faults:
    """Opens windows whose server does what a script says."""

    def __init__(
        self, qtbot: QtBot, qapp: QApplication, folder: Path, stack: ExitStack
    ) -> None:
        self._window = (qtbot, qapp, folder)
        self._stack = stack

    def meet(
        self, *scripts: Script, seconds: float = 30.0
    ) -> tuple[WireShell, FakeHttpServer]:
        """Return a window that is signed in, and its server."""
        server = self._stack.enter_context(FakeHttpServer(*scripts))
        send = shortened(RecordingTransport(), lambda: seconds)
        shell = WireShell(*self._window, server.url.rstrip("/"), send)
        self._stack.enter_context(closed_at_the_end(shell, self._window[1]))
        shell.start_kept()
        return shell, server


@pytest.fixture
def faults(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Faults]:
    with ExitStack() as stack:
        yield Faults(qtbot, qapp, tmp_path, stack)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("a gzip bomb", marks=pytest.mark.case("TK-17")),
        pytest.param("a gzip bomb in chunks", marks=pytest.mark.case("TK-17")),
        pytest.param("a bomb of bombs", marks=pytest.mark.case("TK-17")),
        pytest.param("50 MB that are not packed", marks=pytest.mark.case("TK-18")),
    ],
)
def test_an_answer_that_is_too_large_is_told_at_once(faults: Faults, name: str) -> None:
    shell, _ = faults.meet(TRANSPORT_FAULTS[name].script)

    shell.refresh()  # waits for five seconds at most

    assert shell.text("messageTitle") == (
        "127.0.0.1 sent an answer that is far too large"
    )
    assert shell.state.token is not None


@pytest.mark.case("TK-19")
@pytest.mark.parametrize("name", ["a body a byte at a time", "headers one at a time"])
def test_an_answer_that_drips_leaves_the_window_alive_and_can_be_cancelled(
    faults: Faults, name: str
) -> None:
    shell, server = faults.meet(UNENDING[name].script)
    shell.click("refreshButton")
    server.wait_for_requests(1)

    shell.tick(5)
    assert shell.countdown.startswith("Access token: 59 min 55 s left.")
    shell.click("cancelButton")
    shell.wait_idle()

    assert shell.state.token is not None
    assert shell.button("refreshButton").isEnabled()


@pytest.mark.case("TK-19")
def test_an_answer_that_drips_is_stopped_by_the_total_deadline(faults: Faults) -> None:
    shell, _ = faults.meet(UNENDING["a body a byte at a time"].script, seconds=0.3)

    shell.refresh()

    assert shell.text("messageTitle") == "127.0.0.1 did not answer in time"
    assert shell.state.token is not None


@pytest.mark.case("TK-29")
def test_after_a_reset_in_the_answer_the_same_refresh_token_brings_the_new_ones(
    faults: Faults,
) -> None:
    cut_off = resetting(NEW_TOKEN[:-20])
    shell, server = faults.meet(cut_off, answering(NEW_TOKEN))
    kept = shell.kept
    shell.refresh()
    assert "Trying again is safe" in shell.told
    assert shell.kept == kept

    shell.act("messageAction-try-again")

    first, second = (request.body for request in server.requests)
    assert first == second
    assert shell.kept is not None
    assert shell.kept.refresh_token == "SJC1next"


@pytest.mark.case("TK-28")
def test_a_host_that_is_not_found_is_named(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    send = RecordingTransport(look_up=nothing_is_found).send
    window = WireShell(qtbot, qapp, tmp_path, "https://nowhere.test", send)

    with closed_at_the_end(window, qapp) as shell:
        shell.start_kept()
        shell.refresh()

        assert shell.text("messageTitle") == "nowhere.test was not found"
        assert shell.state.token is not None
