from dataclasses import replace
from urllib.parse import parse_qsl

import pytest

from ringauth_gui.practice.apps import PUBLIC_APP, REDIRECT_URIS
from ringauth_gui.practice.world import World
from tests.practice.conftest import Switch
from tests.practice.visitor import VERIFIER, Visitor, answer_of, code_of, ticket_of


def test_the_only_redirect_uri_may_be_left_out_twice(
    world: World, visitor: Visitor
) -> None:
    world.registry.replace_app(replace(PUBLIC_APP, redirect_uris=REDIRECT_URIS[:1]))
    ticket = ticket_of(visitor.authorize(redirect_uri=None))
    visitor.sign_in(ticket)
    redirect = visitor.consent(ticket)
    form = {
        "grant_type": "authorization_code",
        "client_id": PUBLIC_APP.client_id,
        "code": answer_of(redirect)["code"],
        "code_verifier": VERIFIER,
    }

    assert redirect.headers["Location"].startswith(REDIRECT_URIS[0])
    assert visitor.post("/restapi/oauth/token", form).status_code == 200


def test_the_only_redirect_uri_can_be_asked_for(
    world: World, visitor: Visitor, switch: Switch
) -> None:
    switch(redirect_uri_may_be_left_out=False)
    world.registry.replace_app(replace(PUBLIC_APP, redirect_uris=REDIRECT_URIS[:1]))

    assert code_of(visitor.authorize(redirect_uri=None)) == "OAU-109"


@pytest.mark.parametrize(
    "uri", ["http://localhost:50123/callback", "http://127.0.0.1/callback"]
)
def test_any_loopback_port_can_be_allowed(
    visitor: Visitor, switch: Switch, uri: str
) -> None:
    before = visitor.authorize(redirect_uri=uri)
    switch(any_loopback_port=True)

    assert code_of(before) == "OAU-109"
    assert visitor.authorize(redirect_uri=uri).status_code == 200


@pytest.mark.parametrize(
    "uri",
    [
        "http://localhost:50123/other",
        "http://[::1]:27464/callback",
        "https://localhost:27464/callback",
        "http://x@localhost:50123/callback",
        "http://localhost:99999/callback",
        "http://localhost:50123/callback#x",
        "http://localhost.evil.example:27464/callback",
        "http://[::1/callback",
    ],
)
def test_nothing_but_the_port_may_differ(
    visitor: Visitor, switch: Switch, uri: str
) -> None:
    switch(any_loopback_port=True)

    assert code_of(visitor.authorize(redirect_uri=uri)) == "OAU-109"


def test_a_redirect_uri_with_a_query_keeps_it(world: World, visitor: Visitor) -> None:
    uri = "http://localhost:27464/callback?tenant=a"
    world.registry.replace_app(replace(PUBLIC_APP, redirect_uris=(uri,)))

    location = visitor.authorize(redirect_uri=uri, prompt="none").headers["Location"]

    sent = dict(parse_qsl(location.partition("?")[2]))
    assert (sent["tenant"], sent["error"]) == ("a", "login_required")
