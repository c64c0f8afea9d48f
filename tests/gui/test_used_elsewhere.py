"""A token that another program may be using: RingAuth did not obtain it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QTextEdit

from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Refreshed
from tests.gui.reading import child
from tests.gui.shell import SUPPORT, Shell
from tests.gui.token_examples import token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

PASTED = token(
    obtained_here=False,
    expires_in=None,
    refresh_token_expires_in=None,
    owner_id=None,
    endpoint_id=None,
    scope=None,
)
OURS = Refreshed(token(access_token="SJC1new"), Keeping(lasting=True), ("New.",))


@pytest.fixture
def pasted(shell: Shell) -> Shell:
    shell.authorizer.outcomes["refresh"] = OURS
    shell.start_signed_in(kept=PASTED)
    return shell


def test_before_its_refresh_it_is_said_what_that_does_to_others(pasted: Shell) -> None:
    pasted.click("refreshButton")

    title = pasted.text("messageTitle")
    assert title == "Refresh a token that RingAuth did not obtain?"
    assert (
        "This ends the current access token; any other program using it will get 401."
    ) in pasted.text("messageText")
    assert "refresh" not in pasted.authorizer.calls


def test_who_knows_that_refreshes_anyway_and_is_not_asked_again(pasted: Shell) -> None:
    pasted.click("refreshButton")

    pasted.act("messageAction-refresh-anyway")

    assert pasted.text("messageTitle") == "Refreshed"
    pasted.act("refreshButton")
    assert pasted.authorizer.calls.count("refresh") == 2


def test_who_does_not_want_that_keeps_the_token(pasted: Shell) -> None:
    pasted.click("refreshButton")

    pasted.click("messageAction-dismiss")

    assert pasted.state.message is None
    assert pasted.text("refreshTokenField")
    assert "refresh" not in pasted.authorizer.calls


def test_it_is_never_refreshed_by_itself(shell: Shell) -> None:
    profile = replace(SUPPORT, auto_refresh=True)
    shell.start_signed_in(profile, replace(PASTED, expires_in=3600))

    shell.tick(3590)

    assert "refresh" not in shell.authorizer.calls
    assert shell.state.message is None


def test_its_ends_are_not_known_and_the_rows_say_why(pasted: Shell) -> None:
    assert "it was pasted, and does not tell its end" in _value(
        pasted, "accessExpiryValue"
    )
    assert "it was pasted" in _value(pasted, "refreshExpiryValue")


@pytest.mark.parametrize(
    ("kept", "reason"),
    [
        (token(refresh_token=None), "“Issue refresh tokens” is off by default"),
        (replace(PASTED, refresh_token=None), "No refresh token was pasted"),
    ],
)
def test_where_the_refresh_token_would_be_it_is_said_why_there_is_none(
    shell: Shell, kept: Token, reason: str
) -> None:
    shell.start_signed_in(kept=kept)

    assert reason in shell.text("noRefreshReason")


def _value(shell: Shell, name: str) -> str:
    return child(shell.window, QTextEdit, name).toPlainText()
