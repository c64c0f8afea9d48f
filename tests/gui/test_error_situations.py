"""Errors in situations that change what is said of them."""

import dataclasses
from typing import get_args

import pytest

from ringauth_gui import errors
from ringauth_gui.errors import Refusal, RingAuthError
from ringauth_gui.gui.error_context import Doing
from ringauth_gui.gui.error_messages import message_for
from ringauth_gui.gui.message import MessageKind
from ringauth_gui.process_name import PROCESS_NAME
from ringauth_gui.storage.token_store import KeyringIsLocked
from tests.gui.error_examples import CONTEXT, REDIRECT_URI, doing_now, example


def test_a_busy_port_names_the_program_and_offers_the_next_uri() -> None:
    context = dataclasses.replace(
        CONTEXT, next_redirect_uri="http://localhost:27465/callback"
    )

    message = message_for(
        errors.RedirectPortBusy(REDIRECT_URI, 27464, "python3"), context
    )

    assert message.title == "Port 27464 is taken by python3"
    assert message.actions[0].key == "use-next-redirect-uri"
    assert message.actions[0].text == "Use http://localhost:27465/callback"


def test_a_port_that_another_sign_in_of_ours_has_is_no_reason_to_close_a_program() -> (
    None
):
    message = message_for(
        errors.RedirectPortBusy(REDIRECT_URI, 27464, PROCESS_NAME), CONTEXT
    )

    assert message.title == "Port 27464 is taken by another sign-in of RingAuth"
    assert "Finish or cancel that sign-in, or use another" in message.advice


def test_a_busy_port_offers_no_next_uri_where_there_is_none() -> None:
    message = message_for(errors.RedirectPortBusy(REDIRECT_URI, 27464, None), CONTEXT)

    assert message.title == "Port 27464 is taken by another program"
    assert "use-next-redirect-uri" not in [action.key for action in message.actions]


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(120.0, "2 min"), (None, "30 s"), (99999.0, "1 h"), (0.0, "1 s")],
)
def test_too_many_requests_say_how_long_to_wait(
    seconds: float | None, shown: str
) -> None:
    refusal = Refusal(status=429, codes=("CMN-301",), retry_after=seconds)

    message = message_for(errors.RateLimited(refusal), doing_now("refresh"))

    assert f"Wait {shown} before the next try." in message.advice
    assert message.kind is MessageKind.WARNING
    assert "try-again" not in [action.key for action in message.actions]


def test_a_refused_refresh_token_of_the_practice_server_tells_of_its_memory() -> None:
    context = dataclasses.replace(doing_now("refresh"), is_practice=True)
    error = errors.GrantNoLongerValid(Refusal(400, "invalid_grant", None, ("OAU-213",)))

    message = message_for(error, context)

    assert "when the RingAuth window that runs it closes" in message.advice


def test_a_retired_sandbox_is_explained() -> None:
    error = errors.HostNotFound("platform.devtest.ringcentral.com", "no such name")

    message = message_for(error, CONTEXT)

    assert "RingCentral retired its sandbox" in message.title


def test_a_practice_server_that_is_gone_is_not_a_matter_of_the_network() -> None:
    context = dataclasses.replace(CONTEXT, is_practice=True)
    error = errors.NetworkError("127.0.0.1:53700", "it refused the connection")

    message = message_for(error, context)

    assert message.title == "The practice server does not answer"
    assert message.details == "127.0.0.1:53700 · it refused the connection"


@pytest.mark.parametrize("kind", [errors.RevocationRefused, errors.HostNotFound])
def test_a_failed_revocation_says_that_and_how_long_the_token_lives(
    kind: type[RingAuthError],
) -> None:
    message = message_for(example(kind), doing_now("revoke"))

    assert (
        "the tokens may still work, the access token for another 54 min 31 s."
        in message.advice
    )
    assert [action.key for action in message.actions] == ["try-again", "forget"]


def test_a_failed_revocation_does_not_invent_an_end() -> None:
    context = dataclasses.replace(doing_now("revoke"), access_left_text="")

    message = message_for(example(errors.HostNotFound), context)

    assert message.advice.endswith("and the tokens may still work.")


def test_a_server_without_revocation_is_told_apart() -> None:
    error = errors.RevocationRefused(Refusal(0, "no revocation endpoint"))

    message = message_for(error, doing_now("revoke"))

    assert message.title == "RingCentral offers no way to revoke a token"
    assert message.details == "no revocation endpoint"


def test_a_refresh_that_got_no_answer_keeps_the_tokens() -> None:
    message = message_for(example(errors.ServerTooSlow), doing_now("refresh"))

    assert "The tokens that you have were kept." in message.advice


def test_a_session_that_is_over_claims_nothing_was_kept() -> None:
    message = message_for(example(errors.GrantNoLongerValid), doing_now("refresh"))

    assert "kept" not in message.advice
    assert message.actions[0].text == "Sign in again"


def test_an_unreadable_answer_shows_why_and_its_request() -> None:
    error = errors.NotJson("it is not JSON", status=502, request_id="52f8b1d0")

    message = message_for(error, CONTEXT)

    assert message.details == "it is not JSON · HTTP 502 · request ID 52f8b1d0"
    assert "portal" in message.advice


def test_a_redirect_names_the_address_it_points_to() -> None:
    message = message_for(example(errors.RedirectedElsewhere), CONTEXT)

    assert message.title == "RingCentral pointed to another address: portal.example"


def test_what_the_keyring_said_is_the_advice() -> None:
    message = message_for(example(errors.TokenStoreError), doing_now("restore"))

    assert message.advice == "The keyring is locked. Unlock it, then try again."


def test_markup_and_places_in_a_servers_words_stay_as_they_are() -> None:
    error = errors.AuthorizationRefused("{host}", "<b>{server}</b> %s")

    message = message_for(error, CONTEXT)

    assert message.details == "{host} · “<b>{server}</b> %s”"


@pytest.mark.case("KR-04")
@pytest.mark.parametrize("doing", get_args(Doing))
def test_whatever_a_locked_keyring_stopped_it_can_be_asked_to_unlock_again(
    doing: Doing,
) -> None:
    error = KeyringIsLocked("The keyring is locked. Unlock it, then try again.")

    message = message_for(error, doing_now(doing))

    assert "keep-again" in [action.key for action in message.actions]
