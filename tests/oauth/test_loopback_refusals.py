"""Only one request shape counts (R3); everything else is refused without an echo."""

import pytest

from tests.oauth.loopback_harness import (
    QUERY,
    ask,
    assert_refused_and_still_waiting,
    request,
    waiting,
)

METHODS = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "HEAD"]
ELSEWHERE = ["/", "/favicon.ico", "/robots.txt", "/callback/extra", "/callback/"]


@pytest.mark.case("CB-02")
@pytest.mark.parametrize("query", ["", f"?{QUERY}"])
@pytest.mark.parametrize("path", ELSEWHERE)
def test_another_path_is_refused(path: str, query: str) -> None:
    assert_refused_and_still_waiting(path + query, status=404)


@pytest.mark.case("CB-03")
@pytest.mark.parametrize("method", METHODS)
def test_another_method_does_not_consume_the_code(method: str) -> None:
    refusal = assert_refused_and_still_waiting(
        f"/callback?{QUERY}", method=method, status=405
    )

    assert refusal.endswith(b"\r\n\r\n") == (method == "HEAD")


@pytest.mark.case("CB-04")
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:27464",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost",
        "[::1]",
    ],
)
def test_a_foreign_host_is_refused(host: str) -> None:
    refusal = assert_refused_and_still_waiting(
        f"/callback?{QUERY}", host=host, status=421
    )

    assert b"access-control" not in refusal.lower()


@pytest.mark.case("CB-04")
def test_a_second_host_is_refused() -> None:
    assert_refused_and_still_waiting(
        f"/callback?{QUERY}", "Host: evil.example", status=400
    )


@pytest.mark.case("CB-04")
def test_a_host_in_other_letter_case_is_the_same_host() -> None:
    with waiting(host="localhost") as attempt:
        genuine = request(
            f"/callback?{QUERY}", attempt.port, host=f"LocalHost:{attempt.port}"
        )

        assert ask(attempt.port, genuine).startswith(b"HTTP/1.1 303 ")
        assert attempt.answer() == QUERY


@pytest.mark.case("CB-04")
@pytest.mark.parametrize(
    "raw",
    [
        f"GET /callback?{QUERY} HTTP/1.1\r\n\r\n",
        f"GET /callback?{QUERY} HTTP/1.0\r\n\r\n",
        f"GET /callback?{QUERY}\r\n\r\n",
    ],
)
def test_a_request_without_a_host_is_refused(raw: str) -> None:
    with waiting() as attempt:
        assert ask(attempt.port, raw.encode()).startswith(b"HTTP/1.1 4")
        assert attempt.complete() == QUERY


@pytest.mark.case("CB-05")
def test_a_preflight_gets_no_permission() -> None:
    refusal = assert_refused_and_still_waiting(
        f"/callback?{QUERY}",
        "Origin: https://evil.example",
        "Access-Control-Request-Method: GET",
        "Access-Control-Request-Private-Network: true",
        method="OPTIONS",
    )

    assert b"access-control" not in refusal.lower()


@pytest.mark.case("CB-06")
@pytest.mark.parametrize(
    "header",
    [
        "Sec-Fetch-Mode: no-cors",
        "Sec-Fetch-Mode: cors",
        "Sec-Fetch-Mode: websocket",
        "Sec-Fetch-Dest: image",
        "Sec-Fetch-Dest: script",
        "Sec-Fetch-Dest: iframe",
        "Sec-Fetch-Dest: empty",
    ],
)
def test_what_is_no_top_level_navigation_is_refused(header: str) -> None:
    assert_refused_and_still_waiting(f"/callback?{QUERY}", header, status=403)


@pytest.mark.case("CB-06")
def test_a_navigation_that_says_so_twice_differently_is_refused() -> None:
    assert_refused_and_still_waiting(
        f"/callback?{QUERY}", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Mode: no-cors"
    )


@pytest.mark.case("CB-06")
@pytest.mark.parametrize("site", ["none", "same-origin", "cross-site"])
def test_a_navigation_from_anywhere_is_the_answer(site: str) -> None:
    with waiting() as attempt:
        navigation = attempt.genuine(
            f"Sec-Fetch-Site: {site}",
            "Sec-Fetch-Mode: navigate",
            "Sec-Fetch-Dest: document",
        )

        assert ask(attempt.port, navigation).startswith(b"HTTP/1.1 303 ")
        assert attempt.answer() == QUERY


@pytest.mark.case("CB-10")
@pytest.mark.parametrize(
    "line",
    [
        b"GET /callback?a=\x00 HTTP/1.1",
        b"GET /callback?a=\x1b[31m HTTP/1.1",
        "GET /callback?a=\u202e HTTP/1.1".encode(),
        b"GET /callback?%1b[31m%0d%0a HTTP/1.1",
        b"GET /callback%00?code=c HTTP/1.1",
        b"GET /callback%0d%0aSet-Cookie:%20a=b HTTP/1.1",
        b"GET //evil.example/callback HTTP/1.1",
    ],
)
def test_control_characters_are_refused(line: bytes) -> None:
    with waiting() as attempt:
        raw = line + f"\r\nHost: 127.0.0.1:{attempt.port}\r\n\r\n".encode()

        assert ask(attempt.port, raw).startswith(b"HTTP/1.1 4")
        assert attempt.complete() == QUERY


@pytest.mark.case("CB-22")
@pytest.mark.parametrize(
    "header",
    [
        "Sec-Purpose: prefetch",
        "Sec-Purpose: prefetch;prerender",
        "Purpose: prefetch",
        "X-Purpose: preview",
        "X-Moz: prefetch",
    ],
)
def test_a_prefetch_does_not_consume_the_code(header: str) -> None:
    assert_refused_and_still_waiting(f"/callback?{QUERY}", header, status=403)


@pytest.mark.parametrize(
    "header", ["Content-Length: 4", "Content-Length: 0", "Transfer-Encoding: chunked"]
)
def test_a_get_with_a_body_is_refused(header: str) -> None:
    assert_refused_and_still_waiting(f"/callback?{QUERY}", header, status=400)


def test_an_absolute_target_is_refused() -> None:
    assert_refused_and_still_waiting(
        f"http://evil.example/callback?{QUERY}", status=404
    )
