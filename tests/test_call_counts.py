"""The authentication calls of all windows, counted together."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ringauth_gui.call_counts import CallCounts
from ringauth_gui.caller import Caller, caller_of
from ringauth_gui.errors import CallsUsedUp, PauseNotOver
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.ringcentral.rate_budget import Purpose
from ringauth_gui.server_directory import ServerDirectory
from ringauth_gui.storage.profile import ServerKind
from tests.fakes.core import new_profile
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_send import response

CALLER = Caller("client-1", "practice", is_counted=True)
OTHER_SERVER = Caller("client-1", "login.example.org", is_counted=False)
CALL = """
import sys
from pathlib import Path
from ringauth_gui.call_counts import CallCounts
from ringauth_gui.caller import Caller
from ringauth_gui.errors import CallsUsedUp
from ringauth_gui.moment import system_clock
from ringauth_gui.ringcentral.rate_budget import Purpose
counts = CallCounts(Path(sys.argv[1]), system_clock)
caller = Caller("client-1", "practice", is_counted=True)
sys.stdin.readline()
made = 0
for _ in range(5):
    try:
        counts.end(caller, counts.start(caller, Purpose.LAST, 30.0))
        made += 1
    except CallsUsedUp:
        pass
print(made, flush=True)
"""


@pytest.fixture
def counts(tmp_path: Path, clock: FixedClock) -> CallCounts:
    return CallCounts(tmp_path, clock)


def _use(counts: CallCounts, calls: int, caller: Caller = CALLER) -> None:
    for _ in range(calls):
        counts.end(caller, counts.start(caller, Purpose.LAST, 30.0), response())


def test_calls_of_one_window_are_seen_by_the_other(
    counts: CallCounts, tmp_path: Path, clock: FixedClock
) -> None:
    other = CallCounts(tmp_path, clock)

    _use(counts, 2)

    assert other.is_outdated(CALLER)
    assert other.look(CALLER).left(clock()) == 3
    assert not other.is_outdated(CALLER)
    assert other.known(CALLER).left(clock()) == 3


def test_two_windows_share_the_five_calls(
    counts: CallCounts, tmp_path: Path, clock: FixedClock
) -> None:
    _use(counts, 3)

    _use(CallCounts(tmp_path, clock), 2)

    with pytest.raises(CallsUsedUp) as failed:
        _use(counts, 1)
    assert failed.value.seconds == 60


def test_a_call_that_was_refused_here_is_not_counted(
    counts: CallCounts, clock: FixedClock
) -> None:
    _use(counts, 4)

    with pytest.raises(CallsUsedUp):
        counts.start(CALLER, Purpose.ORDINARY, 30.0)

    assert counts.known(CALLER).left(clock()) == 1


def test_a_penalty_is_kept_by_all_windows_and_over_a_restart_tk_24(
    counts: CallCounts, tmp_path: Path, clock: FixedClock
) -> None:
    call = counts.start(CALLER, Purpose.ORDINARY, 30.0)
    counts.end(CALLER, call, response(status=429, headers={"retry-after": "120"}))
    clock.advance(78)

    with pytest.raises(PauseNotOver) as failed:
        CallCounts(tmp_path, clock).start(CALLER, Purpose.LAST, 30.0)

    assert failed.value.seconds == 42


def test_who_must_wait_longer_than_the_penalty_is_told_how_long(
    counts: CallCounts,
) -> None:
    for _ in range(3):
        counts.start(CALLER, Purpose.SIGN_IN, 30.0)  # each may be counted 90 s long
    call = counts.start(CALLER, Purpose.LAST, 30.0)
    counts.end(CALLER, call, response(status=429, headers={"retry-after": "60"}))

    with pytest.raises(PauseNotOver) as failed:
        counts.start(CALLER, Purpose.SIGN_IN, 30.0)

    assert failed.value.seconds == 90


def test_another_windows_calls_are_not_counted_twice_where_the_server_tells_of_them(
    counts: CallCounts, tmp_path: Path, clock: FixedClock
) -> None:
    another = CallCounts(tmp_path, clock)
    _use_told(counts, remaining=4)
    clock.advance(59)
    _use_told(counts, remaining=3)
    _use_told(another, remaining=2)
    clock.advance(1)  # the first call counts no longer

    another.start(CALLER, Purpose.SIGN_IN, 30.0)

    assert another.known(CALLER).left(clock()) == 2


def test_another_client_id_and_another_server_have_calls_of_their_own(
    counts: CallCounts, clock: FixedClock
) -> None:
    _use(counts, 5)

    _use(counts, 5, replace(CALLER, client_id="client-2"))
    _use(counts, 5, replace(CALLER, server="platform.ringcentral.com"))

    assert counts.known(CALLER).left(clock()) == 0


def test_of_an_unknown_server_only_its_pauses_are_kept(
    counts: CallCounts, clock: FixedClock
) -> None:
    _use(counts, 9, OTHER_SERVER)
    call = counts.start(OTHER_SERVER, Purpose.SIGN_IN, 30.0)
    counts.end(OTHER_SERVER, call, response(status=503, headers={"retry-after": "7"}))

    with pytest.raises(PauseNotOver):
        counts.start(OTHER_SERVER, Purpose.LAST, 30.0)

    clock.advance(7)
    counts.start(OTHER_SERVER, Purpose.LAST, 30.0)


def test_after_maintenance_without_a_time_ringcentral_is_left_alone_for_30_s(
    counts: CallCounts, clock: FixedClock
) -> None:
    counts.end(CALLER, counts.start(CALLER, Purpose.ORDINARY, 30.0), response(b"", 503))

    with pytest.raises(PauseNotOver) as failed:
        counts.start(CALLER, Purpose.LAST, 30.0)

    assert failed.value.seconds == 30
    clock.advance(30)
    counts.start(CALLER, Purpose.LAST, 30.0)


def test_another_server_may_be_asked_again_after_maintenance_without_a_time(
    counts: CallCounts, clock: FixedClock
) -> None:
    call = counts.start(OTHER_SERVER, Purpose.ORDINARY, 30.0)
    counts.end(OTHER_SERVER, call, response(b"", 503))

    counts.start(OTHER_SERVER, Purpose.ORDINARY, 30.0)

    assert counts.known(OTHER_SERVER).pause_left(clock()) == 0


def test_what_the_server_tells_is_kept(counts: CallCounts, clock: FixedClock) -> None:
    call = counts.start(CALLER, Purpose.ORDINARY, 30.0)
    headers = {
        "x-rate-limit-limit": "3",
        "x-rate-limit-remaining": "0",
        "x-rate-limit-window": "60",
    }

    counts.end(CALLER, call, response(headers=headers))

    assert counts.known(CALLER).limit == 3
    assert counts.known(CALLER).left(clock()) == 0


def test_a_call_that_never_left_is_taken_back(
    counts: CallCounts, tmp_path: Path, clock: FixedClock
) -> None:
    counts.take_back(CALLER, counts.start(CALLER, Purpose.ORDINARY, 30.0))

    assert CallCounts(tmp_path, clock).look(CALLER).left(clock()) == 5


def test_without_a_file_the_own_calls_are_counted_all_the_same(
    tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "locks").touch()
    counts = CallCounts(tmp_path / "locks", clock)

    _use(counts, 5)

    with pytest.raises(CallsUsedUp):
        _use(counts, 1)
    assert counts.look(CALLER).left(clock()) == 0


def test_a_file_that_is_broken_meanwhile_gives_no_calls_back(
    counts: CallCounts, tmp_path: Path
) -> None:
    _use(counts, 5)
    (tmp_path / f"calls-{CALLER.digest}.json").write_bytes(b"junk")

    with pytest.raises(CallsUsedUp):
        _use(counts, 1)


def test_neither_the_file_nor_its_name_tells_the_client_id(
    counts: CallCounts, tmp_path: Path
) -> None:
    _use(counts, 1)

    texts = [f"{path.name} {path.read_text('utf-8')}" for path in tmp_path.iterdir()]

    assert "client-1" not in " ".join(texts)
    file = tmp_path / f"calls-{CALLER.digest}.json"
    assert set(json.loads(file.read_text("utf-8"))) == {"calls", "pause", "told"}


def test_a_profile_and_its_registration_are_the_same_caller() -> None:
    directory = ServerDirectory(lambda: "http://127.0.0.1:40001")
    metadata = ServerMetadata(
        "https://login.example.org/authorize", "https://login.example.org/token"
    )
    profiles = [new_profile(server=kind) for kind in ServerKind]
    profiles = [
        replace(each, server_url="https://login.example.org", metadata=metadata)
        if each.server is ServerKind.OTHER
        else each
        for each in profiles
    ]

    pairs = [
        (caller_of(each), caller_of(directory.registration_of(each, None)))
        for each in profiles
    ]

    assert all(one == other for one, other in pairs)
    assert {one.server for one, _ in pairs if one.is_counted} == {
        "platform.ringcentral.com",
        "platform.ringcentral.biz",
        "practice",
    }


def test_several_processes_share_the_five_calls(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CALL, str(tmp_path)]
    processes = [
        subprocess.Popen(  # noqa: S603 - this interpreter and the text above
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]

    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    made = [int(process.communicate(timeout=60)[0]) for process in processes]

    assert sum(made) == 5


def _use_told(counts: CallCounts, remaining: int) -> None:
    headers = {
        "x-rate-limit-group": "auth",
        "x-rate-limit-limit": "5",
        "x-rate-limit-remaining": str(remaining),
        "x-rate-limit-window": "60",
    }
    call = counts.start(CALLER, Purpose.ORDINARY, 30.0)
    counts.end(CALLER, call, response(status=200, headers=headers))
