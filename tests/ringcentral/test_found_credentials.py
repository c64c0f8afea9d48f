"""What is made of texts under known names, and what is said of the rest."""

import json

import pytest

from ringauth_gui.ringcentral.credentials_file import read_credentials
from tests.fakes.jwt_credentials import credential
from tests.ringcentral.credential_texts import (
    ADAS,
    GRACES,
    SECRET,
    assertions_of,
    in_json,
    labels_of,
    one_app,
)


def test_two_values_of_one_thing_are_told_and_the_guides_name_counts() -> None:
    found = one_app(
        "CLIENT_ID=b\nRC_CLIENT_ID=c\nRC_APP_CLIENT_ID=a\nRC_APP_CLIENT_ID=d"
    )

    assert found.client_id == "a"
    assert found.notes == (
        "The client ID is given more than once, and differently (RC_APP_CLIENT_ID and "
        "RC_CLIENT_ID and CLIENT_ID): the one under RC_APP_CLIENT_ID is taken.",
    )


def test_the_same_value_twice_is_not_odd() -> None:
    assert one_app("RC_CLIENT_ID=app-1\nRC_APP_CLIENT_ID=app-1\n").notes == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("RC_APP_CLIENT_SECRET=CANARY secret", "RC_APP_CLIENT_SECRET: The client sec"),
        (
            "RC_SERVER_URL=http://CANARY.example",
            "RC_SERVER_URL: The address must begin",
        ),
        ("RC_USER_JWT=CANARY-U0pDMTFQMDF", "RC_USER_JWT: This is no JWT"),
        ("a line that is no assignment", "Line 2 cannot be read and is left out."),
        ("a b\nc d", "2 lines cannot be read and are left out; the first of them is"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_named_without_its_value(
    line: str, words: str
) -> None:
    found = one_app(f"RC_APP_CLIENT_ID=app-1\n{line}\n")

    assert found.client_id == "app-1"
    (note,) = found.notes
    assert note.startswith(words)
    assert "CANARY" not in note


def test_a_client_id_that_cannot_be_used_still_leaves_the_jwt() -> None:
    found = one_app(f"RC_APP_CLIENT_ID=app 1\nRC_USER_JWT={ADAS}\n")

    assert (found.client_id, assertions_of(found)) == ("", [ADAS])


def test_more_than_a_person_can_choose_among_is_cut_short_and_told() -> None:
    jwts = [credential(sub=str(number)) for number in range(25)]

    found = in_json(clientId="app-1", jwt=jwts)

    assert len(found.jwts) == 20
    assert found.notes == ("25 JWT credentials stand there; the first 20 are offered.",)
    apps = {str(number): {"clientId": f"app-{number}"} for number in range(25)}
    assert len(read_credentials(json.dumps(apps).encode(), "apps.json")) == 20


def test_no_secret_is_in_its_repr_and_each_is_named_for_redaction_rd_04() -> None:
    found = in_json(clientId="app-1", clientSecret=SECRET, jwt=[ADAS, GRACES])

    assert "CANARY" not in repr(found)
    assert ADAS[:12] not in repr(found)
    assert found.secrets == (SECRET, ADAS, GRACES)


def test_names_that_lead_to_a_jwt_are_made_fit_to_be_shown() -> None:
    found = in_json(clientId="app-1", **{"Ada\u202e\n" + "x" * 100: ADAS})

    (label,) = labels_of(found)
    assert label.startswith("Ada\ufffd x")
    assert len(label) == 60
