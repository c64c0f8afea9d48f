"""Whatever happens to an answer on its way: nothing is lost, told or sent twice."""

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from ringauth_gui.errors import OperationCancelled, RingAuthError
from tests.fakes.answer_scripts import answer, answering
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.tls_faults import HOST, TLS_FAULTS, WRONG_CERTIFICATES
from tests.fakes.transport_faults import (
    TRANSPORT_FAULTS,
    UNENDING,
)
from tests.token_path import CANARIES, CODE, KEPT, TokenPath, message_of, words_for

SHORT, LONG = 0.6, 30.0
AT_ONCE = 10.0  # generous: only to tell "at once" from a deadline of LONG
NEW_TOKEN = answer(
    b'{"access_token": "new-access", "token_type": "bearer",'
    b' "refresh_token": "new-refresh"}'
)
SPOILT = pytest.mark.parametrize("name", TRANSPORT_FAULTS)
SPOILT_TLS = pytest.mark.parametrize("name", TLS_FAULTS)
FOR_EVER = [name for name, fault in TLS_FAULTS.items() if fault.never_ends]


@pytest.fixture(autouse=True)
def _silent_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Look for secrets in all that is logged."""
    with caplog.at_level(logging.DEBUG):
        yield
    assert CANARIES.found_in(caplog.text) == set()


def _spoilt(name: str) -> FakeHttpServer:
    """Return a server that spoils its first answer; the second one grants a token."""
    return FakeHttpServer(TRANSPORT_FAULTS[name].script, answering(NEW_TOKEN))


def _path(server: FakeHttpServer, folder: Path, *, never_ends: bool) -> TokenPath:
    return TokenPath(server, folder, SHORT if never_ends else LONG)


@SPOILT
def test_a_spoilt_answer_to_a_refresh_costs_nothing(name: str, tmp_path: Path) -> None:
    fault, started = TRANSPORT_FAULTS[name], time.monotonic()

    with _spoilt(name) as server:
        path = _path(server, tmp_path, never_ends=fault.never_ends)
        with pytest.raises(RingAuthError) as caught:
            path.refresh()
        kept = path.kept
        path.seconds = LONG
        outcome = path.refresh()

    assert time.monotonic() - started < AT_ONCE
    assert type(caught.value) is fault.error
    assert words_for(caught.value, "refresh")
    assert kept == KEPT
    assert outcome.token.access_token == "new-access"
    assert server.connections == 2
    assert len({request.body for request in server.requests}) == 1


@SPOILT
def test_a_spoilt_answer_to_a_code_is_not_asked_for_again(
    name: str, tmp_path: Path
) -> None:
    fault, started = TRANSPORT_FAULTS[name], time.monotonic()

    with _spoilt(name) as server:
        path = _path(server, tmp_path, never_ends=fault.never_ends)
        with pytest.raises(RingAuthError) as caught:
            path.exchange_code()

    assert time.monotonic() - started < AT_ONCE
    assert type(caught.value) is fault.error
    assert "nothing was sent again" in words_for(caught.value, "authorize")
    assert path.kept == KEPT
    assert server.connections <= 1  # none where the machine was slower than SHORT
    assert all(CODE.encode() in each.body for each in server.requests)


@SPOILT_TLS
def test_nothing_is_sent_over_spoilt_tls(
    name: str, tmp_path: Path, trusted: trustme.CA
) -> None:
    fault = TLS_FAULTS[name]
    tls = fault.spoil(trusted)

    with FakeHttpServer(answering(NEW_TOKEN), tls=tls, name=HOST) as server:
        path = _path(server, tmp_path, never_ends=fault.never_ends)
        for use in (path.refresh, path.exchange_code):
            with pytest.raises(RingAuthError) as caught:
                use()
            assert type(caught.value) is fault.error
            assert fault.reason in words_for(caught.value, "refresh")

    assert path.kept == KEPT
    assert server.requests == []
    assert server.connections <= 2


@pytest.mark.case("TK-27")
@pytest.mark.parametrize("name", WRONG_CERTIFICATES)
def test_a_wrong_certificate_is_refused_before_any_byte_of_http_with_no_way_on(
    name: str, tmp_path: Path, trusted: trustme.CA
) -> None:
    tls = WRONG_CERTIFICATES[name].spoil(trusted)

    with FakeHttpServer(answering(NEW_TOKEN), tls=tls, name=HOST) as server:
        path = TokenPath(server, tmp_path, LONG)
        with pytest.raises(RingAuthError) as caught:
            path.refresh()

    told = words_for(caught.value, "refresh")
    assert "RingAuth never skips this check." in told
    ways_on = message_of(caught.value, "refresh").actions
    assert [action.key for action in ways_on] == ["try-again"]
    assert WRONG_CERTIFICATES[name].reason in told
    assert server.requests == []
    assert path.kept == KEPT


@pytest.mark.case("TK-19")
@pytest.mark.parametrize("name", [*UNENDING, *FOR_EVER])
def test_a_refresh_can_be_cancelled_at_any_time(
    name: str, tmp_path: Path, trusted: trustme.CA
) -> None:
    tls = TLS_FAULTS[name].spoil(trusted) if name in FOR_EVER else None
    script = UNENDING[name].script if tls is None else answering(NEW_TOKEN)
    started = time.monotonic()

    with FakeHttpServer(script, tls=tls, name=HOST) as server:
        path = TokenPath(server, tmp_path, LONG)

        def cancel_once_connected() -> None:
            server.wait_for_connections(1)
            path.core.cancel.set()

        person = threading.Thread(target=cancel_once_connected)
        person.start()
        with pytest.raises(OperationCancelled):
            path.refresh()
        person.join()

    assert time.monotonic() - started < AT_ONCE
    assert path.kept == KEPT
