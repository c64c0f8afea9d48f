"""The forms in which a request can be taken away."""

from collections.abc import Callable
from functools import partial

from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.redaction import Redaction
from ringauth_gui.takeaway.curl import curl
from ringauth_gui.takeaway.fetch_code import fetch_code
from ringauth_gui.takeaway.form import Form
from ringauth_gui.takeaway.hiding import Hiding, Secrets
from ringauth_gui.takeaway.powershell import powershell
from ringauth_gui.takeaway.python_code import python_code
from ringauth_gui.takeaway.raw_http import raw_http
from ringauth_gui.takeaway.wire import WireRequest, wire_request

_WRITERS: tuple[tuple[str, str, str, Callable[[WireRequest], str]], ...] = (
    ("curl", "cURL (bash, zsh, sh)", ".sh", curl),
    ("powershell", "PowerShell", ".ps1", powershell),
    ("python", "Python requests", ".py", python_code),
    ("fetch", "JavaScript fetch", ".mjs", fetch_code),
    ("http", "Raw HTTP", ".http", raw_http),
)


def request_forms(exchange: Exchange, redaction: Redaction) -> tuple[Form, ...]:
    """Return every form of the request of ``exchange``."""

    def text(write: Callable[[WireRequest], str], secrets: Secrets) -> str:
        return write(wire_request(exchange, Hiding(redaction, secrets)))

    return tuple(
        Form(key, label, suffix, partial(text, write))
        for key, label, suffix, write in _WRITERS
    )
