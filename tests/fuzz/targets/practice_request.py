"""What a program may send to the practice server: line, ``Authorization``, form."""

from functools import cache

from flask.testing import FlaskClient

from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.web import create_app
from ringauth_gui.practice.world import World
from tests.fuzz.jwt_parts import with_good_jwt
from tests.practice.fake_clock import FakeClock

_BASE = "http://127.0.0.1:27466"
_MOST_AT_ONCE = 10**9


def check(data: bytes) -> None:
    """Look that every request is answered, and never with a fault of its own.

    The first line is the method and the target, the second one the credentials, the
    rest the form.
    """
    line, _, rest = data.partition(b"\n")
    authorization, _, form = rest.partition(b"\n")
    method, _, target = line.decode("latin-1").partition(" ")
    credentials = authorization.decode("latin-1").strip()
    headers = {"Authorization": credentials} if credentials.isprintable() else {}

    answer = _client().open(
        "/" + target.lstrip("/"),
        base_url=_BASE,
        method="POST" if method == "POST" else "GET",
        data=with_good_jwt(form),
        content_type="application/x-www-form-urlencoded",
        headers={name: value for name, value in headers.items() if value},
    )

    assert answer.status_code < 500
    answer.close()


@cache
def _client() -> FlaskClient:
    settings = Settings(
        auth_limit=_MOST_AT_ONCE,
        introspection_present=True,
        session_info_present=True,
        any_loopback_port=True,
        pkce_replaces_secret=True,
    )
    return create_app(World(settings, FakeClock())).test_client(use_cookies=False)
