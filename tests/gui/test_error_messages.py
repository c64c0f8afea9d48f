"""Every error in words."""

import dataclasses
import itertools
import re
from collections.abc import Iterator

import pytest

from ringauth_gui import errors
from ringauth_gui.errors import Refusal, RingAuthError
from ringauth_gui.gui.error_messages import Doing, message_for
from ringauth_gui.gui.ringcentral_error_words import CODE_WORDS
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
ISSUE_CODES = (
    *("OAU-106", "OAU-108", "OAU-109", "OAU-113", "OAU-123", "OAU-146", "OAU-149"),
    *("OAU-153", "OAU-210", "OAU-211", "OAU-213", "OAU-250", "OAU-251"),
    *("CMN-301", "CMN-401", "CMN-408"),
)
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
        *(_with_code(code) for code in ISSUE_CODES),
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


def test_nobody_is_asked_to_send_the_browsers_address_to_anyone() -> None:
    for text in _every_message():
        assert not re.search(r"\b(send|mail|paste|forward)\b", text, re.IGNORECASE)


@pytest.mark.parametrize("code", ISSUE_CODES)
def test_each_ringcentral_code_has_words_and_stands_in_the_details(code: str) -> None:
    message = message_for(_with_code(code), doing_now("refresh"))

    assert message.title == CODE_WORDS[code].title.format(server="RingCentral")
    assert code in message.details


def test_the_titles_of_ringcentrals_codes_differ() -> None:
    assert len({words.title for words in CODE_WORDS.values()}) == len(CODE_WORDS)


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
