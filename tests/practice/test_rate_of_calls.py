from ringauth_gui.practice.apps import (
    PUBLIC_APP,
)
from ringauth_gui.practice.server import PracticeServer
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import BASIC, Visitor

TOKEN = "/restapi/oauth/token"
REFRESH: dict[str, str] = {"grant_type": "refresh_token", "refresh_token": "none"}


def test_the_sixth_call_in_a_minute_is_cmn_301(clock: FakeClock) -> None:
    with PracticeServer(0, clock=clock) as server:
        visitor = Visitor(server.address)
        for _ in range(5):
            visitor.refresh("none")

        answer = visitor.refresh("none")

    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "60"
    assert answer.headers["X-Rate-Limit-Group"] == "auth"
    assert answer.json() == {
        "errorCode": "CMN-301",
        "message": "Request rate exceeded",
        "errors": [{"errorCode": "CMN-301", "message": "Request rate exceeded"}],
    }


def test_revocations_and_malformed_calls_count_for_the_same_limit(
    clock: FakeClock,
) -> None:
    client_id = PUBLIC_APP.client_id
    with PracticeServer(0, clock=clock) as server:
        visitor = Visitor(server.address)
        malformed = {"Authorization": "Digest x"}
        visitor.post(TOKEN, {"client_id": client_id}, malformed)
        visitor.revoke("none")

        answer = visitor.refresh("none")

    assert answer.headers["X-Rate-Limit-Remaining"] == "2"


def test_a_client_id_in_basic_is_counted_as_that_app(clock: FakeClock) -> None:
    with PracticeServer(0, clock=clock) as server:
        visitor = Visitor(server.address)
        visitor.post(TOKEN, REFRESH, basic=BASIC)

        answer = visitor.post(TOKEN, REFRESH, basic=BASIC)
        other = visitor.refresh("none")

    assert answer.headers["X-Rate-Limit-Remaining"] == "3"
    assert other.headers["X-Rate-Limit-Remaining"] == "4"
