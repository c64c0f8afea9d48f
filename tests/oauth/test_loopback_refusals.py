"""Only one request shape counts (R3); everything else is refused without an echo."""

import pytest

from tests.oauth.loopback_harness import (
    CODE,
    QUERY,
    STATE,
    ask,
    pages,
    request,
    waiting,
)

METHODS = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "HEAD"]
ELSEWHERE = ["/", "/favicon.ico", "/robots.txt", "/callback/extra", "/callback/"]


def assert_refused_and_still_waiting(
    target: str,
    *headers: str,
    method: str = "GET",
    host: str | None = None,
    status: int | None = None,
) -> bytes:
    """Send a mistaken request, then the genuine one, and return the refusal."""
    with waiting() as attempt:
        mistaken = request(target, attempt.port, *headers, method=method, host=host)

        refusal = ask(attempt.port, mistaken)

        assert refusal.startswith(f"HTTP/1.1 {status or 4}".encode())
        assert CODE.encode() not in refusal
        assert STATE.encode() not in refusal
        assert attempt.is_waiting
        assert attempt.complete() == QUERY
    return refusal


@pytest.mark.parametrize("query", ["", f"?{QUERY}"])
@pytest.mark.parametrize("path", ELSEWHERE)
def test_cb_02_another_path_is_refused(path: str, query: str) -> None:
    assert_refused_and_still_waiting(path + query, status=404)


@pytest.mark.parametrize("method", METHODS)
def test_cb_03_another_method_does_not_consume_the_code(method: str) -> None:
    refusal = assert_refused_and_still_waiting(
        f"/callback?{QUERY}", method=method, status=405
    )

    assert refusal.endswith(b"\r\n\r\n") == (method == "HEAD")


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
def test_cb_04_a_foreign_host_is_refused(host: str) -> None:
    refusal = assert_refused_and_still_waiting(
        f"/callback?{QUERY}", host=host, status=421
    )

    assert b"access-control" not in refusal.lower()


def test_cb_04_a_second_host_is_refused() -> None:
    assert_refused_and_still_waiting(
        f"/callback?{QUERY}", "Host: evil.example", status=400
    )


def test_cb_04_a_host_in_other_letter_case_is_the_same_host() -> None:
    with waiting(host="localhost") as attempt:
        genuine = request(
            f"/callback?{QUERY}", attempt.port, host=f"LocalHost:{attempt.port}"
        )

        assert ask(attempt.port, genuine).startswith(b"HTTP/1.1 303 ")
        assert attempt.answer() == QUERY


@pytest.mark.parametrize(
    "raw",
    [
        f"GET /callback?{QUERY} HTTP/1.1\r\n\r\n",
        f"GET /callback?{QUERY} HTTP/1.0\r\n\r\n",
        f"GET /callback?{QUERY}\r\n\r\n",
    ],
)
def test_cb_04_a_request_without_a_host_is_refused(raw: str) -> None:
    with waiting() as attempt:
        assert ask(attempt.port, raw.encode()).startswith(b"HTTP/1.1 4")
        assert attempt.complete() == QUERY


def test_cb_05_a_preflight_gets_no_permission() -> None:
    refusal = assert_refused_and_still_waiting(
        f"/callback?{QUERY}",
        "Origin: https://evil.example",
        "Access-Control-Request-Method: GET",
        "Access-Control-Request-Private-Network: true",
        method="OPTIONS",
    )

    assert b"access-control" not in refusal.lower()


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
def test_cb_06_what_is_no_top_level_navigation_is_refused(header: str) -> None:
    assert_refused_and_still_waiting(f"/callback?{QUERY}", header, status=403)


def test_cb_06_a_navigation_that_says_so_twice_differently_is_refused() -> None:
    assert_refused_and_still_waiting(
        f"/callback?{QUERY}", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Mode: no-cors"
    )


@pytest.mark.parametrize("site", ["none", "same-origin", "cross-site"])
def test_cb_06_a_navigation_from_anywhere_is_the_answer(site: str) -> None:
    with waiting() as attempt:
        navigation = attempt.genuine(
            f"Sec-Fetch-Site: {site}",
            "Sec-Fetch-Mode: navigate",
            "Sec-Fetch-Dest: document",
        )

        assert ask(attempt.port, navigation).startswith(b"HTTP/1.1 303 ")
        assert attempt.answer() == QUERY


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
def test_cb_10_control_characters_are_refused(line: bytes) -> None:
    with waiting() as attempt:
        raw = line + f"\r\nHost: 127.0.0.1:{attempt.port}\r\n\r\n".encode()

        assert ask(attempt.port, raw).startswith(b"HTTP/1.1 4")
        assert attempt.complete() == QUERY


def test_cb_18_markup_in_the_request_is_not_in_the_page() -> None:
    with waiting() as attempt:
        markup = "%3Cscript%3Ealert(1)%3C/script%3E&b={0}&c=$error&d=%s"
        refusal = ask(
            attempt.port, request(f"/callback?error={markup}&state=x", attempt.port)
        )

        assert refusal.endswith(b"\r\n\r\n" + pages().refused)
        assert attempt.complete() == QUERY


def test_cb_21_a_long_legal_code_is_accepted() -> None:
    with waiting() as attempt:
        query = f"{QUERY}&long={'c' * 3072}&longer={'s' * 512}"

        answer = ask(attempt.port, request(f"/callback?{query}", attempt.port))

        assert answer.startswith(b"HTTP/1.1 303 ")
        assert attempt.answer() == query


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
def test_cb_22_a_prefetch_does_not_consume_the_code(header: str) -> None:
    assert_refused_and_still_waiting(f"/callback?{QUERY}", header, status=403)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?",
        f"?code={CODE}",
        f"?code={CODE}&state=",
        f"?code={CODE}&state=wrong",
        f"?code={CODE}&state={STATE[:-1]}",
        f"?code={CODE}&state={STATE}+",
        f"?code={CODE}&state={STATE}%20",
        f"?code={CODE}&state={STATE.swapcase()}",
        f"?code={CODE}&state={STATE}&state=wrong",
        f"?code={CODE}&state=wrong&state={STATE}",
        f"?code={CODE}&code=other&state={STATE}",
        "?error=access_denied",
        "?error=access_denied&state=wrong",
    ],
)
def test_ar_01_02_03_04_06_what_is_not_the_answer_is_ignored(query: str) -> None:
    assert_refused_and_still_waiting(f"/callback{query}", status=403)


def test_ar_05_a_refusal_with_the_right_state_is_an_answer() -> None:
    with waiting() as attempt:
        query = f"error=access_denied&state={STATE}"

        ask(attempt.port, request(f"/callback?{query}", attempt.port))

        assert attempt.answer() == query


@pytest.mark.parametrize(
    "header", ["Content-Length: 4", "Content-Length: 0", "Transfer-Encoding: chunked"]
)
def test_a_get_with_a_body_is_refused(header: str) -> None:
    assert_refused_and_still_waiting(f"/callback?{QUERY}", header, status=400)


def test_an_absolute_target_is_refused() -> None:
    assert_refused_and_still_waiting(
        f"http://evil.example/callback?{QUERY}", status=404
    )
