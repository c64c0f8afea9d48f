from ringauth_gui.practice.apps import (
    REDIRECT_URIS,
)
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import CHALLENGE, Visitor, answer_of, ticket_of


def test_the_sign_in_page_comes_filled_in(visitor: Visitor) -> None:
    page = visitor.authorize()

    assert page.status_code == 200
    assert "Ada Practice · ext. 101" in page.text
    assert "Grace Practice · ext. 102" in page.text
    assert 'id="password" name="password" type="text" value="practice"' in page.text
    assert 'id="sign-in"' in page.text


def test_a_wrong_password_shows_the_page_again(visitor: Visitor) -> None:
    ticket = ticket_of(visitor.authorize())

    page = visitor.sign_in(ticket, who="102", password="wrong")

    assert "That was not the password." in page.text
    assert '<option value="102" selected>' in page.text
    assert ticket_of(page) == ticket


def test_an_unknown_person_cannot_sign_in(visitor: Visitor) -> None:
    page = visitor.sign_in(ticket_of(visitor.authorize()), who="999")

    assert 'id="authorize"' not in page.text


def test_the_access_request_says_who_asks_for_what(visitor: Visitor) -> None:
    page = visitor.sign_in(ticket_of(visitor.authorize()), who="102")

    assert "RingAuth practice public app asks to:" in page.text
    assert "You are Grace Practice, ext. 102." in page.text
    assert "<li>ReadCallLog</li>" in page.text
    assert f"The answer goes to {REDIRECT_URIS[0]}" in page.text
    assert 'id="deny"' in page.text


def test_authorize_sends_the_code_and_the_state_back(visitor: Visitor) -> None:
    state = "a&b=c#<>\r\nX: y"
    ticket = ticket_of(visitor.authorize(state=state))
    visitor.sign_in(ticket)

    redirect = visitor.consent(ticket)

    answer = answer_of(redirect)
    assert redirect.headers["Location"].startswith(f"{REDIRECT_URIS[0]}?code=U0pD")
    assert answer["state"] == state
    assert answer["expires_in"] == "60"
    assert len(answer["code"]) == 180


def test_deny_sends_access_denied_back(visitor: Visitor) -> None:
    ticket = ticket_of(visitor.authorize())
    visitor.sign_in(ticket)

    answer = answer_of(visitor.consent(ticket, "deny"))

    assert answer["error"] == "access_denied"
    assert answer["state"] == "the-state"
    assert "code" not in answer


def test_consent_without_a_ticket_is_refused(visitor: Visitor) -> None:
    page = visitor.consent("made-up")

    assert page.status_code == 400
    assert "This sign-in is over" in page.text


def test_consent_without_signing_in_is_refused(visitor: Visitor) -> None:
    assert visitor.consent(ticket_of(visitor.authorize())).status_code == 400


def test_signing_in_without_a_ticket_is_refused(visitor: Visitor) -> None:
    assert visitor.sign_in("").status_code == 400


def test_a_ticket_is_used_up_by_the_decision(visitor: Visitor) -> None:
    ticket = ticket_of(visitor.authorize())
    visitor.sign_in(ticket)
    visitor.consent(ticket)

    assert visitor.consent(ticket).status_code == 400
    assert visitor.sign_in(ticket).status_code == 400


def test_a_ticket_ends_after_ten_minutes(visitor: Visitor, clock: FakeClock) -> None:
    early = ticket_of(visitor.authorize())
    signed_in = ticket_of(visitor.authorize())
    visitor.sign_in(signed_in)
    clock.pass_seconds(600)

    assert visitor.sign_in(early).status_code == 400
    assert visitor.consent(signed_in).status_code == 400


def test_only_the_latest_hundred_requests_wait(visitor: Visitor) -> None:
    oldest = ticket_of(visitor.authorize())
    for _ in range(100):
        latest = ticket_of(visitor.authorize())

    assert visitor.sign_in(oldest).status_code == 400
    assert visitor.sign_in(latest).status_code == 200


def test_pages_cannot_be_kept_framed_or_scripted(visitor: Visitor) -> None:
    page = visitor.authorize()

    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script-src" not in policy
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "<script" not in page.text


def test_only_the_access_request_may_lead_to_the_app(visitor: Visitor) -> None:
    first = visitor.authorize()
    second = visitor.sign_in(ticket_of(first))

    target = "form-action 'self' http://localhost:27464"
    assert target not in first.headers["Content-Security-Policy"]
    assert target in second.headers["Content-Security-Policy"]


def test_the_challenge_and_the_state_are_in_no_page(visitor: Visitor) -> None:
    first = visitor.authorize()
    second = visitor.sign_in(ticket_of(first))

    for page in (first, second):
        assert CHALLENGE not in page.text
        assert "the-state" not in page.text


def test_the_front_page_tells_people_and_apps(visitor: Visitor) -> None:
    page = visitor.get("/")

    for text in (
        "Nothing here is RingCentral",
        "Ada Practice",
        "Grace Practice",
        "practice-confidential-app",
        "practice-secret",
        "practice-public-app",
        visitor.address,
        *REDIRECT_URIS,
    ):
        assert text in page.text


def test_the_stylesheet_is_served(visitor: Visitor) -> None:
    assert "prefers-color-scheme: dark" in visitor.get("/static/practice.css").text
