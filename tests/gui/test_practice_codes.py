"""What RingAuth says to each code with which the practice server can refuse."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ringauth_gui.errors import RequestRefused, RingAuthError
from ringauth_gui.gui.error_messages import message_for
from ringauth_gui.gui.message import Message
from ringauth_gui.oauth.client import OAuthClient
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP
from ringauth_gui.practice.coded_errors import CODED_ERRORS
from ringauth_gui.practice.endpoint import Endpoint
from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.faults import Fault
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.ringcentral.error_codes import RINGCENTRAL_CODES
from ringauth_gui.ringcentral.identity import Verdict
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.core import Core
from tests.fakes.practice_person import PracticePerson
from tests.fakes.scripted_send import ScriptedSend, response
from tests.gui.error_examples import CONTEXT
from tests.test_practice_run import SETTINGS, practice_profile

REGISTRATION = ClientRegistration(RINGCENTRAL, "client-1", None, (), "practice")
# One of each: a code in the shape of OAuth, of the API, of the gateway, and with more.
SHAPES = ("OAU-473", "OAU-236", "CMN-304", "AGW-402", "CMN-408", "TokenInvalid")
# After these a token is gone already, which is what a revocation is for.
GONE = ("OAU-210", "OAU-211", "OAU-213")


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(0, SETTINGS) as server:
        yield server


@pytest.fixture
def core(server: PracticeServer, tmp_path: Path) -> Core:
    return Core(server.address, PracticePerson().open, tmp_path)


def refuse(server: PracticeServer, code: str) -> None:
    """Refuse whatever a program asks from now on."""
    kind = FAULT_KINDS["refuse"]
    fault = Fault(kind, (Endpoint.REFRESH, Endpoint.REVOKE, Endpoint.API), code=code)
    server.world.behaviour.change_faults(lambda faults: faults.with_fault(fault))


def error_of(code: str, ask: Callable[[OAuthClient], object]) -> RingAuthError:
    """Return what the client makes of the code's answer at an OAuth endpoint."""
    refused = CODED_ERRORS[code].refused(is_oauth=True)
    answer = response(refused.body(), refused.reason.status)
    with pytest.raises(RequestRefused) as error:
        ask(OAuthClient(REGISTRATION, ScriptedSend(answer)))
    return error.value


def tells(message: Message, code: str) -> bool:
    """Return whether a message names the code, and says what happened and to do."""
    names = code in message.details and code in message.codes.split()
    return names and bool(message.title) and message.advice.endswith(".")


def test_every_code_that_can_be_explained_can_be_provoked() -> None:
    assert set(CODED_ERRORS) == set(RINGCENTRAL_CODES)


@pytest.mark.parametrize("code", CODED_ERRORS)
def test_the_status_is_the_references(code: str) -> None:
    documented = RINGCENTRAL_CODES[code].statuses

    assert not documented or CODED_ERRORS[code].status in documented


@pytest.mark.parametrize("code", CODED_ERRORS)
def test_the_message_names_each_code_and_has_advice(code: str) -> None:
    refused = error_of(code, lambda client: client.refresh("token"))

    message = message_for(refused, replace(CONTEXT, doing="refresh", is_practice=True))

    assert tells(message, code), message


@pytest.mark.parametrize("code", [code for code in CODED_ERRORS if code not in GONE])
def test_so_does_the_message_after_a_revocation(code: str) -> None:
    refused = error_of(code, lambda client: client.revoke("token"))

    message = message_for(refused, replace(CONTEXT, doing="revoke", is_practice=True))

    assert tells(message, code), message


@pytest.mark.parametrize("code", SHAPES)
def test_over_the_wire_the_message_says_the_same(
    core: Core, server: PracticeServer, code: str
) -> None:
    profile = practice_profile(core, PUBLIC_APP)
    uri = profile.redirect_uris[0]
    token = core.authorizer.authorize(profile, uri, core.new_attempt()).token
    refuse(server, code)
    with pytest.raises(RequestRefused) as error:
        core.authorizer.refresh(profile, token, core.cancel)

    message = message_for(error.value, replace(CONTEXT, doing="refresh"))

    assert tells(message, code), message


def test_a_check_is_told_the_code_too(core: Core, server: PracticeServer) -> None:
    profile = practice_profile(core, PUBLIC_APP)
    uri = profile.redirect_uris[0]
    token = core.authorizer.authorize(profile, uri, core.new_attempt()).token
    refuse(server, "OAU-129")

    result = core.authorizer.check(profile, token, core.cancel)

    assert result.verdict is Verdict.REFUSED
    assert result.refusal is not None
    assert "OAU-129" in result.refusal.codes


def test_a_missing_client_id_is_named(core: Core, server: PracticeServer) -> None:
    settings = replace(SETTINGS, client_id_needed_beside_basic=True)
    server.world.behaviour.change(settings)
    profile = practice_profile(core, CONFIDENTIAL_APP)
    with pytest.raises(RequestRefused) as error:
        core.authorizer.authorize(profile, profile.redirect_uris[0], core.new_attempt())

    message = message_for(error.value, replace(CONTEXT, doing="authorize"))

    assert "client_id" in message.title
    assert tells(message, "CMN-101"), message
