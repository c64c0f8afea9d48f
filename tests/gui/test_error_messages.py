"""Every error in words."""

import dataclasses
import itertools
import re
from collections.abc import Iterator

import pytest

from ringauth_gui import errors
from ringauth_gui.errors import Refusal, RingAuthError
from ringauth_gui.gui.error_context import Doing
from ringauth_gui.gui.error_facts import NEUTRAL_FACTS
from ringauth_gui.gui.error_messages import message_for
from ringauth_gui.gui.ringcentral_error_words import CODE_WORDS
from ringauth_gui.ringcentral.error_codes import (
    AUTHORIZATION_ERRORS,
    RINGCENTRAL_CODES,
    TOKEN_ENDPOINT_ERRORS,
)
from tests.gui.error_examples import CONTEXT, doing_now, every_kind, example

LONGEST_SENTENCE = 25
DOINGS: tuple[Doing, ...] = (
    "authorize",
    "refresh",
    "revoke",
    "check",
    "save",
    "restore",
)
LONGEST_TITLE = 55  # characters: one line, or hardly more, in the smallest window
REFUSED_CODES = (
    *("access_denied", "invalid_request", "unauthorized_client"),
    *("unsupported_response_type", "invalid_scope", "server_error"),
    *("temporarily_unavailable", "login_required", "interaction_required"),
)


def _leaves() -> list[type[RingAuthError]]:
    return [kind for kind in every_kind() if not every_kind(kind)]


def _with_code(code: str) -> RingAuthError:
    return errors.TokenRequestRefused(Refusal(status=400, codes=(code,)))


def _every_message() -> Iterator[str]:
    everything = [
        *(example(kind) for kind in every_kind()),
        *(_with_code(code) for code in CODE_WORDS),
        *(errors.AuthorizationRefused(code, None) for code in REFUSED_CODES),
    ]
    for error, doing, flag, uses_jwt in itertools.product(
        everything, DOINGS, (False, True), (False, True)
    ):
        context = dataclasses.replace(
            CONTEXT, doing=doing, is_practice=flag, is_public=flag, uses_jwt=uses_jwt
        )
        message = message_for(error, context)
        yield f"{message.title}. {message.advice}"


def test_every_kind_of_error_has_a_title_and_advice_of_its_own() -> None:
    messages = [message_for(example(kind), CONTEXT) for kind in _leaves()]

    assert all(message.title and message.advice for message in messages)
    assert len({message.title for message in messages}) == len(messages)
    assert len({message.advice for message in messages}) == len(messages)


@pytest.mark.parametrize("doing", DOINGS)
def test_titles_differ_whatever_was_being_done(doing: Doing) -> None:
    titles = [message_for(example(kind), doing_now(doing)).title for kind in _leaves()]

    assert len(set(titles)) == len(titles)


def test_every_sentence_is_short_and_every_place_is_filled() -> None:
    for text in _every_message():
        assert not re.search(r"[{}]", text), text
        for sentence in re.split(r"[.:!?] ", text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


@pytest.mark.case("AR-19")
def test_nobody_is_asked_to_send_the_browsers_address_to_anyone() -> None:
    for text in _every_message():
        assert not re.search(r"\b(send|mail|paste|forward)\b", text, re.IGNORECASE)


@pytest.mark.parametrize("code", RINGCENTRAL_CODES)
def test_each_ringcentral_code_has_words_and_stands_in_the_details(code: str) -> None:
    message = message_for(_with_code(code), doing_now("refresh"))

    cause = RINGCENTRAL_CODES[code].cause.format_map(NEUTRAL_FACTS)
    assert message.title == cause
    assert len(message.title) <= LONGEST_TITLE
    assert code in message.details


@pytest.mark.parametrize("error", AUTHORIZATION_ERRORS)
def test_an_error_of_the_browser_reads_as_its_entry_says(error: str) -> None:
    entry = AUTHORIZATION_ERRORS[error]

    message = message_for(errors.AuthorizationRefused(error, None), CONTEXT)

    assert message.title == entry.cause.format_map(NEUTRAL_FACTS)
    assert message.advice == (
        f"{entry.remedy.format_map(NEUTRAL_FACTS)} Nothing was stored."
    )


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (errors.TokenRequestRefused, "invalid_scope"),
        (errors.ClientRefused, "invalid_client"),
        (errors.GrantNoLongerValid, "invalid_grant"),
        (errors.ServerProblem, "service_unavailable"),
    ],
)
def test_an_error_of_the_token_endpoint_reads_as_its_entry_says(
    kind: type[errors.RequestRefused], error: str
) -> None:
    message = message_for(kind(Refusal(400, error)), doing_now("refresh"))

    assert message.title == (
        TOKEN_ENDPOINT_ERRORS[error].cause.format_map(NEUTRAL_FACTS)
    )


@pytest.mark.parametrize("error", [*AUTHORIZATION_ERRORS, *TOKEN_ENDPOINT_ERRORS])
def test_a_title_fits_on_one_line_of_the_smallest_window(error: str) -> None:
    titles = [
        message_for(kind, CONTEXT).title
        for kind in (
            errors.AuthorizationRefused(error, None),
            errors.TokenRequestRefused(Refusal(400, error)),
        )
    ]

    assert max(map(len, titles)) <= LONGEST_TITLE


def test_a_code_that_says_more_comes_before_one_that_says_less() -> None:
    refusal = Refusal(401, codes=("OAU-213", "TokenInvalid"))

    message = message_for(errors.RequestRefused(refusal), doing_now("check"))

    assert message.title == "RingCentral no longer knows this token"
    assert message.details == "OAU-213 · TokenInvalid · HTTP 401"


@pytest.mark.parametrize(
    ("refusal", "title"),
    [
        (
            Refusal(403, codes=("CMN-401",), permission="ReadAccounts"),
            "The app lacks the scope ReadAccounts (CMN-401)",
        ),
        (Refusal(403, codes=("CMN-401",)), "The app lacks a scope (CMN-401)"),
        (
            Refusal(403, codes=("CMN-408",), permission="Meetings"),
            "The user's role lacks Meetings (CMN-408)",
        ),
        (
            Refusal(403, codes=("CMN-408",)),
            "The user's role lacks a permission (CMN-408)",
        ),
        (
            Refusal(400, codes=("CMN-101",), parameter="brandId"),
            "RingCentral does not accept the value of the parameter brandId",
        ),
        (
            Refusal(403, codes=("CMN-408",), permission="{host} %s"),
            "The user's role lacks {host} %s (CMN-408)",
        ),
    ],
)
def test_what_the_server_named_stands_in_the_title(
    refusal: Refusal, title: str
) -> None:
    assert message_for(errors.RequestRefused(refusal), CONTEXT).title == title


def test_the_titles_of_ringcentrals_codes_differ() -> None:
    assert len({words.title for words in CODE_WORDS.values()}) == len(CODE_WORDS)


@pytest.mark.case("AR-07")
def test_each_standard_refusal_has_a_sentence_of_its_own_and_its_raw_code() -> None:
    messages = {
        code: message_for(errors.AuthorizationRefused(code, None), CONTEXT)
        for code in REFUSED_CODES
    }

    assert len({message.title for message in messages.values()}) == len(messages)
    assert all(code in message.details for code, message in messages.items())


def test_ringcentrals_misspelled_code_reads_like_the_right_one() -> None:
    right = errors.AuthorizationRefused("temporarily_unavailable", None)
    misspelled = errors.AuthorizationRefused("temporarily_unavaialable", None)

    titles = {message_for(error, CONTEXT).title for error in (right, misspelled)}

    assert titles == {"RingCentral cannot sign anyone in at the moment"}


def test_a_description_that_was_encoded_twice_is_readable() -> None:
    error = errors.AuthorizationRefused("access_denied", "The%2Buser%2Bdenied+it")

    message = message_for(error, CONTEXT)

    assert message.details == "access_denied · “The user denied it”"


def test_a_description_with_blanks_keeps_its_plus_signs() -> None:
    error = errors.AuthorizationRefused("invalid_request", "1 + 1")

    message = message_for(error, CONTEXT)

    assert message.details == "invalid_request · “1 + 1”"


@pytest.mark.parametrize(
    ("error", "codes"),
    [
        (_with_code("OAU-146"), "OAU-146"),
        (errors.RequestRefused(Refusal(401, codes=("A-1", "B-2"))), "A-1 B-2"),
        (errors.TokenRequestRefused(Refusal(400, "invalid_scope")), "invalid_scope"),
        (errors.TokenRequestRefused(Refusal(400, "odd_error")), ""),
        (errors.AuthorizationRefused("access_denied", None), "error=access_denied"),
        (errors.AuthorizationRefused("odd_error", None), ""),
        (errors.AuthorizationTimedOut(), ""),
    ],
)
def test_a_message_knows_what_of_it_can_be_explained(
    error: RingAuthError, codes: str
) -> None:
    assert message_for(error, CONTEXT).codes == codes


def test_a_wrong_secret_reads_as_in_the_picture() -> None:
    refusal = Refusal(401, "invalid_client", None, ("OAU-146",), "7f3c0a62")

    message = message_for(errors.ClientRefused(refusal), CONTEXT)

    assert message.title == "RingCentral refused the client ID or secret"
    assert message.advice == (
        "The secret does not belong to this client ID, or the app is registered as a "
        "public app, which has none. Nothing was stored, and nothing was sent again."
    )
    assert message.details == "OAU-146 · HTTP 401 invalid_client · request ID 7f3c0a62"
    assert [(action.key, action.text) for action in message.actions] == [
        ("enter-secret", "Enter the secret again"),
        ("use-public", "Use as public app"),
    ]


def test_a_public_app_is_not_told_to_become_one() -> None:
    context = dataclasses.replace(CONTEXT, is_public=True)

    for kind in every_kind():
        keys = [action.key for action in message_for(example(kind), context).actions]
        assert "use-public" not in keys


@pytest.mark.parametrize(
    "error",
    [
        errors.NetworkError("h", "the connection was cut"),
        errors.ServerTooSlow("h", "no answer in 30 s"),
        errors.NotJson("it is not JSON", status=200, request_id=None),
    ],
)
def test_after_a_lost_answer_to_a_refresh_a_repeat_is_called_safe_tk_29(
    error: RingAuthError,
) -> None:
    message = message_for(error, doing_now("refresh"))

    assert message.advice.endswith(
        "The tokens that you have were kept. Trying again is safe: RingCentral answers "
        "a repeat with the same tokens for up to 60 minutes."
    )
    assert "try-again" in {action.key for action in message.actions}


def test_of_another_server_nothing_is_promised_about_repeats() -> None:
    context = dataclasses.replace(doing_now("refresh"), is_ringcentral=False)

    message = message_for(errors.NetworkError("h", "it was cut"), context)

    assert message.advice.endswith("The tokens that you have were kept.")


def test_a_refresh_that_was_never_sent_needs_no_word_about_repeats() -> None:
    message = message_for(errors.HostNotFound("h", "r"), doing_now("refresh"))

    assert "60 minutes" not in message.advice
