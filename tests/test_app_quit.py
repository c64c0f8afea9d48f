"""The window closed in the midst of everything (PR-09)."""

import logging
import shutil
import signal
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from typing_extensions import override

from ringauth_gui.storage.file_lock import file_lock
from tests.driven import (
    CLOSE,
    FOLLOW,
    PATIENCE,
    Driven,
    Ended,
    Screen,
    free_port,
    is_free,
    profile_of,
    wait_until,
)
from tests.fakes.fake_authorization_server import (
    EXTENSION,
    REVOKE,
    TOKEN,
    Answer,
    FakeAuthorizationServer,
    ServedRequest,
)
from tests.program_process import profile_file

_log = logging.getLogger(__name__)

OFFSCREEN = "This plugin does not support"
LIMIT = 5.0  # seconds (threat model, R20)
WAYS = [CLOSE, signal.SIGTERM, signal.SIGINT, signal.SIGHUP]


class SlowServer(FakeAuthorizationServer):
    """Answers what it is told to hold only once it is released."""

    def __init__(self) -> None:
        super().__init__()
        self.held: set[str] = set()
        self.released = threading.Event()

    @override
    def answer(self, request: ServedRequest) -> Answer:
        answer = super().answer(request)
        if request.path in self.held:
            self.released.wait(30)
        return answer

    def wait_for(self, path: str, times: int = 1) -> None:
        """Wait until ``path`` was asked."""
        wait_until(lambda: len(self.requests_to(path)) >= times, f"asked {path}")


@pytest.fixture
def slow() -> Iterator[SlowServer]:
    with SlowServer() as running:
        yield running
        running.released.set()


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def start(
    tmp_path: Path, slow: SlowServer, port: int
) -> Iterator[Callable[[], Driven]]:
    runs: list[Driven] = []

    def start_one() -> Driven:
        run = Driven(tmp_path, profile_of(slow.address, port), browser=FOLLOW)
        runs.append(run)
        return run.__enter__()

    yield start_one
    for run in runs:
        run.__exit__()


def _sign_in(run: Driven) -> None:
    run.do("press", "authorizeButton")
    run.wait_for("accessTokenField", "•")


def _is_clean(ended: Ended, may_be_left: Sequence[str] = ()) -> None:
    _log.info("ended in %.1f s", ended.seconds)
    assert ended.code == 0
    said = [line for line in ended.said.splitlines() if OFFSCREEN not in line]
    assert said == []
    assert ended.seconds < LIMIT
    assert set(ended.threads) - set(may_be_left) == {"MainThread"}


@pytest.mark.case("PR-09")
@pytest.mark.parametrize("how", WAYS, ids=str)
def test_with_nothing_to_do(start: Callable[[], Driven], how: str) -> None:
    run = start()

    _is_clean(run.end(how))


@pytest.mark.case("PR-09")
@pytest.mark.parametrize("how", WAYS, ids=str)
def test_while_the_browser_is_waited_for(
    start: Callable[[], Driven], slow: SlowServer, port: int, how: str
) -> None:
    slow.authorize = lambda _asked: None
    run = start()
    run.do("press", "authorizeButton")
    run.wait_for("waitingPanel", "visible")
    wait_until(lambda: not is_free(port), "listening")

    ended = run.end(how)

    _is_clean(ended)
    assert is_free(port)


@pytest.mark.case("PR-09")
def test_while_the_code_is_exchanged(
    start: Callable[[], Driven], slow: SlowServer, port: int
) -> None:
    slow.held.add(TOKEN)
    run = start()
    run.do("press", "authorizeButton")
    slow.wait_for(TOKEN)

    ended = run.end()

    # The browser is the person's, and may be open still.
    _is_clean(ended, may_be_left=["browser"])
    assert is_free(port)


@pytest.mark.case("PR-09")
@pytest.mark.parametrize("how", WAYS, ids=str)
def test_while_a_refresh_is_not_answered(
    start: Callable[[], Driven], slow: SlowServer, how: str
) -> None:
    run = start()
    _sign_in(run)
    kept = run.keyring()
    slow.held.add(TOKEN)
    run.do("press", "refreshButton")
    slow.wait_for(TOKEN, 2)

    ended = run.end(how)

    _is_clean(ended)
    assert run.keyring() == kept


@pytest.mark.case("PR-09")
def test_a_rotation_that_was_received_is_stored_before_the_end(
    start: Callable[[], Driven], slow: SlowServer
) -> None:
    run = start()
    _sign_in(run)
    kept = run.keyring()
    slow.on_token = run.hang_keyring
    run.do("press", "refreshButton")
    slow.wait_for(TOKEN, 2)

    run.ask_to_end()
    run.wait_until_closed()
    run.mend_keyring()
    ended = run.ended()

    _is_clean(ended)
    assert run.keyring() != kept


@pytest.mark.case("PR-09")
@pytest.mark.parametrize("path", [EXTENSION, REVOKE])
def test_while_a_token_is_checked_or_revoked(
    start: Callable[[], Driven], slow: SlowServer, path: str
) -> None:
    run = start()
    _sign_in(run)
    slow.held.add(path)
    if path == REVOKE:
        run.do("press", "revokeButton")
        run.do("press", "confirmRevokeButton")
    else:
        run.do("press", "checkButton")
    slow.wait_for(path)

    _is_clean(run.end())


@pytest.mark.case("PR-09")
@pytest.mark.parametrize("use", ["read", "write"])
def test_while_the_keyring_hangs(
    start: Callable[[], Driven], slow: SlowServer, use: str, tmp_path: Path
) -> None:
    if use == "read":
        (tmp_path / "hang").touch()
        run = start()
        run.wait_for("statusLine", "Secret Service")
    else:
        run = start()
        slow.on_token = run.hang_keyring
        run.do("press", "authorizeButton")
        slow.wait_for(TOKEN)

    ended = run.end()

    _is_clean(ended, may_be_left=ended.threads[1:])
    assert "RingAuth work" in ended.threads  # it hangs, and keeps nobody


@pytest.mark.case("PR-09")
def test_while_a_servers_metadata_is_read(start: Callable[[], Driven]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        run = start()
        run.do("choose", "New profile…")
        run.do("fill", "serverCombo Other server")
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        run.do("fill", f"serverUrlEdit {address}")
        run.do("fill", "profileNameEdit Other")
        run.do("fill", "clientIdEdit client-2")
        run.do("press", "saveProfileButton")
        silent.settimeout(PATIENCE)
        visitor, _address = silent.accept()

        with visitor:
            ended = run.end()

    _is_clean(ended, may_be_left=ended.threads[1:])


@pytest.mark.case("PR-09")
def test_while_another_program_holds_the_profile_file(
    start: Callable[[], Driven],
) -> None:
    run = start()
    run.wait_for("identityLine", "Signed out")
    file = profile_file(run.environment)
    with file_lock(file.with_suffix(".lock"), 5.0):
        run.do("choose", "Edit")
        run.do("fill", "profileNameEdit First")
        run.do("press", "saveProfileButton")
        run.do("fill", "profileNameEdit Second")
        run.do("press", "saveProfileButton")
        run.ask_to_end()
        run.wait_until_closed()

    ended = run.ended()

    _is_clean(ended)
    assert '"name": "Second"' in file.read_text("utf-8")


@pytest.mark.case("PR-09")
@pytest.mark.parametrize(
    ("item", "dialog"),
    [
        ("Import credentials…", "importDialog"),
        ("Explain a code…", "explainDialog"),
        ("Scenes and faults…", "practiceDialog"),
        ("Use a token from elsewhere…", "pasteTokenDialog"),
        ("About RingAuth", "aboutDialog"),
    ],
)
@pytest.mark.parametrize("how", [CLOSE, signal.SIGTERM], ids=str)
def test_while_a_dialog_is_open(
    start: Callable[[], Driven], item: str, dialog: str, how: str
) -> None:
    run = start()
    run.wait_for("identityLine", "Signed out")
    run.do("choose", item)
    run.wait_for(dialog, "visible")

    _is_clean(run.end(how))


@pytest.mark.case("PR-09")
@pytest.mark.parametrize("how", WAYS[1:], ids=str)
def test_while_it_ends_already(
    start: Callable[[], Driven], slow: SlowServer, how: signal.Signals
) -> None:
    run = start()
    slow.on_token = run.hang_keyring
    run.do("press", "authorizeButton")
    slow.wait_for(TOKEN)
    run.ask_to_end()
    run.wait_until_closed()

    run.process.send_signal(how)
    ended = run.ended()

    _is_clean(ended, may_be_left=ended.threads[1:])


@pytest.mark.case("PR-09")
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no X server to end")
def test_a_rotation_is_stored_too_when_the_screen_is_gone(
    tmp_path: Path, slow: SlowServer, port: int
) -> None:
    with Screen() as screen:
        run = Driven(
            tmp_path, profile_of(slow.address, port), browser=FOLLOW, screen=screen.name
        )
        with run:
            _sign_in(run)
            kept = run.keyring()
            slow.on_token = run.hang_keyring
            run.do("press", "refreshButton")
            slow.wait_for(TOKEN, 2)

            screen.end()
            run.mend_keyring()
            ended = run.ended()

    assert ended.code == 1  # nobody asked it to end
    assert "X11 connection broke" in ended.said
    assert "Traceback" not in ended.said
    assert run.keyring() != kept


@pytest.mark.case("PR-09")
@pytest.mark.parametrize("how", WAYS[1:], ids=str)
def test_before_the_window_is_painted(
    tmp_path: Path, slow: SlowServer, how: signal.Signals
) -> None:
    run = Driven(tmp_path, profile_of(slow.address, 27464))
    run.start({"SIGNAL_AT_START": str(int(how))})

    ended = run.ended()

    _is_clean(ended)
