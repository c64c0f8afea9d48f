"""Everything that the practice server knows; may be changed while it serves."""

from collections.abc import Callable, Iterable

from ringauth_gui.practice.apps import APPS, App
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.browser_sessions import BrowserSessions
from ringauth_gui.practice.rate_limit import RateLimits
from ringauth_gui.practice.registry import Registry
from ringauth_gui.practice.rules import Rules
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.tickets import Tickets


class World:
    """What one practice server holds in memory; no HTTP.

    Attributes:
        clock: Returns wall seconds.
        behaviour: The settings in force.
        registry: The apps and the people.
        rules: The codes and the sessions.
        limits: The calls of the last minute, and the penalties.
        tickets: The sign-ins that are under way in a browser.
        browsers: Who is signed in in which browser.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], float],
        apps: Iterable[App] = APPS,
    ) -> None:
        """Begin with these apps, and nobody signed in."""
        self.clock = clock
        self.behaviour = Behaviour(settings)
        self.registry = Registry(apps)
        self.rules = Rules(self.behaviour, self.registry, clock)
        self.limits = RateLimits(self.behaviour, clock)
        self.tickets = Tickets(self.behaviour, clock)
        self.browsers = BrowserSessions(self.registry)

    def reset(self) -> None:
        """Behave as at the start, with the first apps and people and no penalties.

        Sessions go on: who is signed in stays so.
        """
        self.behaviour.reset()
        self.registry.reset()
        self.limits.reset()
        self.browsers.hand_over(None)
