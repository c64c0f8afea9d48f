"""A redirect is refused, and what it points to is told as it is."""

import pytest

from ringauth_gui.errors import RedirectedElsewhere
from ringauth_gui.oauth.redirected_answer import refuse_redirect
from tests.fakes.scripted_send import response


def _told_of(location: str) -> str:
    with pytest.raises(RedirectedElsewhere) as caught:
        refuse_redirect(response(b"", 302, {"location": location}))
    return caught.value.host


@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example:8443/x",
        "//evil.example:8443",
        "http://a@evil.example:8443",
    ],
)
def test_the_server_that_it_points_to_is_named(location: str) -> None:
    assert _told_of(location) == "evil.example:8443"


@pytest.mark.parametrize("location", ["/token/?CANARY", "token/", "?CANARY"])
def test_the_same_server_is_not_called_another_one(location: str) -> None:
    assert _told_of(location) == "a place on the same server"


@pytest.mark.parametrize(
    "location", ["", "//", "///evil", "#x", "mailto:a", "http://[evil", "https://℀/"]
)
def test_nowhere_is_no_server(location: str) -> None:
    assert _told_of(location) == "an address that it did not name"
