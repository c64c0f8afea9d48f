"""How often a practice server of this process is asked for a token."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, request, request_started


@contextmanager
def token_requests() -> Iterator[list[str]]:
    """Note the ``grant_type`` of each token request."""
    noted: list[str] = []

    def note(_server: Flask, **_: object) -> None:
        if request.path.endswith("/oauth/token"):
            noted.append(request.form["grant_type"])

    with request_started.connected_to(note):
        yield noted
