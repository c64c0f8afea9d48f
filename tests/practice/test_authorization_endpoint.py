import pytest

from ringauth_gui.practice.apps import (
    CONFIDENTIAL_APP,
    JWT_ONLY_APP,
    PUBLIC_APP,
    REDIRECT_URIS,
)
from tests.practice.visitor import Visitor, answer_of, code_of

AS_BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"client_id": "nobody"}, 400, "OAU-153"),
        ({"client_id": None}, 400, "OAU-153"),
        ({"redirect_uri": REDIRECT_URIS[0] + "/"}, 400, "OAU-109"),
        ({"redirect_uri": None}, 400, "OAU-109"),
        ({"client_id": JWT_ONLY_APP.client_id}, 403, "OAU-113"),
    ],
)
def test_a_wrong_client_id_or_redirect_uri_never_redirects(
    visitor: Visitor, changes: dict[str, str | None], status: int, code: str
) -> None:
    answer = visitor.authorize(None, **changes)

    assert (answer.status_code, code_of(answer)) == (status, code)
    assert "Location" not in answer.headers


def test_a_browser_gets_the_refusal_as_a_page(visitor: Visitor) -> None:
    page = visitor.authorize(AS_BROWSER, redirect_uri="http://evil.example/")

    assert page.status_code == 400
    assert page.headers["Content-Type"].startswith("text/html")
    assert "OAU-109" in page.text
    assert "Redirect URIs do not match" in page.text


def test_what_comes_from_outside_is_escaped(visitor: Visitor) -> None:
    page = visitor.authorize(AS_BROWSER, client_id="<script>x</script>")

    assert "<script>" not in page.text
    assert "&lt;script&gt;" in page.text


def test_a_parameter_sent_twice_is_oau_111_and_never_redirects(
    visitor: Visitor,
) -> None:
    parameters = [
        ("client_id", PUBLIC_APP.client_id),
        ("redirect_uri", REDIRECT_URIS[0]),
        ("state", "a"),
        ("state", "b"),
    ]

    answer = visitor.get("/restapi/oauth/authorize", parameters)

    assert (answer.status_code, code_of(answer)) == (400, "OAU-111")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"response_type": None}, "invalid_request"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "ReadAccounts Everything"}, "invalid_scope"),
        ({"prompt": "none"}, "login_required"),
        ({"code_challenge": None}, "invalid_request"),
        ({"code_challenge": "short"}, "invalid_request"),
        ({"code_challenge_method": "S512"}, "invalid_request"),
    ],
)
def test_any_other_mistake_is_told_to_the_app(
    visitor: Visitor, changes: dict[str, str | None], error: str
) -> None:
    answer = answer_of(visitor.authorize(None, **changes))

    assert answer["error"] == error
    assert answer["state"] == "the-state"
    assert answer["error_description"]


def test_the_public_app_must_use_pkce(visitor: Visitor) -> None:
    without = {"code_challenge": None, "code_challenge_method": None}

    public = visitor.authorize(None, **without)
    confidential = visitor.authorize(
        None, **without, client_id=CONFIDENTIAL_APP.client_id
    )

    assert answer_of(public)["error"] == "invalid_request"
    assert confidential.status_code == 200


def test_an_answer_without_a_state_has_none(visitor: Visitor) -> None:
    assert "state" not in answer_of(visitor.authorize(state=None, prompt="none"))
