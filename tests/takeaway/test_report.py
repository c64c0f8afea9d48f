"""A report for a ticket tells all that helps, and nothing secret or personal."""

import json
from dataclasses import replace

import pytest

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange, HttpRequest, HttpResponse
from ringauth_gui.oauth.token import Token
from ringauth_gui.personal_names import PersonalNames
from ringauth_gui.redaction import RUN, Redaction
from ringauth_gui.takeaway.hiding import fingerprint
from ringauth_gui.takeaway.report import LONGEST_BODY, Report, ReportLine, ReportSource

ACCESS = "CANARY-access-7f3a-0123456789"
REFRESH = "CANARY-refresh-7f3a-0123456789"
SECRET = "CANARY-secret-7f3a-0123456789"
SECRETS = (ACCESS, REFRESH, SECRET)
SENT = Moment(1_764_000_000.0, 100.0)
URL = "https://platform.example/restapi/oauth/token"
SALT = b"a salt for this report alone"
NAMES = PersonalNames("/home/ada", "ada", "office-pc-17")
TOKEN = Token(
    access_token=ACCESS,
    token_type="bearer",
    issued=SENT,
    expires_in=3600,
    refresh_token=REFRESH,
    refresh_issued=SENT,
    refresh_token_expires_in=604_800,
    scope=("ReadAccounts",),
    owner_id="256440016",
)
REFRESHED = Exchange(
    HttpRequest("POST", URL, form={"refresh_token": REFRESH}),
    {"Authorization": f"Basic {SECRET}"},
    SENT,
    0.2,
    HttpResponse(200, {}, json.dumps({"access_token": ACCESS}).encode(), SENT),
)
CHECKED = Exchange(
    HttpRequest("GET", "https://platform.example/restapi/v1.0/me"),
    {"Authorization": f"Bearer {ACCESS}"},
    SENT,
    0.1,
    HttpResponse(200, {}, b'{"email": "grace@example.com"}', SENT),
)
SOURCE = ReportSource(
    made_at=SENT.wall,
    versions={"RingAuth": "1.0", "System": "Linux on office-pc-17"},
    profile={"name": "Support desk", "client_id": "client-1"},
    token=TOKEN,
    checks=(
        ReportLine("good", "Port", "It is free."),
        ReportLine("wrong", "Browser", "There is none.", ("/home/ada/bin/lynx",)),
    ),
    exchanges=(REFRESHED, CHECKED),
    log=(f"a line with access_token={ACCESS}", "ada's line in /home/ada/x"),
)


def report(source: ReportSource = SOURCE, salt: bytes = SALT) -> str:
    redaction = Redaction()
    for secret in SECRETS:
        redaction.know(secret)
    return Report(redaction, NAMES, salt).text(source)


@pytest.mark.case("RD-06", "RD-10")
def test_no_secret_is_in_a_report() -> None:
    text = report()

    for secret in SECRETS:
        runs = [secret[at : at + RUN] for at in range(len(secret) - RUN + 1)]
        assert not [run for run in runs if run in text]


@pytest.mark.case("RD-06")
def test_even_what_redaction_does_not_know_is_hidden_by_its_name() -> None:
    text = Report(Redaction(), NAMES, SALT).text(SOURCE)

    assert "CANARY" not in text


def test_the_same_secret_has_the_same_fingerprint_in_one_report_only() -> None:
    text = report()

    assert text.count(fingerprint(REFRESH, SALT)) == 2  # the token's, the request's
    assert text.count(fingerprint(ACCESS, SALT)) == 3
    assert fingerprint(REFRESH, SALT) not in report(salt=b"another")
    assert "a salt" not in text


@pytest.mark.case("RD-11")
def test_the_names_of_the_person_and_the_computer_are_replaced() -> None:
    text = report()

    assert "ada" not in text.lower().split()
    assert "/home/ada" not in text
    assert "office-pc-17" not in text
    assert "Linux on [computer]" in text
    assert "~/bin/lynx" in text


def test_answers_about_people_are_left_out_but_errors_are_not() -> None:
    refused = replace(
        CHECKED,
        response=HttpResponse(403, {}, b'{"errorCode": "CMN-401"}', SENT),
    )

    fine, wrong = report(), report(replace(SOURCE, exchanges=(refused,)))

    assert "grace@example.com" not in fine
    assert "[30 bytes, left out: they are about people]" in fine
    assert "CMN-401" in wrong


def test_an_answer_of_which_more_came_says_so() -> None:
    answers = (
        HttpResponse(403, {}, b"x" * LONGEST_BODY, SENT),
        HttpResponse(403, {}, b"y" * (LONGEST_BODY + 1), SENT),
        HttpResponse(403, {}, b"", SENT, given_up=63),
    )
    exchanges = [replace(CHECKED, response=answer) for answer in answers]

    lines = report(replace(SOURCE, exchanges=exchanges)).splitlines()

    assert lines[lines.index("x" * LONGEST_BODY) + 1].startswith("--- ")
    assert lines[lines.index("y" * LONGEST_BODY) + 1] == "[There is more.]"
    assert "[This body was given up to save memory.]" in lines


def test_a_terminal_that_shows_a_report_obeys_nobody() -> None:
    body = b"<p>\x1b[2J\r\n\xe2\x80\xaedaolyap"
    refused = replace(CHECKED, response=HttpResponse(403, {}, body, SENT))

    text = report(replace(SOURCE, exchanges=(refused,)))

    assert "<p>\\u001b[2J\n\\u202edaolyap\n" in text
    assert all(line.isprintable() for line in text.splitlines())


def test_each_part_is_there_and_in_order() -> None:
    text = report()

    parts = [line for line in text.splitlines() if line.startswith("== ")]
    assert parts == [
        "== Versions",
        "== Checks",
        "== Profile",
        "== Token",
        "== Last exchanges",
        "== Log",
    ]
    assert "[wrong] Browser: There is none." in text
    assert "scope ReadAccounts" in text
    assert text.endswith("\n")


def test_a_report_without_anything_says_so() -> None:
    empty = replace(SOURCE, token=None, checks=(), exchanges=(), log=())

    text = report(empty)

    assert "There is none." in text
    assert "They were not run." in text
    assert "Nothing was sent." in text
    assert "There is no log that can be read." in text


def test_only_the_last_exchanges_are_in_it() -> None:
    many = replace(SOURCE, exchanges=(REFRESHED,) * 50)

    assert report(many).count("POST https://platform.example") == 20


@pytest.mark.case("RD-10")
def test_a_name_with_letters_beyond_ascii_is_replaced_in_the_profile_too() -> None:
    names = PersonalNames("/home/jörg", "jörg", "jörgs-pc")
    source = replace(SOURCE, profile={"name": "App of Jörg on jörgs-pc"})

    text = Report(Redaction(), names, SALT).text(source)

    assert '"name": "App of [user] on [computer]"' in text


@pytest.mark.case("RD-06")
def test_a_secret_in_what_a_person_named_is_found_by_its_value() -> None:
    profile = {"name": f"Desk {SECRET}"}

    text = report(replace(SOURCE, profile=profile, versions={SECRET: REFRESH}))

    assert SECRET not in text
    assert REFRESH not in text
