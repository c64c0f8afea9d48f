"""Applies the faults that are switched on, in one place around all endpoints."""

import select

from flask import Flask, Response, g, request

from ringauth_gui.practice.endpoint import endpoint_of
from ringauth_gui.practice.fault_answers import AFTERWARDS, INSTEAD
from ringauth_gui.practice.faults import Fault
from ringauth_gui.practice.world import World


class Misbehaviour:
    """Stands before and behind every request; the endpoints know nothing of it."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_to(self, flask: Flask) -> None:
        """Stand around all requests to ``flask``."""
        flask.before_request(self._before)
        flask.after_request(self._afterwards)

    def _before(self) -> Response | None:
        grant_type = request.form.get("grant_type", "")
        endpoint = endpoint_of(request.method, request.path, grant_type)
        if endpoint is None:
            return None
        g.faults = self._world.behaviour.meet_faults(endpoint)
        for fault in g.faults:
            if fault.kind.key == "slow":
                _wait(fault.amount or 0)
        for fault in g.faults:
            if fault.kind.key in INSTEAD:
                return INSTEAD[fault.kind.key](fault)
        return None

    def _afterwards(self, answer: Response) -> Response:
        faults: tuple[Fault, ...] = g.get("faults", ())
        for fault in faults:
            if fault.kind.key in AFTERWARDS:
                answer = AFTERWARDS[fault.kind.key](fault, answer)
            if fault.kind.key == "expire-soon":
                self._shorten(fault, answer)
        return answer

    def _shorten(self, fault: Fault, answer: Response) -> None:
        """Hold to what the answer says of the token's life."""
        body = answer.get_json(silent=True)
        if isinstance(body, dict) and "access_token" in body:
            self._world.rules.shorten(body["access_token"], fault.amount or 0)


def _wait(seconds: int) -> None:
    """Wait, but no longer than the client does or the server runs.

    The request is read, so that its connection has nothing more to say: only its end,
    from either side, makes it readable.
    """
    select.select([request.environ["werkzeug.socket"]], [], [], seconds)
