import pytest

from tests.practice.conftest import Switch
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import Visitor, code_of


@pytest.mark.parametrize(
    ("asked", "given"), [("0", 600), ("599", 600), ("900", 900), ("7200", 3600)]
)
def test_an_access_token_lives_as_asked_within_the_bounds(
    visitor: Visitor, clock: FakeClock, asked: str, given: int
) -> None:
    tokens = visitor.exchange(visitor.get_code(), access_token_ttl=asked).json()
    clock.pass_seconds(given - 1)
    in_time = visitor.call(tokens["access_token"])
    clock.pass_seconds(1)

    assert tokens["expires_in"] == given
    assert in_time.status_code == 200
    assert code_of(visitor.call(tokens["access_token"])) == "OAU-128"


@pytest.mark.parametrize(
    ("asked", "given"),
    [("60", 60), ("2592000", 2_592_000), ("9" * 40, 2_592_000)],
)
def test_a_refresh_token_lives_as_asked_up_to_thirty_days(
    visitor: Visitor, asked: str, given: int
) -> None:
    tokens = visitor.exchange(visitor.get_code(), refresh_token_ttl=asked).json()

    assert tokens["refresh_token_expires_in"] == given


def test_the_longest_refresh_token_can_be_seven_days(
    visitor: Visitor, switch: Switch
) -> None:
    switch(longest_refresh_token_lifetime=604_800)

    answer = visitor.exchange(visitor.get_code(), refresh_token_ttl="2592000")

    assert answer.json()["refresh_token_expires_in"] == 604_800


def test_asking_for_no_time_gives_no_refresh_token(visitor: Visitor) -> None:
    answer = visitor.exchange(visitor.get_code(), refresh_token_ttl="0").json()

    assert "refresh_token" not in answer
    assert "refresh_token_expires_in" not in answer


@pytest.mark.parametrize("value", ["soon", "-1", "1.5", "٣"])
def test_a_lifetime_that_is_no_number_is_cmn_101(visitor: Visitor, value: str) -> None:
    answer = visitor.exchange(visitor.get_code(), access_token_ttl=value)

    assert (answer.status_code, code_of(answer)) == (400, "CMN-101")
    assert "[access_token_ttl]" in answer.json()["error_description"]


def test_each_refresh_asks_anew(visitor: Visitor) -> None:
    tokens = visitor.exchange(visitor.get_code(), access_token_ttl="600").json()

    usual = visitor.refresh(tokens["refresh_token"]).json()
    short = visitor.refresh(usual["refresh_token"], access_token_ttl="700").json()

    assert usual["expires_in"] == 3600
    assert short["expires_in"] == 700


def test_a_changed_setting_holds_for_new_tokens_only(
    visitor: Visitor, switch: Switch, clock: FakeClock
) -> None:
    old = visitor.get_tokens()
    switch(access_token_lifetime=5)
    new = visitor.exchange(visitor.get_code()).json()
    clock.pass_seconds(5)

    assert new["expires_in"] == 5
    assert visitor.call(old["access_token"]).status_code == 200
    assert code_of(visitor.call(new["access_token"])) == "OAU-128"


def test_members_can_be_absent_or_spelled_otherwise(
    visitor: Visitor, switch: Switch
) -> None:
    switch(
        token_type="Bearer",
        session_id_present=False,
        owner_id_present=False,
        endpoint_id_present=False,
        one_second_less=True,
        numbers_as_strings=True,
    )

    answer = visitor.exchange(visitor.get_code()).json()

    assert answer.pop("access_token")
    assert answer.pop("refresh_token")
    assert answer == {
        "token_type": "Bearer",
        "expires_in": "3599",
        "refresh_token_expires_in": "604799",
        "scope": "ReadAccounts ReadCallLog SMS RingOut",
    }
