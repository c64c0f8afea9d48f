import logging
import socket
import subprocess
import sys
import threading
from contextlib import closing

import pytest
import requests

from ringauth_gui.practice.server import PracticeServer
from tests.practice.visitor import Visitor


def port_of(server: PracticeServer) -> int:
    return int(server.address.rpartition(":")[2])


def practice_threads() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name.startswith("practice")]


def test_a_taken_port_is_an_os_error() -> None:
    with PracticeServer(0) as first:
        second = PracticeServer(port_of(first))

        with pytest.raises(OSError, match="in use"):
            second.start()
        second.stop()


def test_after_stop_nothing_listens_and_no_thread_is_left() -> None:
    server = PracticeServer(0)
    before = practice_threads()
    server.start()
    server.stop()

    assert practice_threads() == before
    with pytest.raises(requests.ConnectionError):
        Visitor(server.address).get("/")


def test_stop_ends_connections_that_never_sent_a_request() -> None:
    before = practice_threads()
    server = PracticeServer(0)
    server.start()
    with closing(socket.create_connection(("127.0.0.1", port_of(server)))) as idle:
        Visitor(server.address).get("/")
        server.stop()

        assert practice_threads() == before
        assert idle.recv(1) == b""


def test_a_stopped_server_starts_again_on_its_port_with_its_state() -> None:
    server = PracticeServer(0)
    with server:
        tokens = Visitor(server.address).get_tokens()
        address = server.address

    with server:
        assert server.address == address
        assert Visitor(address).call(tokens["access_token"]).status_code == 200


def test_it_listens_on_the_loopback_interface_only(server: PracticeServer) -> None:
    with closing(socket.socket()) as other:
        other.settimeout(5)

        # The whole of 127/8 is this computer, but only one address is taken.
        assert other.connect_ex(("127.0.0.2", port_of(server))) != 0


@pytest.mark.parametrize("host", ["evil.example", "evil.example:27466", "127.0.0.1:1"])
def test_a_foreign_host_is_refused(visitor: Visitor, host: str) -> None:
    answer = visitor.get("/", None, {"Host": host})

    assert answer.status_code == 421
    assert "practice-secret" not in answer.text


def test_localhost_is_no_foreign_host(visitor: Visitor) -> None:
    port = visitor.address.rpartition(":")[2]

    answer = visitor.get(
        "/.well-known/openid-configuration", None, {"Host": f"LOCALHOST:{port}"}
    )

    assert answer.status_code == 200


def test_the_server_header_says_nothing_of_the_platform(visitor: Visitor) -> None:
    assert visitor.get("/").headers["Server"] == "practice"


def test_requests_are_written_nowhere(
    visitor: Visitor,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        visitor.get_tokens()
        visitor.get("/nowhere?code=canary")
        address = ("127.0.0.1", int(visitor.address.rpartition(":")[2]))
        with closing(socket.create_connection(address)) as wild:
            wild.sendall(b"not http at all\r\n\r\n")
            assert wild.recv(4096)

    from_server = [one for one in caplog.records if not one.name.startswith("urllib3")]
    assert from_server == []
    assert capfd.readouterr() == ("", "")


def test_what_the_app_needs_at_start_does_not_import_flask() -> None:
    code = (
        "import sys, ringauth_gui.practice, ringauth_gui.practice.apps, "
        "ringauth_gui.practice.people, ringauth_gui.practice.settings, "
        "ringauth_gui.practice.jwt_credentials, ringauth_gui.practice.registry; "
        "print({'flask', 'werkzeug', 'jwt'} & sys.modules.keys() or 'none')"
    )

    done = subprocess.run(  # noqa: S603 - our own interpreter, a fixed text
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout == "none\n"
