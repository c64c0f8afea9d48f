from dataclasses import replace

import pytest

from ringauth_gui.practice.apps import PUBLIC_APP, REDIRECT_URIS
from ringauth_gui.practice.choices import (
    ScopeAtAuthorize,
    SignInError,
    WrongBrand,
)
from ringauth_gui.practice.world import World
from ringauth_gui.ringcentral.error_codes import explanations
from tests.practice.conftest import Switch
from tests.practice.test_authorization_endpoint import AS_BROWSER
from tests.practice.visitor import CHALLENGE, Visitor, answer_of, code_of, ticket_of


@pytest.mark.parametrize("prompt", ["login", "login sso", "login sso consent", ""])
def test_a_prompt_with_login_shows_the_sign_in_page(
    visitor: Visitor, prompt: str
) -> None:
    assert 'id="sign-in"' in visitor.authorize(prompt=prompt).text


@pytest.mark.parametrize("prompt", ["consent", "sso", "sso consent"])
def test_a_prompt_without_login_ends_on_a_page(visitor: Visitor, prompt: str) -> None:
    page = visitor.authorize(AS_BROWSER, prompt=prompt)

    assert page.status_code == 400
    assert "API_ERROR_208" in page.text
    assert "Location" not in page.headers


@pytest.mark.parametrize("prompt", ["none login", "register"])
def test_a_prompt_that_is_not_known_is_told_to_the_app(
    visitor: Visitor, prompt: str
) -> None:
    answer = answer_of(visitor.authorize(prompt=prompt))

    assert answer["error"] == "invalid_request"
    assert answer["error_description"] == "Parameter [prompt] is invalid"


@pytest.mark.parametrize("display", ["page", "popup", "touch", "mobile"])
def test_every_documented_display_is_taken(visitor: Visitor, display: str) -> None:
    assert visitor.authorize(display=display, ui_locales="fr-CA en").status_code == 200


def test_another_display_is_told_to_the_app(visitor: Visitor) -> None:
    assert answer_of(visitor.authorize(display="wall"))["error"] == "invalid_request"


@pytest.mark.parametrize("name", ["request", "request_uri"])
def test_a_request_in_a_jwt_is_not_supported(visitor: Visitor, name: str) -> None:
    answer = answer_of(
        visitor.authorize(None, **{name: "https://client.example/request"})
    )

    assert answer["error"] == f"{name}_not_supported"


@pytest.mark.parametrize("hint", ["102", "grace@practice.example", " GRACE practice "])
def test_a_login_hint_chooses_the_person(visitor: Visitor, hint: str) -> None:
    page = visitor.authorize(login_hint=hint)

    assert '<option value="102" selected>' in page.text


def test_a_login_hint_of_nobody_chooses_nobody(visitor: Visitor) -> None:
    assert " selected" not in visitor.authorize(login_hint="<b>x</b>").text


def test_discovery_is_not_offered(visitor: Visitor) -> None:
    ticket = ticket_of(visitor.authorize(discovery="true"))
    visitor.sign_in(ticket)

    assert set(answer_of(visitor.consent(ticket))) == {"code", "state", "expires_in"}


def test_the_brand_of_the_account_is_taken(visitor: Visitor) -> None:
    assert visitor.authorize(brand_id="1210").status_code == 200


def test_another_brand_is_told_to_the_app(visitor: Visitor) -> None:
    answer = answer_of(visitor.authorize(brand_id="3420"))

    assert answer["error"] == "invalid_request"
    assert answer["error_description"] == "Parameter [brandId] is invalid"


def test_another_brand_can_end_on_a_page(visitor: Visitor, switch: Switch) -> None:
    switch(wrong_brand=WrongBrand.SHOWS_PAGE)

    answer = visitor.authorize(brand_id="3420")

    assert (answer.status_code, code_of(answer)) == (403, "OAU-101")


def test_another_brand_can_be_ignored(visitor: Visitor, switch: Switch) -> None:
    switch(wrong_brand=WrongBrand.IS_IGNORED)

    assert visitor.authorize(brand_id="3420").status_code == 200


def test_scope_can_be_ignored(visitor: Visitor, switch: Switch) -> None:
    switch(scope_at_authorize=ScopeAtAuthorize.IGNORED)

    tokens = visitor.get_tokens(scope="Everything SMS")

    assert tokens["scope"] == " ".join(PUBLIC_APP.scopes)


def test_a_long_state_can_be_refused(visitor: Visitor, switch: Switch) -> None:
    switch(longest_state=64)

    assert visitor.authorize(state="s" * 64).status_code == 200
    assert answer_of(visitor.authorize(state="s" * 65))["error"] == "invalid_request"


def test_the_request_may_come_as_a_form_or_not(
    visitor: Visitor, switch: Switch
) -> None:
    form = {
        "response_type": "code",
        "client_id": PUBLIC_APP.client_id,
        "redirect_uri": REDIRECT_URIS[0],
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    }
    taken = visitor.post("/restapi/oauth/authorize", form)
    switch(authorize_takes_post=False)

    refused = visitor.post("/restapi/oauth/authorize", form)

    assert ticket_of(taken)
    assert (refused.status_code, refused.headers["Allow"]) == (405, "GET")


def test_the_issuer_comes_with_the_answer_where_it_is_announced(
    visitor: Visitor, switch: Switch
) -> None:
    switch(iss_in_answer=True)
    ticket = ticket_of(visitor.authorize())
    visitor.sign_in(ticket)

    answer = answer_of(visitor.consent(ticket))
    refusal = answer_of(visitor.authorize(prompt="none"))

    metadata = visitor.get("/.well-known/openid-configuration").json()
    assert metadata["authorization_response_iss_parameter_supported"] is True
    assert answer["iss"] == refusal["iss"] == metadata["issuer"]


def test_no_issuer_is_announced_by_default(visitor: Visitor) -> None:
    metadata = visitor.get("/.well-known/openid-configuration").json()

    assert "authorization_response_iss_parameter_supported" not in metadata
    assert "iss" not in answer_of(visitor.authorize(prompt="none"))


def test_the_description_can_be_encoded_twice(visitor: Visitor, switch: Switch) -> None:
    switch(description_encoded_twice=True)
    ticket = ticket_of(visitor.authorize())
    visitor.sign_in(ticket)

    redirect = visitor.consent(ticket, "deny")

    assert "The%2Buser%2Bdenied%2Baccess" in redirect.headers["Location"]
    assert answer_of(redirect)["state"] == "the-state"


@pytest.mark.parametrize(
    "error", [error for error in SignInError if error is not SignInError.NONE]
)
def test_every_sign_in_can_end_with_an_error(
    visitor: Visitor, switch: Switch, error: SignInError
) -> None:
    switch(sign_in_error=error)

    answer = answer_of(visitor.authorize(state="s"))

    assert (answer["error"], answer["state"]) == (error.value, "s")
    assert explanations(answer["error"])


def test_who_is_disabled_is_told_so_and_cannot_go_on(
    world: World, visitor: Visitor
) -> None:
    ada = world.registry.find_person("101")
    assert ada is not None
    world.registry.replace_person(replace(ada, is_enabled=False))
    ticket = ticket_of(visitor.authorize())

    page = visitor.sign_in(ticket)

    assert "This user is disabled and cannot sign in (OAU-141)." in page.text
    assert visitor.consent(ticket).status_code == 400
