"""A request as it goes over the connection (RFC 9112)."""

from ringauth_gui.takeaway.wire import WireRequest


def raw_http(request: WireRequest) -> str:
    """Return request line, headers and body, for reading; lines end in LF alone."""
    lines = [f"{request.method} {request.target} HTTP/1.1"]
    lines += [
        f"{each.name}: {each.value}"
        for each in request.headers
        if each.name.lower() != "content-length"
    ]
    if request.form is not None:
        lines.append(f"Content-Length: {len(request.body.encode())}")
    return "\n".join((*lines, "", request.body))
