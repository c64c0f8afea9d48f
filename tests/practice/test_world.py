from dataclasses import replace

from ringauth_gui.practice.apps import PUBLIC_APP
from ringauth_gui.practice.people import ADA
from ringauth_gui.practice.rate_limit import Group
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.world import World
from tests.practice.fake_clock import FakeClock
from tests.practice.sign_ins import start
from tests.practice.visitor import Visitor, code_of


def test_a_reset_undoes_every_change_and_ends_no_session() -> None:
    world = World(Settings(code_lifetime=30), FakeClock())
    issued = start(world.rules)
    world.behaviour.change(Settings(code_lifetime=1))
    world.registry.replace_app(replace(PUBLIC_APP, name="Another"))
    world.limits.start_penalty(PUBLIC_APP.client_id)

    world.reset()

    assert world.behaviour.settings.code_lifetime == 30
    assert world.registry.find_app(PUBLIC_APP.client_id) is PUBLIC_APP
    assert world.limits.count(Group.AUTH, PUBLIC_APP.client_id).retry_after is None
    assert world.rules.use(issued.access_token).person is ADA


def test_a_running_server_follows_a_change_at_once(
    world: World, visitor: Visitor
) -> None:
    refresh_token = visitor.get_tokens()["refresh_token"]
    world.registry.replace_app(replace(PUBLIC_APP, client_secret="now-it-has"))

    answer = visitor.refresh(refresh_token)

    assert code_of(answer) == "OAU-123"


def test_an_app_without_refresh_tokens_gets_none_in_the_answer(
    world: World, visitor: Visitor
) -> None:
    world.registry.replace_app(replace(PUBLIC_APP, issues_refresh_tokens=False))

    tokens = visitor.get_tokens()

    assert "refresh_token" not in tokens
    assert "refresh_token_expires_in" not in tokens
