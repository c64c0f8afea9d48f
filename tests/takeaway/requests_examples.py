"""Requests whose values have all that a shell or a language may take for its own."""

from collections.abc import Mapping

from hypothesis import strategies as st

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange, HttpRequest
from ringauth_gui.redaction import Redaction
from ringauth_gui.takeaway.hiding import Hiding, Secrets
from ringauth_gui.takeaway.wire import WireRequest, wire_request

SENT = Moment(1_764_000_000.0, 100.0)
HOSTILE = (
    "it's",
    '"double"',
    "two  blanks and a\ttab",
    "$HOME ${HOME} $(id) `id`",
    "line\nbreak\r\nand another",
    "back\\slash \\' \\n",
    "ümläut 日本 🎉",
    "‘smart’ ‚quotes‛ “double”",
    "!history ~ * ? [a] {b,c} & | ; < > # %",
    "a=b&c=d+e%20f",
    "@/etc/passwd",
    "</script>\u2028",
    "",
)
# What a form can hold and every language can write: no half surrogate pair, no NUL,
# which no argument of a program can have.
any_text = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30
)


def sent(
    url: str,
    form: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    secrets: Secrets = Secrets.SHOWN,
) -> WireRequest:
    """Return a request as it was sent."""
    method = "GET" if form is None else "POST"
    own = {"Host": "x", "User-Agent": "RingAuth", "Accept": "application/json"}
    request = HttpRequest(method, url, form=form)
    exchange = Exchange(request, {**own, **(headers or {})}, SENT, 0.1)
    return wire_request(exchange, Hiding(Redaction(), secrets))
