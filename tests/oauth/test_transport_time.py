"""What the HTTP door knows of time: when a request was sent, and the server's clock."""

from email.utils import formatdate

import pytest

from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.oauth.client import OAuthClient
from ringauth_gui.oauth.exchange import HttpRequest
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.ringcentral.servers import ringcentral_server
from tests.fakes.answer_scripts import answer, answering
from tests.fakes.conversation import Conversation
from tests.fakes.fake_http_server import FakeHttpServer
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.recording_transport import RecordingTransport

TOKEN = b'{"access_token": "access-1", "token_type": "bearer", "expires_in": 3600}'


def _date(seconds: float) -> str:
    return f"Date: {formatdate(FixedClock()().wall + seconds, usegmt=True)}"


def test_an_answer_knows_the_servers_clock() -> None:
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer(b"{}", _date(600)))) as server:
        response = transport.send(HttpRequest("GET", server.url))

    assert response.sent == transport.clock()
    assert response.sent.ahead == ClockDifference(600, 601)


@pytest.mark.parametrize("headers", [(), (_date(0), _date(600))])
def test_no_date_and_two_of_them_tell_nothing(headers: tuple[str, ...]) -> None:
    transport = RecordingTransport()

    with FakeHttpServer(answering(answer(b"{}", *headers))) as server:
        response = transport.send(HttpRequest("GET", server.url))

    assert response.sent.ahead is None


@pytest.mark.case("TM-08")
def test_a_token_that_takes_twenty_seconds_counts_from_the_sending() -> None:
    transport = RecordingTransport()
    sent = transport.clock()

    def slowly(conversation: Conversation) -> None:
        transport.clock.advance(20)
        conversation.send(answer(TOKEN, _date(20)))

    with FakeHttpServer(slowly) as server:
        address = server.url.rstrip("/")
        registration = ClientRegistration(
            ringcentral_server("Slow", address), "client-1", None, ()
        )
        token = OAuthClient(registration, transport.send).refresh("refresh-1")

    assert token.issued == sent
    assert token.access_remaining(transport.clock()) == 3580
    assert token.issued.ahead == ClockDifference(0, 21)
