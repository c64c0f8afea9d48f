"""What the window makes of each answer that a browser brings, over real sockets."""

import pytest

from tests.fakes.fake_authorization_server import (
    TOKEN,
    FakeAuthorizationServer,
    refusal,
    token_answer,
)
from tests.gui.wire_shell import WireShell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

STANDARD = {
    "invalid_request": "Practice server did not understand the sign-in request",
    "unauthorized_client": "The app may not sign people in through the browser",
    "unsupported_response_type": (
        "Practice server does not offer the authorization code flow"
    ),
    "invalid_scope": "Practice server does not know a permission asked for",
    "server_error": "Practice server failed while signing you in",
    "temporarily_unavailable": ("Practice server cannot sign anyone in at the moment"),
}
MARKUP = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=1>',
    "{0}",
    "%s",
    "$error",
)


def answering(server: FakeAuthorizationServer, **members: str) -> None:
    """Have the browser bring ``members`` with the right state, and no code."""
    server.authorize = lambda asked: {"state": asked["state"], **members}


@pytest.mark.case("AR-05")
def test_a_refusal_ends_the_sign_in_and_changes_nothing(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    kept = wired.start_kept()
    answering(server, error="access_denied")

    wired.act("authorizeButton")

    assert wired.text("messageTitle") == "Access was refused in the browser"
    assert wired.text("messageDetails") == "access_denied"
    assert wired.kept == kept
    assert server.requests_to(TOKEN) == []
    assert "Not signed in" in wired.browser.page().body


@pytest.mark.case("AR-07")
@pytest.mark.parametrize("code", STANDARD)
def test_each_standard_error_has_a_sentence_of_its_own_and_its_code(
    wired: WireShell, server: FakeAuthorizationServer, code: str
) -> None:
    answering(server, error=code)

    wired.sign_in()

    assert wired.text("messageTitle") == STANDARD[code]
    assert code in wired.text("messageDetails")
    assert server.requests_to(TOKEN) == []
    assert wired.button("authorizeButton").isEnabled()


@pytest.mark.case("AR-08")
@pytest.mark.parametrize("code", ["", "   "])
def test_an_empty_code_is_told_as_a_malformed_answer(
    wired: WireShell, server: FakeAuthorizationServer, code: str
) -> None:
    answering(server, code=code)

    wired.sign_in()

    assert wired.text("messageTitle") == "The browser came back without a usable code"
    assert server.requests_to(TOKEN) == []


@pytest.mark.case("AR-12")
def test_a_code_that_was_too_old_is_told_once_and_not_tried_again(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, refusal(403, "invalid_grant", "OAU-108"))

    wired.sign_in()

    assert wired.text("messageTitle") == "The authorization code had expired"
    assert "invalid_grant" in wired.text("messageDetails")
    for _ in range(10):
        wired.tick(60)
        wired.wait_idle()
    assert len(server.requests_to(TOKEN)) == 1


@pytest.mark.case("AR-18")
def test_another_person_is_to_be_confirmed_before_the_old_tokens_are_replaced(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    kept = wired.start_kept()
    server.script(TOKEN, token_answer(owner_id="102"))

    wired.act("authorizeButton")

    assert wired.text("messageTitle") == "Another person signed in"
    assert wired.kept == kept
    wired.act("messageAction-adopt")
    assert wired.kept is not None
    assert wired.kept.owner_id == "102"


@pytest.mark.case("CB-18")
@pytest.mark.parametrize("description", MARKUP)
def test_markup_of_a_server_is_shown_as_it_is_and_is_on_no_page(
    wired: WireShell, server: FakeAuthorizationServer, description: str
) -> None:
    title = wired.window.windowTitle()
    answering(server, error="access_denied", error_description=description)

    wired.sign_in()

    assert description in wired.told
    assert wired.window.windowTitle() == title
    page = wired.browser.page().body
    assert description not in page
    assert "<title>Not signed in - RingAuth</title>" in page
