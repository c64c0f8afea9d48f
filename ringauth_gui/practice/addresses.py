"""The names of this server, as scheme and authority."""

from flask import request


def own_address() -> str:
    """The name that the current request was sent to."""
    return request.host_url.rstrip("/")


def own_addresses() -> tuple[str, ...]:
    """All names that this server answers to."""
    port = request.environ["SERVER_PORT"]
    return (f"http://127.0.0.1:{port}", f"http://localhost:{port}")
