"""What the window makes of an answer that grants nothing, over real sockets."""

from dataclasses import replace
from email.utils import formatdate

import pytest

from ringauth_gui.errors import PauseNotOver
from tests.fakes.answer_scripts import answer, answering
from tests.fakes.fake_authorization_server import (
    TOKEN,
    Answer,
    FakeAuthorizationServer,
    refusal,
    token_answer,
)
from tests.fakes.fake_http_server import FakeHttpServer
from tests.gui.wire_shell import SECRET, WireShell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

PORTAL = Answer(b"<html><body>Sign in to the network</body></html>")
PAUSED = ("authorizeButton", "refreshButton", "revokeButton")


@pytest.mark.case("TK-03")
def test_a_portals_page_is_told_as_such_and_keeps_what_was_there(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, PORTAL)
    kept = wired.start_kept()

    for button in ("refreshButton", "authorizeButton"):
        wired.act(button)

        assert wired.text("messageTitle") == "The answer was not JSON"
        assert "A network portal or proxy may have answered" in wired.told
        assert wired.kept == kept
        assert wired.state.token is not None


@pytest.mark.case("TK-04", "TK-05", "TK-21")
@pytest.mark.parametrize(
    "untrusted",
    [
        *(Answer(b'{"access_token": "abc", "token_ty'), Answer(b'{"access_token":')),
        *(Answer(b'["abc"]'), Answer(b'"abc"'), Answer(b"7"), Answer(b"null")),
        *(Answer(b"{}"), Answer(b""), Answer(b"", 204)),
    ],
)
def test_what_is_no_token_answer_is_a_clean_failure_and_nothing_is_stored(
    wired: WireShell, server: FakeAuthorizationServer, untrusted: Answer
) -> None:
    server.script(TOKEN, untrusted)

    wired.sign_in()

    assert wired.kept is None
    assert wired.state.token is None
    assert wired.text("messageTitle") in {
        "The answer was not JSON",
        "Practice server gave an answer that cannot be used",
    }
    assert "Nothing was stored, and nothing was sent again." in wired.told
    assert wired.button("authorizeButton").isEnabled()
    assert len(server.requests_to(TOKEN)) == 1


@pytest.mark.case("TK-20")
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed_and_its_host_is_named(
    wired: WireShell, server: FakeAuthorizationServer, status: int
) -> None:
    wired.start_kept()

    with FakeHttpServer(answering(answer())) as other:
        server.script(TOKEN, Answer(b"", status, {"Location": f"{other.url}token"}))
        for button in ("refreshButton", "authorizeButton"):
            wired.act(button)
            assert wired.text("messageTitle") == (
                f"Practice server pointed to another address: 127.0.0.1:{other.port}"
            )

    assert other.connections == 0
    assert len(server.requests_to(TOKEN)) == 2


@pytest.mark.case("TK-22")
def test_a_wrong_secret_is_told_asked_for_nowhere_else_and_kept(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    wired.be_confidential()
    body = {"error": "invalid_client", "errors": [{"errorCode": "OAU-146"}]}
    server.script(TOKEN, Answer(body, 401, {"WWW-Authenticate": "Basic realm=x"}))
    kept = wired.start_kept()

    wired.refresh()

    assert "client ID or secret" in wired.text("messageTitle")
    assert len(server.requests_to(TOKEN)) == 1
    assert wired.core.vault.load_secret(wired.profile) == SECRET
    assert wired.kept == kept


@pytest.mark.case("TK-23")
def test_a_grant_that_is_over_signs_out_here_and_says_to_sign_in(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, refusal(400, "invalid_grant", "OAU-211"))
    wired.start_kept()

    wired.refresh()

    assert wired.kept is None
    assert wired.state.token is None
    assert "Sign in again" in wired.told
    assert len(server.requests_to(TOKEN)) == 1


@pytest.mark.case("TK-23")
def test_a_grant_that_is_over_is_not_while_the_keyring_holds_its_successor(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    kept = wired.start_kept()
    successor = replace(kept, access_token="SJC1next", refresh_token="SJC1next-refresh")
    server.script(TOKEN, refusal(400, "invalid_grant", "OAU-211"))
    server.on_token = lambda: wired.core.vault.save_token(wired.profile, successor)

    wired.refresh()

    assert wired.state.token is not None
    assert wired.state.token.refresh_token == "SJC1next-refresh"
    assert "Another window had already refreshed it." in wired.told
    assert len(server.requests_to(TOKEN)) == 1


@pytest.mark.case("TK-24", "TK-25")
@pytest.mark.parametrize("is_date", [False, True])
def test_a_pause_is_counted_down_and_no_request_is_made_in_it(
    wired: WireShell, server: FakeAuthorizationServer, *, is_date: bool
) -> None:
    there = wired.clock().wall + 5 * 3600  # the server's clock is wrong
    pause = formatdate(there + 120, usegmt=True) if is_date else "120"
    headers = {"Retry-After": pause, "Date": formatdate(there, usegmt=True)}
    server.script(TOKEN, Answer(b"", 429, headers), token_answer())
    kept = wired.start_kept()

    wired.refresh()

    assert wired.kept == kept
    for name in PAUSED:
        assert not wired.button(name).isEnabled()
        assert "wait 2 min" in wired.button(name).toolTip()
    wired.tick(77)
    assert "wait 43 s" in wired.button("refreshButton").toolTip()
    with pytest.raises(PauseNotOver):
        wired.core.authorizer.refresh(wired.profile, kept, wired.core.cancel)
    assert len(server.requests_to(TOKEN)) == 1
    wired.tick(43)
    wired.refresh()
    assert len(server.requests_to(TOKEN)) == 2


@pytest.mark.case("TK-26")
@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_broken_server_costs_no_token_and_no_code_is_sent_again(
    wired: WireShell, server: FakeAuthorizationServer, status: int
) -> None:
    server.script(TOKEN, Answer(b"<html>down</html>", status))
    kept = wired.start_kept()

    wired.refresh()
    assert wired.text("messageTitle") == "Practice server has a problem of its own"
    wired.tick(60)
    wired.act("authorizeButton")

    assert wired.text("messageTitle") == "Practice server has a problem of its own"
    assert wired.kept == kept
    assert wired.state.token is not None
    forms = [request.form for request in server.requests_to(TOKEN)]
    assert [form["grant_type"] for form in forms] == [
        "refresh_token",
        "authorization_code",
    ]


@pytest.mark.case("TK-30")
def test_an_error_wins_over_a_token_beside_it(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, token_answer(error="invalid_scope"))
    kept = wired.start_kept()

    wired.refresh()

    assert "HTTP 200 invalid_scope" in wired.text("messageDetails")
    assert wired.kept == kept


@pytest.mark.case("TK-31")
def test_the_servers_words_are_plain_and_cut(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    words = "<b>bold</b>\r\nnext \u202eback " + "x" * 5000
    body = {"error": "invalid_request", "error_description": words}
    server.script(TOKEN, Answer(body, 400))
    wired.start_kept()

    wired.refresh()

    details = wired.text("messageDetails")
    told = details.partition("“")[2].removesuffix("”")
    assert told.startswith("<b>bold</b> next \N{REPLACEMENT CHARACTER}back xxx")
    assert len(told) == 300
