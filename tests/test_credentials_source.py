"""Reading credentials from real files, which are left alone."""

import os
from pathlib import Path

import pytest

from ringauth_gui.credentials_source import CredentialsSource
from ringauth_gui.errors import CredentialsFileError
from ringauth_gui.redaction import Redaction
from tests.fakes.jwt_credentials import credential

SECRET = "CANARY-client-secret-9d"
JWT = credential()
TEXT = f"RC_APP_CLIENT_ID=app-1\nRC_APP_CLIENT_SECRET={SECRET}\nRC_USER_JWT={JWT}\n"


@pytest.fixture
def source() -> CredentialsSource:
    return CredentialsSource({}, Redaction())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / ".env"
    path.write_text(TEXT)
    return path


def _reason(source: CredentialsSource, path: Path) -> str:
    with pytest.raises(CredentialsFileError) as refused:
        source.in_file(path)
    assert "CANARY" not in str(refused.value)
    return str(refused.value)


def test_a_file_is_read_and_left_as_it_is(
    source: CredentialsSource, file: Path
) -> None:
    before = file.stat()

    (found,) = source.in_file(file)

    assert (found.client_id, found.client_secret) == ("app-1", SECRET)
    after = file.stat()
    assert file.read_text() == TEXT
    assert (after.st_mtime_ns, after.st_mode) == (before.st_mtime_ns, before.st_mode)
    assert list(file.parent.glob("*env*")) == [file]


def test_its_secrets_are_masked_from_then_on_r22(
    source: CredentialsSource, file: Path
) -> None:
    source.in_file(file)

    cleaned = source.redaction.clean_values(TEXT)

    assert SECRET[:12] not in cleaned
    assert JWT[-12:] not in cleaned


def test_a_link_that_a_person_chose_is_followed(
    source: CredentialsSource, file: Path
) -> None:
    link = file.with_name("link.env")
    link.symlink_to(file)

    assert source.in_file(link)[0].client_id == "app-1"


def test_what_is_no_plain_file_is_refused_without_waiting(
    source: CredentialsSource, tmp_path: Path
) -> None:
    pipe, circle = tmp_path / "pipe", tmp_path / "circle"
    os.mkfifo(pipe)
    circle.symlink_to(circle)

    assert "not a plain file" in _reason(source, pipe)
    assert "cannot be read: Is a directory" in _reason(source, tmp_path)
    assert "cannot be read" in _reason(source, circle)
    assert "not a plain file" in _reason(source, Path("/dev/null"))


def test_a_file_that_is_gone_or_too_large_is_told(
    source: CredentialsSource, tmp_path: Path
) -> None:
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (1024 * 1024 + 1))

    assert _reason(source, tmp_path / "gone.env") == "gone.env is not there any more."
    assert _reason(source, large) == "large.json is larger than 1048576 bytes."


def test_the_environment_names_the_variable_and_brings_what_it_holds() -> None:
    environ = {"RC_CLIENT_ID": "b", "RC_APP_CLIENT_ID": "app-1", "RC_JWT": JWT}
    source = CredentialsSource(environ, Redaction())

    assert source.variable == "RC_APP_CLIENT_ID"
    assert source.in_environment()[0].client_id == "app-1"
    assert JWT[-12:] not in source.redaction.clean_values(JWT)


def test_a_jwt_alone_is_worth_an_import_too() -> None:
    assert CredentialsSource({"RC_USER_JWT": JWT}, Redaction()).variable == (
        "RC_USER_JWT"
    )


@pytest.mark.parametrize(
    "environ", [{}, {"CLIENT_ID": "x"}, {"RC_APP_CLIENT_ID": ""}, {"RC_FILE": "x"}]
)
def test_an_environment_without_credentials_offers_nothing(
    environ: dict[str, str],
) -> None:
    source = CredentialsSource(environ, Redaction())

    assert source.variable == ""
    with pytest.raises(CredentialsFileError, match="holds no client ID"):
        source.in_environment()


def test_no_secret_is_in_its_repr_rd_04() -> None:
    source = CredentialsSource({"RC_APP_CLIENT_SECRET": SECRET}, Redaction())

    assert "CANARY" not in repr(source)
