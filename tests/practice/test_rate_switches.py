from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
import requests

from ringauth_gui.practice.apps import PUBLIC_APP
from ringauth_gui.practice.choices import CountedBy, RetryAfter
from ringauth_gui.practice.server import PracticeServer
from tests.practice.conftest import Switch
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import BASIC, Visitor, code_of

TOKEN = "/restapi/oauth/token"
REFRESH: dict[str, str] = {"grant_type": "refresh_token", "refresh_token": "none"}


@pytest.fixture
def strict(clock: FakeClock) -> Iterator[PracticeServer]:
    """A server with its usual limits."""
    with PracticeServer(0, clock=clock) as running:
        yield running


@pytest.fixture
def visitor(strict: PracticeServer) -> Visitor:
    return Visitor(strict.address)


@pytest.fixture
def switch(strict: PracticeServer) -> Switch:
    behaviour = strict.world.behaviour

    def change(**changes: Any) -> None:  # noqa: ANN401 - fields have types of their own
        behaviour.change(replace(behaviour.settings, **changes))

    return change


def remaining(answer: requests.Response) -> int:
    return int(answer.headers["X-Rate-Limit-Remaining"])


def test_calls_can_be_counted_by_person_too(visitor: Visitor, switch: Switch) -> None:
    switch(auth_counted_by=CountedBy.CLIENT_AND_PERSON)
    ada, grace = visitor.get_tokens(), visitor.get_tokens(who="102")

    of_ada = visitor.refresh(ada["refresh_token"])
    of_grace = visitor.refresh(grace["refresh_token"])
    of_nobody = visitor.refresh("made-up")

    assert [remaining(one) for one in (of_ada, of_grace, of_nobody)] == [3, 3, 4]


def test_all_apps_can_be_counted_together(visitor: Visitor, switch: Switch) -> None:
    switch(auth_counted_by=CountedBy.ACCOUNT)
    visitor.refresh("none")

    answer = visitor.post(TOKEN, REFRESH, basic=BASIC)

    assert remaining(answer) == 3


def test_opening_the_sign_in_page_can_count(visitor: Visitor, switch: Switch) -> None:
    visitor.authorize()
    switch(authorize_counts=True)
    for _ in range(5):
        visitor.authorize()

    answer = visitor.authorize()

    assert (answer.status_code, code_of(answer)) == (429, "CMN-301")
    assert visitor.refresh("none").status_code == 429


def test_the_headers_can_be_absent(visitor: Visitor, switch: Switch) -> None:
    switch(rate_limit_headers=False)

    answer = visitor.refresh("none")

    assert not [name for name in answer.headers if name.startswith("X-Rate")]


@pytest.mark.parametrize("form", list(RetryAfter))
def test_retry_after_comes_in_seconds_as_a_date_or_not_at_all(
    strict: PracticeServer,
    visitor: Visitor,
    switch: Switch,
    clock: FakeClock,
    form: RetryAfter,
) -> None:
    switch(retry_after=form)
    strict.world.limits.start_penalty(PUBLIC_APP.client_id)

    told = visitor.refresh("none").headers.get("Retry-After")

    if form is RetryAfter.ABSENT:
        assert told is None
    elif form is RetryAfter.SECONDS:
        assert told == "60"
    else:
        date = parsedate_to_datetime(str(told))
        assert date.timestamp() == int(clock.now) + 60
