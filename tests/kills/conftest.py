from collections.abc import Callable, Iterator
from itertools import count

import pytest

from ringauth_gui.practice.apps import PUBLIC_APP
from tests.fakes.core import new_profile
from tests.kills.computer import Computer, SharedClock
from tests.kills.file_keyring import Manner
from tests.kills.practice_process import (
    UNFORGIVING,
    PracticeProcess,
    practice_process,
)

NewComputer = Callable[..., Computer]


@pytest.fixture(scope="session")
def practice() -> Iterator[PracticeProcess]:
    """A server that tolerates a repeated refresh token, as RingCentral does."""
    with practice_process() as running:
        yield running


@pytest.fixture(scope="session")
def unforgiving() -> Iterator[PracticeProcess]:
    """A server that does not."""
    with practice_process(UNFORGIVING) as running:
        yield running


@pytest.fixture(scope="session")
def new_computer(tmp_path_factory: pytest.TempPathFactory) -> NewComputer:
    """Makes a computer on which nobody is signed in."""
    folder, numbers = tmp_path_factory.mktemp("computers"), count()

    def make(
        practice: PracticeProcess,
        manner: Manner = Manner.AT_ONCE,
        *,
        auto_refresh: bool = False,
    ) -> Computer:
        own = folder / str(next(numbers))
        own.mkdir()
        clock = SharedClock(own / "clock")
        clock.advance(0)
        profile = new_profile(
            client_id=PUBLIC_APP.client_id,
            redirect_uris=(practice.redirect_uri,),
            auto_refresh=auto_refresh,
        )
        return Computer(own, practice.address, profile, clock, manner)

    return make
