"""A browser that stays signed in, where the settings have it."""

from dataclasses import replace

import pytest
import requests
from typing_extensions import override

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, SCOPES
from ringauth_gui.practice.people import ADA
from ringauth_gui.practice.world import World
from tests.practice.conftest import Switch
from tests.practice.visitor import Fields, Visitor, answer_of, ticket_of


class KeepingVisitor(Visitor):
    """A visitor whose browser keeps cookies."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.session = requests.Session()

    @override
    def get(
        self,
        path: str,
        parameters: Fields | None = None,
        headers: dict[str, str] | None = None,
    ) -> requests.Response:
        return self.session.get(
            self.address + path,
            params=parameters,
            headers=headers,
            allow_redirects=False,
            timeout=10,
        )

    @override
    def post(
        self,
        path: str,
        form: Fields | str,
        headers: dict[str, str] | None = None,
        basic: tuple[str, str] | None = None,
    ) -> requests.Response:
        return self.session.post(
            self.address + path,
            data=form,
            headers=headers,
            auth=basic,
            allow_redirects=False,
            timeout=10,
        )


@pytest.fixture
def browser(visitor: Visitor, switch: Switch) -> KeepingVisitor:
    """Return a browser in which Grace has signed in, and allowed the public app."""
    switch(browser_stays_signed_in=True)
    browser = KeepingVisitor(visitor.address)
    browser.get_code("102")
    return browser


def is_sign_in(page: requests.Response) -> bool:
    return 'id="sign-in"' in page.text


def error_of(redirect: requests.Response) -> str:
    return answer_of(redirect)["error"]


def test_by_default_no_browser_is_remembered(visitor: Visitor) -> None:
    browser = KeepingVisitor(visitor.address)

    browser.get_code("102")

    assert not browser.session.cookies
    assert is_sign_in(browser.authorize())
    assert "Sign out" not in browser.get("/").text


def test_who_has_signed_in_goes_straight_to_the_access_request(
    browser: KeepingVisitor,
) -> None:
    page = browser.authorize()

    assert "You are Grace Practice, ext. 102." in page.text
    tokens = browser.exchange(answer_of(browser.consent(ticket_of(page)))["code"])
    assert tokens.json()["owner_id"] == "9007199254740993"


def test_the_cookie_is_for_the_pages_only_and_says_nothing(
    browser: KeepingVisitor,
) -> None:
    page = browser.authorize(prompt="login")

    signed_in = browser.sign_in(ticket_of(page), who="101")

    name, _, rest = signed_in.headers["Set-Cookie"].partition("=")
    assert name == "practice_browser"
    assert len(rest.partition(";")[0]) >= 43
    assert "HttpOnly" in rest
    assert "SameSite=Lax" in rest


def test_another_browser_is_asked(browser: KeepingVisitor, visitor: Visitor) -> None:
    assert is_sign_in(visitor.authorize())
    assert not is_sign_in(browser.authorize())


@pytest.mark.parametrize("prompt", ["login", "login sso consent"])
def test_prompt_login_asks_again_and_another_person_can_sign_in(
    browser: KeepingVisitor, prompt: str
) -> None:
    page = browser.authorize(prompt=prompt)

    browser.sign_in(ticket_of(page), who="101")

    assert is_sign_in(page)
    assert "You are Ada Practice" in browser.authorize().text


def test_a_new_sign_in_makes_the_earlier_key_worthless(browser: KeepingVisitor) -> None:
    thief = KeepingVisitor(browser.address)
    thief.session.cookies.update(browser.session.cookies)
    browser.sign_in(ticket_of(browser.authorize(prompt="login")), who="101")

    assert is_sign_in(thief.authorize())


def test_prompt_none_answers_at_once_for_an_app_that_was_allowed(
    browser: KeepingVisitor,
) -> None:
    answer = answer_of(browser.authorize(prompt="none"))

    assert answer["state"] == "the-state"
    assert browser.exchange(answer["code"]).status_code == 200


def test_prompt_none_needs_an_app_that_was_allowed(browser: KeepingVisitor) -> None:
    redirect = browser.authorize(prompt="none", client_id=CONFIDENTIAL_APP.client_id)

    assert error_of(redirect) == "interaction_required"


def test_prompt_none_needs_every_scope_to_have_been_allowed(
    visitor: Visitor, switch: Switch
) -> None:
    switch(browser_stays_signed_in=True)
    browser = KeepingVisitor(visitor.address)
    app = CONFIDENTIAL_APP.client_id
    browser.get_code("101", client_id=app, scope=SCOPES[0])

    same = browser.authorize(prompt="none", client_id=app, scope=SCOPES[0])
    more = browser.authorize(prompt="none", client_id=app, scope=" ".join(SCOPES))

    assert "code" in answer_of(same)
    assert error_of(more) == "interaction_required"


def test_denying_allows_nothing(browser: KeepingVisitor, world: World) -> None:
    registry = world.registry
    registry.replace_app(replace(CONFIDENTIAL_APP, client_id="denied-app"))
    page = browser.authorize(client_id="denied-app")

    browser.consent(ticket_of(page), "deny")

    redirect = browser.authorize(prompt="none", client_id="denied-app")
    assert error_of(redirect) == "interaction_required"


@pytest.mark.parametrize("key", ["", "made-up"])
def test_a_made_up_key_is_nobodys(browser: KeepingVisitor, key: str) -> None:
    browser.session.cookies.clear()
    browser.session.cookies.set("practice_browser", key)

    assert is_sign_in(browser.authorize())
    assert error_of(browser.authorize(prompt="none")) == "login_required"


def test_a_person_who_was_disabled_is_not_signed_in_any_more(
    visitor: Visitor, switch: Switch, world: World
) -> None:
    switch(browser_stays_signed_in=True)
    browser = KeepingVisitor(visitor.address)
    browser.get_code("101")
    world.registry.replace_person(replace(ADA, is_enabled=False))

    assert is_sign_in(browser.authorize())


def test_the_front_page_signs_the_browser_out(browser: KeepingVisitor) -> None:
    before = browser.get("/").text

    answer = browser.post("/sign-out", {})

    assert "Grace Practice, ext. 102, is signed in in this browser." in before
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert not browser.session.cookies
    assert "is signed in in this browser" not in browser.get("/").text
    assert is_sign_in(browser.authorize())


def test_signing_out_ends_no_apps_session(browser: KeepingVisitor) -> None:
    code = answer_of(browser.authorize(prompt="none"))["code"]
    token = browser.exchange(code).json()["access_token"]

    browser.post("/sign-out", {})

    assert browser.call(token).status_code == 200


def test_no_more_than_a_hundred_browsers_are_remembered(
    browser: KeepingVisitor, world: World
) -> None:
    for _ in range(100):
        world.browsers.start(ADA)

    assert is_sign_in(browser.authorize())
