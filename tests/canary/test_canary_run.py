"""A whole course below the window leaves no canary anywhere (R22)."""

from collections.abc import Iterator

import pytest

from ringauth_gui.errors import RingAuthError
from ringauth_gui.storage.token_store import SecretKind
from ringauth_gui.takeaway.hiding import Secrets
from tests.canary.course import CODES, SECRET, Course
from tests.canary.exports import exports, write_all
from tests.canary.run import course
from tests.canary.search import CanarySearch


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Course]:
    """Return the course once it has run, and all exports of it are written."""
    folder = tmp_path_factory.mktemp("canary")
    with course(folder) as done:
        write_all(done, done.files / "exports")
        yield done


@pytest.fixture(scope="module")
def search(done: Course) -> CanarySearch:
    return done.search()


def test_the_course_met_everything(done: Course) -> None:
    kinds = {type(error) for error in done.errors}
    canaries = {name.rpartition(" ")[0] or name for name in done.canaries()}

    assert len(kinds) >= 10
    assert len(done.errors) >= 80
    assert all(any(code in repr(each) for each in done.messages) for code in CODES[:3])
    assert canaries >= {"code", "code_verifier", "state", "access_token", "id_token"}
    assert canaries >= {"refresh_token", "assertion", "client", "pasted access"}


@pytest.mark.case("RD-01", "RD-08", "RD-09", "RD-10")
def test_no_log_at_the_most_verbose_level_and_no_stream_holds_a_canary(
    done: Course, search: CanarySearch
) -> None:
    plain = done.plain_log.getvalue()

    assert "refresh failed" in plain
    assert 'HTTP/1.1" 200' in plain  # the library spoke, and was heard
    assert search.found_in(plain) == set()
    assert search.found_in(done.output.getvalue()) == set()


@pytest.mark.case("RD-02")
def test_no_message_and_no_error_holds_a_canary(
    done: Course, search: CanarySearch
) -> None:
    shown = "\n".join(map(repr, (*done.messages, *done.errors)))
    raised = "\n".join(f"{each} {vars(each)}" for each in done.errors)

    assert search.found_in(shown) == set()
    assert search.found_in(raised) == set()
    assert all(isinstance(each, RingAuthError) for each in done.errors)


@pytest.mark.case("RD-05", "RD-06", "RD-10")
def test_no_file_holds_a_canary_exports_reports_and_logs_included(
    done: Course, search: CanarySearch
) -> None:
    names = {path.suffix for path in done.files.rglob("*") if path.is_file()}

    assert names >= {".sh", ".ps1", ".py", ".mjs", ".http", ".env", ".har", ".log"}
    assert search.found_in_files(done.files) == {}


@pytest.mark.case("RD-04")
def test_no_representation_of_what_came_out_holds_a_canary(
    done: Course, search: CanarySearch
) -> None:
    shown = "\n".join(f"{one} {one!r} {[one]}" for one in done.outcomes)

    assert search.found_in(shown) == set()


def test_a_secret_is_only_where_it_is_meant_to_be(
    done: Course, search: CanarySearch
) -> None:
    profile = done.profile()
    with_secrets = dict(exports(done, Secrets.SHOWN))
    kept = done.core.keyring.load(profile.id, SecretKind.CLIENT_SECRET)
    browser = "\n".join(each.authorization_uri for each in done.core.progress)
    in_browser = {name.rpartition(" ")[0] for name in search.found_in(browser)}

    # The keyring, "With secrets", and state in the browser's address: nowhere else.
    assert kept is not None
    assert SECRET in kept
    assert search.found_in(with_secrets["token-dotenv.env"])
    assert search.found_in(with_secrets["log.har"])
    assert search.found_in(with_secrets["profiles.json"]) == set()
    assert in_browser == {"state"}


def test_a_leak_planted_in_what_is_searched_is_found(
    done: Course, search: CanarySearch
) -> None:
    form = done.core.exchanges[0].request.form
    planted = done.files / "log" / "planted.log"
    planted.write_bytes(f"x{SECRET[3:15]}".encode("utf-16"))

    found = search.found_in_files(planted.parent)
    planted.unlink()

    assert set(found) == {planted}
    assert search.found_in(str(form))
