import json
import os
from pathlib import Path

import pytest

from ringauth_gui.errors import ProfileFileError
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.storage.profile_json import profile_to_json
from ringauth_gui.storage.profiles import ProfileFile

CANARY = "CANARY-client-secret-0123456789"
SUPPORT = Profile(
    id="5f2c",
    name="Support desk – <b>Köln</b>",
    server=ServerKind.RINGCENTRAL,
    client_id="Wq3kX0aNQ6u5JZ7kq9Wm2A",
    has_secret=True,
    redirect_uris=("http://localhost:27464/callback", "http://127.0.0.1:8080/"),
    auto_refresh=True,
    keep_tokens=False,
)
OTHER = Profile(
    id="77aa",
    name="Other",
    server=ServerKind.OTHER,
    client_id="app",
    has_secret=False,
    server_url="https://idp.example.com",
    metadata=ServerMetadata(
        authorization_endpoint="https://idp.example.com/authorize",
        token_endpoint="https://idp.example.com/token",
        issuer="https://idp.example.com",
        jwks_uri="https://idp.example.com/keys",
        authorization_response_iss_parameter_supported=True,
        token_endpoint_auth_methods_supported=("client_secret_basic", "none"),
        id_token_signing_alg_values_supported=("RS256",),
        code_challenge_methods_supported=(),
        typed=True,
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profiles.json"


@pytest.fixture
def file(path: Path) -> ProfileFile:
    return ProfileFile(path, lambda: Moment(1_795_440_730.0))


def write(path: Path, *profiles: object, **members: object) -> None:
    document = {"version": 1, "profiles": profiles} | members
    path.write_text(json.dumps(document), "utf-8")


def test_without_a_file_there_are_no_profiles(file: ProfileFile) -> None:
    loaded = file.load()

    assert (loaded.profiles, loaded.problems) == ((), ())


def test_profiles_come_back_as_they_were_and_in_order(file: ProfileFile) -> None:
    file.save([SUPPORT, OTHER])

    loaded = file.load()

    assert loaded.profiles == (SUPPORT, OTHER)
    assert loaded.problems == ()


@pytest.mark.case("PF-03")
def test_members_of_a_later_version_are_kept(file: ProfileFile, path: Path) -> None:
    member = profile_to_json(SUPPORT) | {"colour": "blue"}
    write(path, member, order=["5f2c"])

    file.save(file.load().profiles)

    document = json.loads(path.read_text("utf-8"))
    assert document["order"] == ["5f2c"]
    assert document["profiles"][0]["colour"] == "blue"


def test_an_option_that_is_not_there_has_its_usual_value(
    file: ProfileFile, path: Path
) -> None:
    members = profile_to_json(SUPPORT)
    del members["auto_refresh"], members["keep_tokens"], members["grant_type"]
    write(path, members)

    loaded = file.load()

    assert loaded.problems == ()
    [profile] = loaded.profiles
    assert not profile.auto_refresh
    assert profile.keep_tokens
    assert profile.grant_type is GrantType.AUTHORIZATION_CODE


@pytest.mark.case("PF-01")
def test_a_broken_file_is_set_aside_and_named(file: ProfileFile, path: Path) -> None:
    path.write_bytes(b'{"version": 1, "prof')

    loaded = file.load()

    assert loaded.profiles == ()
    assert loaded.set_aside is not None
    assert loaded.set_aside.read_bytes() == b'{"version": 1, "prof'
    assert loaded.set_aside.name in loaded.problems[0]


@pytest.mark.case("PF-02")
def test_a_newer_file_is_shown_but_not_written(file: ProfileFile, path: Path) -> None:
    write(path, profile_to_json(SUPPORT), {"id": "of a later shape"}, version=2)
    before = path.read_bytes()

    loaded = file.load()

    assert loaded.profiles == (SUPPORT,)
    assert loaded.read_only
    with pytest.raises(ProfileFileError):
        file.save([])
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.glob("*.json")] == ["profiles.json"]


def test_the_endpoints_that_earlier_versions_wrote_are_read(
    file: ProfileFile, path: Path
) -> None:
    endpoints = {
        "authorization_endpoint": "https://idp.example.com/authorize",
        "token_endpoint": "https://idp.example.com/token",
        "issuer": "https://idp.example.com/",
    }
    write(path, profile_to_json(OTHER) | {"endpoints": endpoints})

    [profile] = file.load().profiles

    assert profile.metadata is not None
    assert profile.metadata.members() == endpoints


def test_another_server_may_have_a_path(file: ProfileFile, path: Path) -> None:
    write(path, profile_to_json(OTHER) | {"server_url": "https://a.example/realms/x"})

    [profile] = file.load().profiles

    assert profile.server_url == "https://a.example/realms/x"


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("id", "../../etc/passwd"),
        ("id", 5),
        ("name", "  "),
        ("name", "x" * 81),
        ("name", "right\u202eleft"),
        ("name", "line\nbreak"),
        ("server", "somewhere"),
        ("client_id", ""),
        ("client_id", "with blank"),
        ("has_secret", "yes"),
        ("redirect_uris", []),
        ("redirect_uris", "http://localhost:27464/callback"),
        ("redirect_uris", [5]),
        ("redirect_uris", ["https://evil.example/"]),
        ("endpoints", {"token_endpoint": "http://evil.example/token"}),
        ("endpoints", {"authorization_endpoint": "https://a.example/?state=x"}),
        ("endpoints", []),
        ("auto_refresh", 1),
        ("keep_tokens", None),
        ("grant_type", "password"),
        ("access_token_ttl", "soon"),
        ("sends_nonce", "yes"),
    ],
)
def test_a_bad_profile_does_not_take_the_others_down(
    file: ProfileFile, path: Path, member: str, value: object
) -> None:
    write(path, profile_to_json(SUPPORT) | {member: value}, profile_to_json(OTHER))

    loaded = file.load()

    assert loaded.profiles == (OTHER,)
    assert loaded.problems[0].startswith("Profile 1 cannot be used: ")
    assert loaded.set_aside is not None
    kept = json.loads(loaded.set_aside.read_text("utf-8"))
    assert kept["profiles"][0][member] == value


def test_a_bad_profile_is_told_of_once(file: ProfileFile, path: Path) -> None:
    write(path, "no profile", profile_to_json(OTHER))
    file.load()

    assert file.load().problems == ()


@pytest.mark.parametrize("member", ["id", "name"])
def test_two_profiles_never_share_id_or_name(
    file: ProfileFile, path: Path, member: str
) -> None:
    first, second = profile_to_json(SUPPORT), profile_to_json(OTHER)
    write(path, first, second | {member: first[member]})

    loaded = file.load()

    assert loaded.profiles == (SUPPORT,)
    assert f"same {member}" in loaded.problems[0]


def test_profiles_that_are_no_list_are_set_aside(file: ProfileFile, path: Path) -> None:
    write(path, profiles="none")

    loaded = file.load()

    assert loaded.profiles == ()
    assert loaded.set_aside is not None


@pytest.mark.case("PF-09", "PF-11")
@pytest.mark.parametrize(
    "member",
    [
        "client_secret",
        "clientSecret",
        "access_token",
        "refresh_token",
        "id_token",
        "Password",
        "jwt",
        "code_verifier",
    ],
)
def test_a_secret_in_the_file_is_told_of_and_never_written_again(
    file: ProfileFile, path: Path, member: str
) -> None:
    nested = {"later": [{"deep": {member: CANARY}}]}
    write(path, profile_to_json(SUPPORT) | {member: CANARY}, "no profile", **nested)

    loaded = file.load()
    file.save(loaded.profiles)

    assert loaded.profiles == (SUPPORT,)
    assert "holds secrets" in loaded.problems[0]
    for written in path.parent.iterdir():
        assert CANARY not in written.read_text("utf-8")


def test_a_file_that_cannot_be_read_is_told_of_and_left_alone(
    file: ProfileFile, path: Path
) -> None:
    os.mkfifo(path)

    loaded = file.load()

    assert loaded.read_only
    assert loaded.problems == ("profiles.json is not a plain file and is not used.",)


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    file = ProfileFile(tmp_path / "file" / "profiles.json", lambda: Moment(0.0))

    with pytest.raises(ProfileFileError, match="Not a directory"):
        file.save([SUPPORT])


def test_a_bad_profile_that_cannot_be_kept_elsewhere_stays_in_the_file(
    tmp_path: Path,
) -> None:
    path = tmp_path / f"{'p' * 245}.json"  # no room for a longer name beside it
    write(path, "no profile", profile_to_json(OTHER))
    before = path.read_bytes()

    loaded = ProfileFile(path, lambda: Moment(0.0)).load()

    assert loaded.profiles == (OTHER,)
    assert loaded.set_aside is None
    assert "cannot be set aside" in loaded.problems[-1]
    assert path.read_bytes() == before
