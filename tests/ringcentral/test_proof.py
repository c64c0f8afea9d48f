from dataclasses import replace

import pytest

from ringauth_gui.errors import NetworkError, OperationCancelled
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.ringcentral.checks import TokenCheck
from ringauth_gui.ringcentral.proof import Proof
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_send import ScriptedSend, response

INFO = {"id": 256440016, "name": "Ada Practice"}
OTHER = replace(RINGCENTRAL, speaks_ringcentral=False)


def _prove(answer: HttpResponse | Exception) -> Proof:
    return TokenCheck(RINGCENTRAL, "x", ScriptedSend(answer), FixedClock()).prove_dead()


def test_a_401_proves_that_the_token_is_dead() -> None:
    assert _prove(response({"errorCode": "OAU-213"}, 401)) == Proof(
        proved=True, text="proved: the API answers 401"
    )


def test_a_token_that_still_works_is_told() -> None:
    assert _prove(response(INFO)) == Proof(
        proved=False, text="but the API still accepts the token"
    )


@pytest.mark.parametrize("status", [302, 403, 404, 429, 500])
def test_any_other_answer_proves_nothing(status: int) -> None:
    assert _prove(response(b"", status)) == Proof(
        proved=False, text=f"not proved: the API answers {status}"
    )


@pytest.mark.parametrize("error", [NetworkError("h", "r"), OperationCancelled()])
def test_no_answer_proves_nothing(error: Exception) -> None:
    assert not _prove(error).proved


def test_a_server_that_cannot_be_asked_proves_nothing() -> None:
    server = replace(OTHER, userinfo_endpoint=None)

    proof = TokenCheck(server, "x", ScriptedSend(), FixedClock()).prove_dead()

    assert proof == Proof(
        proved=False, text="not proved: the server names no address to ask"
    )
