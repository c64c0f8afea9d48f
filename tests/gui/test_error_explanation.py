"""What the Explain screen says, in the words of the message bar."""

import dataclasses

import pytest

from ringauth_gui import errors
from ringauth_gui.errors import Refusal
from ringauth_gui.gui.error_context import MessageContext
from ringauth_gui.gui.error_explanation import COMMONEST, commonest, explained
from ringauth_gui.gui.error_messages import message_for
from ringauth_gui.gui.error_unexplained import unexplained
from ringauth_gui.ringcentral.codes_in_text import CodesInText, codes_in
from ringauth_gui.ringcentral.error_codes import RINGCENTRAL_CODES
from tests.gui.error_examples import CONTEXT, REDIRECT_URI, doing_now


@pytest.mark.parametrize("code", RINGCENTRAL_CODES)
def test_the_bar_and_the_screen_say_the_same_of_a_code(code: str) -> None:
    context = doing_now("save")
    error = errors.RequestRefused(Refusal(400, codes=(code,), retry_after=60))

    message = message_for(error, context)
    (explanation,) = explained(codes_in(code), context)

    assert explanation.meaning == message.title
    assert explanation.remedy == message.advice.replace("1 min", "a minute")


@pytest.mark.parametrize(
    "context",
    [
        dataclasses.replace(doing_now("save"), is_public=True),
        dataclasses.replace(doing_now("save"), is_practice=True),
    ],
)
@pytest.mark.parametrize("code", ["OAU-123", "OAU-146", "OAU-213"])
def test_they_say_the_same_of_public_apps_and_on_the_practice_server(
    code: str, context: MessageContext
) -> None:
    error = errors.RequestRefused(Refusal(400, codes=(code,)))

    (explanation,) = explained(codes_in(code), context)

    assert explanation.meaning == message_for(error, context).title


def test_the_profile_in_sight_fills_the_places() -> None:
    (explanation,) = explained(codes_in("OAU-109"), CONTEXT)

    assert f"Register exactly {REDIRECT_URI} in" in explanation.remedy


def test_without_a_profile_the_words_are_neutral() -> None:
    (explanation,) = explained(codes_in("OAU-109"))

    assert "Register exactly the program's redirect URI in" in explanation.remedy


def test_what_the_pasted_answer_names_stands_in_the_explanation() -> None:
    found = codes_in('{"errorCode": "CMN-408", "permissionName": "Meetings"}')

    (explanation,) = explained(found)

    assert explanation.meaning == "The user's role lacks Meetings (CMN-408)"


def test_an_explanation_is_copied_whole() -> None:
    (explanation,) = explained(codes_in("OAU-213"), CONTEXT)

    assert explanation.text.splitlines() == [
        "OAU-213 · HTTP 400 or 401",
        "What it means: RingCentral does not accept this authorization code.",
        "What to do: A code works once, so a page that was loaded twice spoils it. "
        "Sign in again from the start.",
        "Where to click: RingAuth › Authorize",
        "Good to know: HTTP 400 comes from the token endpoint, 401 from API calls.",
        "How sure: seen in RingCentral's own code (RingCentral's developer community; "
        "RingCentral's own web widgets)",
    ]


def test_an_oauth_error_names_the_endpoint_it_comes_from() -> None:
    explanations = explained(codes_in("unauthorized_client"))

    assert [each.comes_with for each in explanations] == [
        "from the authorization endpoint",
        "HTTP 400 · from the token endpoint",
    ]


def test_the_commonest_codes_are_offered_with_their_meaning() -> None:
    assert tuple(code for code, _meaning in commonest()) == COMMONEST
    assert all(meaning and "{" not in meaning for _code, meaning in commonest())


def test_what_is_explained_needs_no_other_word() -> None:
    assert unexplained(codes_in("OAU-109")) is None


def test_an_unknown_code_is_said_to_be_unknown_and_what_still_helps() -> None:
    without = unexplained(codes_in("OAU-999 HTTP 503"))

    assert without is not None
    assert without.title == "RingAuth does not know OAU-999"
    assert without.advice.startswith("HTTP 503: the fault lies with the server.")
    assert "request ID" in without.advice


def test_an_unknown_code_beside_a_known_one_is_not_passed_over() -> None:
    without = unexplained(codes_in("MSG-240 CMN-301"))

    assert without is not None
    assert "MSG-240" in without.title


@pytest.mark.parametrize("status", [400, 401, 403, 404, 418, 429, 500, 599])
def test_a_status_alone_says_what_its_class_means(status: int) -> None:
    without = unexplained(codes_in(f"HTTP {status}"))

    assert without is not None
    assert "only an HTTP status" in without.title
    assert f"HTTP {status}: " in without.advice


@pytest.mark.parametrize("found", [CodesInText(), CodesInText(statuses=(200,))])
def test_a_text_without_a_code_is_said_to_have_none(found: CodesInText) -> None:
    without = unexplained(found)

    assert without is not None
    assert without.title == "There is no code in this text that RingAuth knows"
