"""An HTTP answer written as text: the status, the headers, an empty line, the body."""

from ringauth_gui.oauth.exchange import HttpResponse
from tests.fakes.scripted_send import response

USUAL = 400


def read_answer(data: bytes) -> HttpResponse:
    """Return what the bytes make up; whatever they are, they make up something."""
    head, _, body = data.partition(b"\n\n")
    status, *lines = head.decode("latin-1").split("\n")
    headers: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        # As the transport has them: names in lower case, repeated ones joined.
        name, value = name.strip().lower(), value.strip()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    is_status = status.isascii() and status.isdigit() and len(status) == 3
    return response(body, int(status) if is_status else USUAL, headers)
