"""Keeps web pages of other servers away from the control interface."""

import json
from typing import Any

from flask import request

from ringauth_gui.practice.addresses import own_address

_JSON = "application/json"
# A browser says where a request comes from; other programs say nothing.
_OWN_SITES = (None, "same-origin", "none")


class ControlRefused(Exception):
    """A request to the control interface is refused."""

    def __init__(self, status: int, member: str, reason: str) -> None:
        """Say which member of the request is wrong, and why."""
        super().__init__(reason)
        self.status = status
        self.member = member
        self.reason = reason


def refuse_foreign_page() -> None:
    """Let programs and the server's own page through, and nobody else.

    Raises:
        ControlRefused: 403, a page of another server sent the request.
    """
    origin = request.headers.get("Origin")
    if origin not in (None, own_address()):
        raise ControlRefused(403, "Origin", "Other servers' pages are not answered.")
    if request.headers.get("Sec-Fetch-Site") not in _OWN_SITES:
        reason = "Other servers' pages are not answered."
        raise ControlRefused(403, "Sec-Fetch-Site", reason)


def read_json_object() -> dict[str, Any]:
    """Return the members of the body; none where there is no body.

    Raises:
        ControlRefused: 415 or 400, the body is no JSON object.
    """
    # Required even without a body: a form of a web page cannot send it.
    if request.mimetype != _JSON:
        raise ControlRefused(415, "Content-Type", f"It has to be {_JSON}.")
    try:
        untrusted = json.loads(request.get_data() or b"{}")
    except (ValueError, RecursionError):
        untrusted = None
    if not isinstance(untrusted, dict):
        raise ControlRefused(400, "body", "It has to be a JSON object.")
    return untrusted
