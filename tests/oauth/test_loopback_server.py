"""How the serving loop ends, shown without a second thread."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import h11

from ringauth_gui.oauth.loopback_limits import STANDARD_LIMITS, LoopbackLimits
from ringauth_gui.oauth.loopback_server import LoopbackServer
from ringauth_gui.oauth.loopback_sockets import listen
from ringauth_gui.oauth.redirect_uri import redirect_uri_parts
from ringauth_gui.oauth.redirection_endpoint import RedirectionEndpoint
from tests.oauth.loopback_harness import (
    PATIENCE,
    QUERY,
    ask,
    connect,
    free_port,
    is_answer,
    is_refused,
    location,
    pages,
    request,
    rest,
)


def answered_endpoint(port: int) -> RedirectionEndpoint:
    """Return an endpoint that has sent a browser to the result page."""
    uri = redirect_uri_parts(f"http://127.0.0.1:{port}/callback")
    endpoint = RedirectionEndpoint(uri, pages(), STANDARD_LIMITS, is_answer)
    headers = [("Host", uri.authority)]
    endpoint.respond(
        h11.Request(method="GET", target=f"/callback?{QUERY}", headers=headers)
    )
    endpoint.conclude(signed_in=True)
    return endpoint


@contextmanager
def browsers(
    port: int, number: int, endpoint: RedirectionEndpoint
) -> Iterator[list[socket.socket]]:
    """Connect browsers that have asked for the result page."""
    clients = [connect(port) for _ in range(number)]
    try:
        for client in clients:
            client.sendall(request(endpoint.result_path, port))
        yield clients
    finally:
        for client in clients:
            client.close()


def test_everybody_who_has_asked_by_the_end_is_answered() -> None:
    port = free_port()
    server = LoopbackServer(
        listen(f"http://127.0.0.1:{port}/callback"), STANDARD_LIMITS
    )
    endpoint = answered_endpoint(port)
    with browsers(port, 3, endpoint) as clients:
        server.finish(PATIENCE)

        server.serve(endpoint)

        assert all(rest(client).endswith(pages().signed_in) for client in clients)
    assert is_refused(port)


def test_who_has_asked_is_answered_before_the_place_is_given_to_the_next() -> None:
    port = free_port()
    one_place = LoopbackLimits(connections=1)
    server = LoopbackServer(listen(f"http://127.0.0.1:{port}/callback"), one_place)
    endpoint = answered_endpoint(port)
    with browsers(port, 3, endpoint) as clients:
        server.finish(PATIENCE)

        server.serve(endpoint)

        assert all(rest(client).endswith(pages().signed_in) for client in clients)


def test_an_answer_that_comes_in_the_last_moment_learns_that_it_was_too_late() -> None:
    port = free_port()
    uri = f"http://127.0.0.1:{port}/callback"
    server = LoopbackServer(listen(uri), STANDARD_LIMITS)
    endpoint = RedirectionEndpoint(
        redirect_uri_parts(uri), pages(), STANDARD_LIMITS, is_answer
    )
    with connect(port) as browser:
        browser.sendall(request(f"/callback?{QUERY}", port))
        endpoint.conclude(signed_in=False)
        server.finish(PATIENCE)
        serving = threading.Thread(target=server.serve, args=(endpoint,))
        serving.start()

        outcome = ask(port, request(location(rest(browser)), port))
        serving.join(PATIENCE)

    assert outcome.endswith(pages().not_signed_in)
    assert is_refused(port)


def test_an_earlier_end_is_not_put_off() -> None:
    port = free_port()
    server = LoopbackServer(
        listen(f"http://127.0.0.1:{port}/callback"), STANDARD_LIMITS
    )
    began = time.monotonic()

    server.finish(0.0)
    server.finish(PATIENCE)
    server.serve(answered_endpoint(port))

    assert time.monotonic() - began < PATIENCE / 2
    assert is_refused(port)


def test_finishing_what_has_ended_is_allowed() -> None:
    port = free_port()
    server = LoopbackServer(
        listen(f"http://127.0.0.1:{port}/callback"), STANDARD_LIMITS
    )
    server.close()

    server.finish(0.0)

    assert is_refused(port)
