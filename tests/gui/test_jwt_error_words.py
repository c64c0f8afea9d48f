"""What is said when a JWT credential does not bring a token."""

import dataclasses

import pytest

from ringauth_gui import errors
from ringauth_gui.errors import Refusal
from ringauth_gui.gui.error_context import MessageContext
from ringauth_gui.gui.error_messages import message_for
from ringauth_gui.gui.message import Message
from tests.gui.error_examples import CONTEXT

BY_JWT = dataclasses.replace(CONTEXT, uses_jwt=True)


def _message(
    context: MessageContext, *codes: str, error: str = "invalid_request"
) -> Message:
    refusal = Refusal(status=400, error=error, codes=codes)
    kind = (
        errors.GrantNoLongerValid
        if error == "invalid_grant"
        else errors.TokenRequestRefused
    )
    return message_for(kind(refusal), context)


def _keys(message: Message) -> list[str]:
    return [action.key for action in message.actions]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("OAU-112", "The app is not set up for JWT sign-in"),
        ("OAU-125", "The app is not set up for JWT sign-in"),
        ("OAU-149", "RingCentral cannot read the JWT credential"),
        ("OAU-210", "The JWT credential has expired"),
        ("OAU-211", "The JWT credential was revoked"),
        ("OAU-213", "RingCentral does not know this JWT credential"),
        ("OAU-251", "The app is not set up for JWT sign-in"),
        ("OAU-473", "This app may not use the JWT credential"),
    ],
)
def test_a_code_speaks_of_the_credential(code: str, title: str) -> None:
    assert _message(BY_JWT, code).title == title


def test_an_app_that_is_not_on_the_list_is_told_where_to_add_it() -> None:
    message = _message(BY_JWT, "OAU-473")

    assert "add this client ID to it" in message.advice
    assert _keys(message) == ["authorize", "enter-credential"]
    assert "OAU-473" in message.details


def test_a_refused_grant_without_a_code_is_the_credential_not_a_code() -> None:
    message = _message(BY_JWT, error="invalid_grant")

    assert message.title == "RingCentral did not accept the JWT credential"
    assert _keys(message) == ["enter-credential"]


def test_a_refresh_afterwards_speaks_of_the_refresh_token() -> None:
    refreshing = dataclasses.replace(BY_JWT, doing="refresh")

    assert _message(refreshing, "OAU-210", error="invalid_grant").title == (
        "The refresh token has expired"
    )


def test_a_sign_in_through_the_browser_speaks_of_its_own_flow() -> None:
    message = _message(CONTEXT, "OAU-251", error="unauthorized_client")

    assert "3-legged" in message.advice


def test_a_missing_credential_is_asked_for_where_it_is_entered() -> None:
    message = message_for(
        errors.CredentialUnusable("It is not in the keyring."), BY_JWT
    )

    assert message.title == "The JWT credential cannot be used"
    assert message.advice == "It is not in the keyring."
    assert _keys(message) == ["enter-credential"]
