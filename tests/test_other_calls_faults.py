"""Every call but the token's, against answers that are spoilt on their way."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from ringauth_gui.errors import NetworkError, RingAuthError
from ringauth_gui.oauth.jwks import read_jwks
from ringauth_gui.oauth.metadata import read_metadata
from tests.fakes.answer_scripts import answering
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.transport_faults import TRANSPORT_FAULTS
from tests.token_path import CANARIES, KEPT, PROFILE, TokenPath

SHORT, LONG = 0.3, 30.0
AT_ONCE = 10.0  # generous: only to tell "at once" from a deadline of LONG
Call = Callable[[TokenPath, str], object]


def _revoke(path: TokenPath, _: str) -> object:
    return path.core.authorizer.revoke(PROFILE, KEPT, path.core.cancel)


def _check(path: TokenPath, _: str) -> object:
    return path.core.authorizer.check(PROFILE, KEPT, path.core.cancel)


def _read_metadata(path: TokenPath, address: str) -> object:
    return read_metadata(path.send, address)


def _read_keys(path: TokenPath, address: str) -> object:
    return read_jwks(path.send, f"{address}/jwks")


CALLS: Mapping[str, Call] = {
    "revoke": _revoke,
    "check": _check,
    "metadata": _read_metadata,
    "keys": _read_keys,
}
# What is whole but holds no grant may be what another call has asked for.
LOST = [
    n for n, each in TRANSPORT_FAULTS.items() if issubclass(each.error, NetworkError)
]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("name", LOST)
def test_a_spoilt_answer_ends_any_call_in_time_and_costs_no_token(
    name: str, call: str, tmp_path: Path
) -> None:
    fault, started = TRANSPORT_FAULTS[name], time.monotonic()

    with FakeHttpServer(fault.script) as server:
        path = TokenPath(server, tmp_path, SHORT if fault.never_ends else LONG)
        with pytest.raises(RingAuthError) as caught:
            CALLS[call](path, server.url.rstrip("/"))

    assert time.monotonic() - started < AT_ONCE
    assert type(caught.value) is fault.error
    assert CANARIES.found_in(f"{caught.value} {caught.value!r}") == set()
    assert path.kept == KEPT


def test_an_answer_that_is_cut_in_its_headers_revokes_nothing(tmp_path: Path) -> None:
    cut = answering(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")

    with FakeHttpServer(cut) as server:
        path = TokenPath(server, tmp_path, LONG)
        with pytest.raises(NetworkError):
            _revoke(path, "")

    assert path.kept == KEPT
