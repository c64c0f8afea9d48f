"""The sessions that this program started, over windows and restarts."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ringauth_gui.known_sessions import KnownSessions
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.core import new_profile
from tests.fakes.fixed_clock import FixedClock

PROFILE = new_profile()
APP = ClientRegistration(RINGCENTRAL, "client-1", None, (), "platform.ringcentral.com")


@pytest.fixture
def sessions(tmp_path: Path, clock: FixedClock) -> KnownSessions:
    return KnownSessions(tmp_path, clock)


def _token(session: str | None, owner: str | None = "101", at: float = 0) -> Token:
    issued = Moment(1_750_000_000.0 + at)
    return Token(
        f"CANARY-access-{session}",
        "bearer",
        issued,
        expires_in=3600,
        refresh_token=f"CANARY-refresh-{session}",
        refresh_issued=issued,
        refresh_token_expires_in=604_800,
        owner_id=owner,
        session_id=session,
    )


def _start(sessions: KnownSessions, *tokens: Token) -> None:
    for token in tokens:
        sessions.started(APP, PROFILE, token)


def test_each_sign_in_is_one_more_until_it_is_revoked(sessions: KnownSessions) -> None:
    _start(sessions, _token("s1"), _token("s2"))
    assert sessions.count(APP, "101") == 2

    sessions.ended(APP, PROFILE, _token("s1"))

    assert sessions.count(APP, "101") == 1


def test_another_window_and_the_next_start_know_them_too(
    sessions: KnownSessions, tmp_path: Path, clock: FixedClock
) -> None:
    _start(sessions, _token("s1"))

    assert KnownSessions(tmp_path, clock).count(APP, "101") == 1


def test_only_the_same_persons_sessions_count_as_far_as_known(
    sessions: KnownSessions,
) -> None:
    _start(sessions, _token("s1"), _token("s2", "102"), _token("s3", None))

    assert sessions.count(APP, "101") == 2
    assert sessions.count(APP, "103") == 1


def test_where_nobody_knows_who_signs_in_it_may_be_who_has_most(
    sessions: KnownSessions,
) -> None:
    _start(sessions, _token("s1"), _token("s2", "102"), _token("s3", "102"))

    assert sessions.count(APP, None) == 2


def test_another_app_has_sessions_of_its_own(sessions: KnownSessions) -> None:
    _start(sessions, _token("s1"))

    assert sessions.count(replace(APP, client_id="client-2"), "101") == 0


def test_a_practice_server_at_another_port_has_no_sessions(
    sessions: KnownSessions,
) -> None:
    _start(sessions, _token("s1"))
    anew = replace(APP, server=replace(RINGCENTRAL, address="http://127.0.0.1:2"))

    assert sessions.count(anew, "101") == 0


def test_a_server_that_began_anew_has_no_sessions_of_any_app_and_others_keep_theirs(
    sessions: KnownSessions,
) -> None:
    practice = replace(RINGCENTRAL, address="http://127.0.0.1:2")
    one = replace(APP, server=practice, binding="practice")
    other = replace(one, client_id="client-2")
    for app in (APP, one, other):
        sessions.started(app, PROFILE, _token("s1"))

    sessions.forget_server(practice.address)

    assert [sessions.count(app, "101") for app in (APP, one, other)] == [1, 0, 0]


def test_a_session_that_ended_by_itself_is_forgotten(
    sessions: KnownSessions, clock: FixedClock
) -> None:
    early = replace(
        _token("s2"), session_issued=Moment(1_750_000_000.0), session_expires_in=600
    )
    bare = replace(_token("s3"), refresh_token=None, refresh_issued=None)
    _start(sessions, _token("s1"), early, bare)

    counts = []
    for seconds in (599, 1, 3000, 601_200):
        clock.advance(seconds)
        counts.append(sessions.count(APP, "101"))

    assert counts == [3, 2, 1, 0]


def test_a_refresh_keeps_a_session_known(
    sessions: KnownSessions, clock: FixedClock
) -> None:
    _start(sessions, _token("s1"))

    sessions.refreshed(APP, PROFILE, _token("s1", at=604_000))

    clock.advance(604_800)
    assert sessions.count(APP, "101") == 1


def test_without_session_ids_a_profiles_latest_session_is_meant(
    sessions: KnownSessions,
) -> None:
    _start(sessions, _token(None), _token(None, at=5))

    sessions.ended(APP, PROFILE, _token(None, at=5))

    assert sessions.count(APP, "101") == 1


def test_a_session_that_is_not_known_changes_nothing(sessions: KnownSessions) -> None:
    _start(sessions, _token("s1"))

    sessions.ended(APP, PROFILE, _token("s9"))
    sessions.ended(APP, PROFILE, replace(_token(None), obtained_here=False))

    assert sessions.count(APP, "101") == 1


def test_a_session_from_elsewhere_is_known_once_it_was_refreshed_here(
    sessions: KnownSessions,
) -> None:
    sessions.refreshed(APP, PROFILE, _token("s9"))
    sessions.refreshed(APP, PROFILE, _token("s9", at=60))

    assert sessions.count(APP, "101") == 1


def test_what_no_profile_holds_a_token_of_is_counted(sessions: KnownSessions) -> None:
    _start(sessions, _token("s1"), _token("s2"), _token("s3"))

    assert sessions.without_token({}, ()) == 3
    assert sessions.without_token({PROFILE.id: _token("s1")}, ()) == 2
    assert sessions.without_token({PROFILE.id: _token("s9")}, ()) == 3


def test_a_profile_that_was_not_read_may_hold_its_latest(
    sessions: KnownSessions,
) -> None:
    _start(sessions, _token("s1"), _token("s2"))

    assert sessions.without_token({}, (PROFILE.id,)) == 1
    assert sessions.without_token({}, ("another",)) == 2


def test_a_token_without_a_session_is_of_its_profiles_latest(
    sessions: KnownSessions,
) -> None:
    _start(sessions, _token(None), _token(None, at=60))

    assert sessions.without_token({PROFILE.id: _token(None)}, ()) == 1


def test_what_ends_with_its_server_or_is_over_is_not_counted(
    sessions: KnownSessions, clock: FixedClock
) -> None:
    here = replace(RINGCENTRAL, address="http://127.0.0.1:27466")
    sessions.started(replace(APP, server=here), PROFILE, _token("s1"))
    _start(sessions, _token("s2"))

    assert sessions.without_token({}, ()) == 1
    clock.advance(604_800)
    assert sessions.without_token({}, ()) == 0


def test_of_other_servers_nothing_is_remembered(
    sessions: KnownSessions, tmp_path: Path
) -> None:
    other = replace(APP, server=replace(RINGCENTRAL, counts_calls=False))

    sessions.started(other, PROFILE, _token("s1"))

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "junk",
    [
        "{",
        '{"k": 1}',
        '{"k": {"server": 1}}',
        '{"k": {"server": 1, "profile": "", "session": "", "owner": "", "end": 9e9}}',
        '{"k": {"server": "", "profile": "", "session": "", "owner": "", "end": "x"}}',
    ],
)
def test_junk_is_forgotten(sessions: KnownSessions, tmp_path: Path, junk: str) -> None:
    _start(sessions, _token("s1"))
    (file,) = tmp_path.glob("sessions-*.json")
    file.write_text(junk, "utf-8")

    assert sessions.count(APP, "101") == 0


@pytest.mark.parametrize("end", ["Infinity", "NaN", "1" + "0" * 400, "-1"])
def test_a_session_that_would_never_end_is_forgotten(
    sessions: KnownSessions, tmp_path: Path, end: str
) -> None:
    _start(sessions, _token("s1"))
    (file,) = tmp_path.glob("sessions-*.json")
    told = json.loads(file.read_text("utf-8"))
    (written,) = [str(each["end"]) for each in told.values()]
    file.write_text(file.read_text("utf-8").replace(written, end), "utf-8")

    assert sessions.count(APP, "101") == 0


def test_no_file_tells_a_token_an_id_or_the_client(
    sessions: KnownSessions, tmp_path: Path
) -> None:
    _start(sessions, _token("session-canary", "owner-canary"))

    text = " ".join(f"{path} {path.read_text('utf-8')}" for path in tmp_path.iterdir())

    assert not [word for word in ("anary", "CANARY", "client-1") if word in text]
