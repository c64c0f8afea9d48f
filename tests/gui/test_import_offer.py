"""The profile that found credentials would make, and what is said of it."""

import pytest

from ringauth_gui.gui.import_offer import ImportOffer, OfferMaker, danger_words
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.jwt_credential import read_jwt_credential
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.ringcentral.found_credentials import FoundCredentials, FoundJwt
from ringauth_gui.storage.profile import ServerKind
from tests.fakes.jwt_credentials import credential

NOW = Moment(1_800_000_000)
SECRET = "CANARY-client-secret-9d"
OFFERS = OfferMaker(frozenset(("practice-app",)), lambda: NOW)


def _offer(
    client_id: str = "app-1",
    secret: str | None = SECRET,
    server_url: str = "https://platform.ringcentral.com",
    jwt: str | None = None,
) -> ImportOffer:
    found_jwt = None if jwt is None else FoundJwt("", read_jwt_credential(jwt))
    jwts = () if found_jwt is None else (found_jwt,)
    found = FoundCredentials(client_id, secret, server_url, jwts, ("Odd.",))
    return OFFERS.offer(found, found_jwt)


def _with_jwts(server_url: str, *texts: str) -> FoundCredentials:
    jwts = tuple(FoundJwt("", read_jwt_credential(text)) for text in texts)
    return FoundCredentials("app-1", None, server_url, jwts)


def test_an_app_with_a_secret_signs_in_through_the_browser() -> None:
    offer = _offer()

    draft = offer.draft
    assert (draft.client_id, draft.has_secret, draft.client_secret) == (
        "app-1",
        True,
        SECRET,
    )
    assert draft.grant_type is GrantType.AUTHORIZATION_CODE
    assert draft.jwt_credential is None
    assert offer.secret == "Found, 23 characters"
    assert offer.jwt == ""
    assert offer.notes == ("Odd.",)


def test_an_app_without_a_secret_is_taken_as_a_public_one() -> None:
    offer = _offer(secret=None)

    assert not offer.draft.has_secret
    assert offer.secret == "None found: taken as a public app"


def test_a_jwt_makes_a_profile_that_signs_in_with_it() -> None:
    jwt = credential(exp=NOW.wall + 60, client_ids=["app-1"])

    offer = _offer(jwt=jwt)

    assert offer.draft.grant_type is GrantType.JWT_BEARER
    assert offer.draft.jwt_credential == jwt
    assert offer.jwt.startswith("Ends ")
    assert offer.notes == ("Odd.",)


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ({"exp": NOW.wall - 60}, "ended"),
        ({"client_ids": ["app-2"]}, "not for this client ID"),
    ],
)
def test_a_jwt_that_will_not_do_is_told_before_it_is_taken(
    claims: dict[str, object], words: str
) -> None:
    note = _offer(jwt=credential(**claims)).notes[0]

    assert note.startswith("The JWT credential: ")
    assert words in note


@pytest.mark.parametrize(
    ("client_id", "url", "kind", "server_url", "words"),
    [
        (
            "app-1",
            "https://platform.ringcentral.com",
            ServerKind.RINGCENTRAL,
            "",
            "RingCentral (platform.ringcentral.com)",
        ),
        (
            "app-1",
            "https://platform.ringcentral.biz",
            ServerKind.RINGCENTRAL_BIZ,
            "",
            "RingCentral .biz (platform.ringcentral.biz)",
        ),
        (
            "practice-app",
            "http://127.0.0.1:8473",
            ServerKind.PRACTICE,
            "",
            "Practice server, inside RingAuth",
        ),
        (
            "practice-app",
            "",
            ServerKind.PRACTICE,
            "",
            "Practice server, inside RingAuth",
        ),
        (
            "app-1",
            "http://127.0.0.1:8473",
            ServerKind.OTHER,
            "http://127.0.0.1:8473",
            "Other server: http://127.0.0.1:8473",
        ),
        (
            "practice-app",
            "https://auth.example.com",
            ServerKind.OTHER,
            "https://auth.example.com",
            "Other server: https://auth.example.com",
        ),
    ],
)
def test_the_server_is_the_one_that_the_address_means(
    client_id: str, url: str, kind: ServerKind, server_url: str, words: str
) -> None:
    offer = _offer(client_id, server_url=url)

    assert (offer.draft.server, offer.draft.server_url) == (kind, server_url)
    assert offer.server == words


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("", "No server is named, so RingCentral is assumed."),
        ("https://auth.example.com", "auth.example.com is not RingCentral"),
        ("https://platform.devtest.ringcentral.com", "RingCentral retired its sandbox"),
    ],
)
def test_what_is_to_be_known_of_the_server_is_said(url: str, words: str) -> None:
    assert words in _offer(server_url=url).notes[0]


def test_the_jwt_that_suits_the_app_is_chosen_at_first() -> None:
    over, elsewhere, good = (
        credential(exp=NOW.wall - 60),
        credential(client_ids=["app-2"]),
        credential(client_ids=["app-1"]),
    )

    first = OFFERS.first_jwt(_with_jwts("", over, elsewhere, good))

    assert first is not None
    assert first.credential.assertion == good


def test_where_none_suits_the_first_is_shown_with_its_warning() -> None:
    found = _with_jwts("", credential(exp=NOW.wall - 60))

    assert OFFERS.first_jwt(found) == found.jwts[0]
    assert OFFERS.first_jwt(_with_jwts("")) is None


def test_another_server_takes_no_jwt_credential_and_that_is_said() -> None:
    found = _with_jwts("https://auth.example.com", credential())

    assert OFFERS.jwts_of(found) == ()
    assert OFFERS.first_jwt(found) is None
    assert "RingCentral's alone" in OFFERS.offer(found, None).notes[1]


def test_a_missing_client_id_is_asked_for_later() -> None:
    assert "No client ID was found." in _offer(client_id="").notes[0]


def test_the_danger_names_where_the_secrets_go_and_what_becomes_of_the_file() -> None:
    of_a_file = danger_words("this computer's keyring", is_file=True)
    of_variables = danger_words("memory until RingAuth closes", is_file=False)

    assert "keeps the secrets in this computer's keyring" in of_a_file
    assert "Delete the file or keep it safe" in of_a_file
    assert "memory until RingAuth closes" in of_variables


def test_no_secret_is_said_or_in_its_repr_rd_04() -> None:
    offer = _offer(jwt=credential())

    assert "CANARY" not in repr(offer)
    assert credential()[:12] not in repr(offer)
