import pytest

from ringauth_gui.errors import NotJson
from ringauth_gui.oauth.json_answer import json_answer
from tests.fakes.scripted_send import response


def test_the_object_that_a_server_answered_with_is_read() -> None:
    assert json_answer(response({"name": "Ada"})) == {"name": "Ada"}


def test_any_other_answer_is_told_with_what_its_server_calls_it() -> None:
    page = response("<html>CANARY", 502, {"rcrequestid": "request-1"})

    with pytest.raises(NotJson) as refused:
        json_answer(page)

    assert refused.value.reason == "it is not JSON"
    assert (refused.value.status, refused.value.request_id) == (502, "request-1")
    assert refused.value.__cause__ is None
    assert "CANARY" not in repr(refused.value)
