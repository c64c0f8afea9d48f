"""What is wrong on the way to a server is said, with what to do."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from ringauth_gui.checkup.checks import KEYS, Means, Subject, all_checks
from ringauth_gui.checkup.finding import Finding, Verdict
from ringauth_gui.checkup.server_checks import ServerChecks
from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.errors import NetworkError, OperationCancelled
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.tls_probe import Certificate, TlsProbe
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.ringcentral.servers import RINGCENTRAL, ringcentral_server
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.recording_transport import RecordingTransport
from tests.test_practice_run import SETTINGS

NEVER = threading.Event()
DAY = 86_400.0


def no_send(_request: HttpRequest, _cancel: threading.Event) -> HttpResponse:
    raise NetworkError("platform.ringcentral.com", "it refused the connection")


def found(*_: object, **__: object) -> list[tuple[Any, ...]]:
    return [
        (socket.AF_INET, 1, 6, "", ("192.0.2.1", 0)),
        (socket.AF_INET, 2, 17, "", ("192.0.2.1", 0)),
    ]


def lost(*_: object, **__: object) -> list[tuple[Any, ...]]:
    raise socket.gaierror(-2, "Name or service not known")


def checks(**other: Any) -> ServerChecks:  # noqa: ANN401 - the fields' own
    given: dict[str, Any] = {
        "server": RINGCENTRAL,
        "send": no_send,
        "clock": FixedClock(),
        "look_up": found,
        "environ": {},
    }
    return ServerChecks(**{**given, **other})


@pytest.fixture
def practice() -> Iterator[ServerChecks]:
    transport = RecordingTransport()
    with PracticeServer(0, SETTINGS) as server:
        yield checks(
            server=ringcentral_server("Practice server", server.address),
            send=transport.send,
        )


def test_a_name_that_is_found_has_its_addresses() -> None:
    finding = checks().name(NEVER)

    assert finding.verdict is Verdict.GOOD
    assert finding.text == "The name platform.ringcentral.com has 1 address."
    assert finding.details == ("192.0.2.1",)


def test_a_name_that_is_not_found_is_wrong() -> None:
    finding = checks(look_up=lost).name(NEVER)

    assert finding.verdict is Verdict.BAD
    assert "Name or service not known" in finding.text
    assert "online" in finding.advice


def test_metadata_that_nobody_waits_for_any_more_is_no_finding() -> None:
    def cancelled(_request: HttpRequest, _cancel: threading.Event) -> HttpResponse:
        raise OperationCancelled

    with pytest.raises(OperationCancelled):
        checks(send=cancelled).metadata(NEVER)


def test_a_look_up_that_hangs_is_given_up_when_cancelled() -> None:
    hangs = threading.Event()
    cancel = threading.Event()
    cancel.set()

    with pytest.raises(OperationCancelled):
        checks(look_up=lambda *_, **__: hangs.wait(30)).name(cancel)


def test_behind_a_proxy_the_proxy_looks_names_up() -> None:
    behind = checks(environ={"https_proxy": "http://proxy.example:3128"}, look_up=lost)

    assert behind.name(NEVER).verdict is Verdict.NOT_NEEDED
    assert behind.tls(NEVER).verdict is Verdict.NOT_NEEDED


def test_this_computer_needs_no_encryption() -> None:
    here = ringcentral_server("Practice server", "http://127.0.0.1:27466")

    assert checks(server=here).tls(NEVER).verdict is Verdict.NOT_NEEDED


def test_a_server_that_cannot_be_reached_is_wrong() -> None:
    finding = checks(look_up=lost).tls(NEVER)

    assert finding.verdict is Verdict.BAD
    assert "could not be looked up" in finding.text


def probed(problem: str | None = None, left: float = 90 * DAY) -> Finding:
    clock = FixedClock()
    certificate = Certificate("CN=x.example", "CN=Office CA", clock().wall + left)
    probe = TlsProbe("TLSv1.3", (certificate,), problem)
    return checks(clock=clock)._tls_finding(probe)


def test_a_trusted_chain_is_good_and_shown() -> None:
    finding = probed()

    assert finding.verdict is Verdict.GOOD
    assert finding.text == "The connection is encrypted (TLSv1.3) and trusted."
    assert finding.details[0].startswith("CN=x.example, issued by CN=Office CA, until ")


def test_a_chain_that_is_not_trusted_says_who_issued_it() -> None:
    finding = probed("its certificate comes from an unknown issuer")

    assert finding.verdict is Verdict.BAD
    assert "CN=Office CA" in finding.text


def test_a_certificate_that_ends_soon_is_told() -> None:
    finding = probed(left=3.5 * DAY)

    assert finding.verdict is Verdict.WARNING
    assert finding.text == "The server's certificate ends in 3 days."


def test_the_practice_server_answers_and_its_clock_is_right(
    practice: ServerChecks,
) -> None:
    before = practice.time(NEVER)
    metadata = practice.metadata(NEVER)

    assert before.verdict is Verdict.WARNING
    assert metadata.verdict is Verdict.GOOD, metadata


def test_a_server_that_names_other_endpoints_is_told(practice: ServerChecks) -> None:
    practice.server = replace(practice.server, token_endpoint="https://x.example/token")

    finding = practice.metadata(NEVER)

    assert finding.verdict is Verdict.WARNING
    assert "another token endpoint" in finding.text


def test_a_server_that_does_not_answer_is_wrong() -> None:
    finding = checks().metadata(NEVER)

    assert finding.verdict is Verdict.BAD
    assert "refused the connection" in finding.text


def test_a_server_without_metadata_deserves_a_look() -> None:
    answer = HttpResponse(404, {}, b"", Moment(0.0))

    finding = checks(send=lambda *_: answer).metadata(NEVER)

    assert finding.verdict is Verdict.WARNING


@pytest.mark.parametrize(
    ("least", "most", "verdict", "text"),
    [
        (-0.5, 0.7, Verdict.GOOD, "The clocks are 1 s apart at most."),
        (30.0, 90.0, Verdict.GOOD, "The clocks are 90 s apart at most."),
        (
            600.0,
            601.0,
            Verdict.BAD,
            "This computer's clock is 600 s behind the server's.",
        ),
        (
            -601.0,
            -600.0,
            Verdict.BAD,
            "This computer's clock is 600 s ahead of the server's.",
        ),
    ],
)
def test_the_clock_is_compared_with_the_answer(
    least: float, most: float, verdict: Verdict, text: str
) -> None:
    sent = Moment(0.0, ahead=ClockDifference(least, most))
    compared = checks(send=lambda *_: HttpResponse(404, {}, b"", sent))
    compared.metadata(NEVER)

    finding = compared.time(NEVER)

    assert (finding.verdict, finding.text) == (verdict, text)


def test_all_checks_have_a_title_and_end(practice: ServerChecks) -> None:
    subject = Subject(practice.server, [], "", ("Secret Service", None))
    means = Means(
        practice.send, practice.clock, {}, lambda: "xdg-open", lambda: None, found
    )

    every = all_checks(subject, means)

    assert tuple(check.key for check in every) == KEYS
    for check in every:
        assert check.title
        assert check.run(NEVER).text.endswith((".", "proxy.")), check.key
