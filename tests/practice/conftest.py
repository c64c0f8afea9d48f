from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.world import World
from tests.practice.control_use import ControlUse
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import Visitor


@pytest.fixture(scope="module")
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="module")
def server(clock: FakeClock) -> Iterator[PracticeServer]:
    """A server for all tests of a file; its limits are out of the way."""
    settings = Settings(auth_limit=10_000, light_limit=10_000, medium_limit=10_000)
    with PracticeServer(0, settings, clock) as running:
        yield running


@pytest.fixture
def visitor(server: PracticeServer) -> Visitor:
    return Visitor(server.address)


@pytest.fixture
def control(server: PracticeServer) -> Iterator[ControlUse]:
    """Switches the file's server; after the test all is as before."""
    use = ControlUse(server.address)
    yield use
    use.send("POST", "reset")


Switch = Callable[..., None]


@pytest.fixture
def world(server: PracticeServer) -> Iterator[World]:
    """What the file's server holds; after the test all is as before."""
    yield server.world
    server.world.reset()


@pytest.fixture
def switch(world: World) -> Switch:
    """Changes settings of the file's server, for one test."""

    # Fields have types of their own.
    def change(**changes: Any) -> None:  # noqa: ANN401 - see above
        world.behaviour.change(replace(world.behaviour.settings, **changes))

    return change
