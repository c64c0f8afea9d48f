"""What scenes do to apps, people, sessions and limits."""

import secrets
from collections.abc import Callable
from dataclasses import replace

from ringauth_gui.practice.people import GRACE
from ringauth_gui.practice.session_summary import Ending
from ringauth_gui.practice.world import World


def rotate_secrets(world: World) -> None:
    """Give every app that has a secret another one."""
    for app in world.registry.apps:
        if not app.is_public:
            rotated = replace(app, client_secret=secrets.token_urlsafe(24))
            world.registry.replace_app(rotated)


def stop_refresh_tokens(world: World) -> None:
    """Switch "Issue refresh tokens" off for every app."""
    for app in world.registry.apps:
        world.registry.replace_app(replace(app, issues_refresh_tokens=False))


def end_all_sessions(world: World) -> None:
    """End every session, as an administrator can."""
    world.rules.end_sessions(Ending.REVOKED)


def crowd_out(world: World) -> None:
    """Sign everybody in elsewhere, as often as it takes to end what is open."""
    world.rules.crowd_out()


def start_penalties(world: World) -> None:
    """Refuse every app's authentication calls from now on."""
    for app in world.registry.apps:
        world.limits.start_penalty(app.client_id)


def disable_people(world: World) -> None:
    """Switch every person off."""
    for person in world.registry.people:
        world.registry.replace_person(replace(person, is_enabled=False))


def hand_browser_to_grace(world: World) -> None:
    """Have Grace be the last who signed in in the browser."""
    world.browsers.hand_over(GRACE)


def take_permission(permission: str) -> Callable[[World], None]:
    """Return the act that takes a permission from everybody."""

    def take(world: World) -> None:
        for person in world.registry.people:
            left = tuple(one for one in person.permissions if one != permission)
            world.registry.replace_person(replace(person, permissions=left))

    return take
