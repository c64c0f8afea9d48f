"""The window closed in the midst of everything (PR-09)."""

import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typing_extensions import override

from tests.driven import (
    CLOSE,
    FOLLOW,
    Driven,
    Ended,
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


def _is_clean(ended: Ended, left: tuple[str, ...] = ()) -> None:
    assert ended.code == 0
    assert ended.said == ""
    assert ended.seconds < LIMIT
    assert ended.threads == ["MainThread", *left]


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
    assert not is_free(port)

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

    _is_clean(ended, left=("browser",))  # which is the person's, and still open
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
