from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import Settings
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


Switch = Callable[..., None]


@pytest.fixture
def switch(server: PracticeServer) -> Iterator[Switch]:
    """Changes settings of the file's server; after the test all is as before."""
    behaviour = server.world.behaviour

    # Fields have types of their own.
    def change(**changes: Any) -> None:  # noqa: ANN401 - see above
        behaviour.change(replace(behaviour.settings, **changes))

    yield change
    server.world.reset()
