"""The page in the browser that switches the practice server."""

import secrets
from collections.abc import Container
from datetime import datetime

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from ringauth_gui.practice.answers import page_answer
from ringauth_gui.practice.coded_errors import CODED_ERRORS
from ringauth_gui.practice.control import FOLDER
from ringauth_gui.practice.control_form import (
    form_fields,
    read_fault_form,
    read_settings,
)
from ringauth_gui.practice.control_guard import ControlRefused
from ringauth_gui.practice.control_values import (
    WrongValue,
    changed_labels,
    changed_settings,
    read_fault,
)
from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.scenes import SCENES
from ringauth_gui.practice.session_summary import Ending, SessionSummary
from ringauth_gui.practice.stage import Stage
from ringauth_gui.practice.world import World


class ControlPage:
    """Scenes, faults, settings and sessions: HTML without any script."""

    def __init__(self, world: World, stage: Stage) -> None:
        self._world = world
        self._stage = stage
        # Another server's page cannot know it, so that its forms do nothing here.
        self._proof = secrets.token_urlsafe(32)
        self._actions = {
            "scene": self._start_scene,
            "reset": stage.reset,
            "fault-on": self._switch_on,
            "fault-off": self._switch_off,
            "settings": self._change_settings,
            "end": self._end_session,
        }

    def add_to(self, flask: Flask) -> None:
        """Register the routes."""
        flask.get(FOLDER)(self.show)
        flask.post(FOLDER)(self.act)

    def show(self, wrong: WrongValue | None = None) -> Response:
        """The page as things stand."""
        behaviour = self._world.behaviour
        faults = behaviour.faults.switched_on
        answer = page_answer(
            "practice.html",
            status=200 if wrong is None else 400,
            wrong=wrong,
            proof=self._proof,
            scene=self._stage.scene,
            scenes=SCENES.values(),
            kinds=FAULT_KINDS.values(),
            codes=CODED_ERRORS.values(),
            faults={fault.kind.key: fault for fault in faults},
            groups=form_fields(behaviour.settings, behaviour.initial),
            changed=changed_labels(behaviour.settings, behaviour.initial),
            sessions=[self._session(each) for each in self._world.rules.sessions()],
        )
        # Without it a browser sends no Origin with the page's own forms.
        answer.headers["Referrer-Policy"] = "same-origin"
        return answer

    def act(self) -> AnyResponse:
        """Do what a form of the page asks for, and show the page again."""
        untrusted_proof = request.form.get("proof", "")
        if not secrets.compare_digest(untrusted_proof.encode(), self._proof.encode()):
            raise ControlRefused(403, "proof", "This form is not of this server.")
        action = self._actions.get(request.form.get("action", ""))
        if action is None:
            raise ControlRefused(400, "action", "There is no such action.")
        try:
            action()
        except WrongValue as wrong:
            return self.show(wrong)
        return redirect(FOLDER, 303)

    def _start_scene(self) -> None:
        self._stage.start(SCENES[_known(SCENES)])

    def _switch_on(self) -> None:
        kind = FAULT_KINDS[_known(FAULT_KINDS)]
        fault = read_fault(kind, read_fault_form(kind, request.form))
        self._world.behaviour.change_faults(lambda faults: faults.with_fault(fault))

    def _switch_off(self) -> None:
        kind = FAULT_KINDS[_known(FAULT_KINDS)]
        self._world.behaviour.change_faults(lambda faults: faults.without(kind))

    def _change_settings(self) -> None:
        behaviour = self._world.behaviour
        untrusted = read_settings(request.form)
        behaviour.change(changed_settings(behaviour.settings, untrusted))

    def _end_session(self) -> None:
        untrusted_id = request.form.get("key", "")
        self._world.rules.end_sessions(
            Ending.REVOKED, lambda session: session.session_id == untrusted_id
        )

    def _session(self, session: SessionSummary) -> dict[str, str]:
        person = self._world.registry.find_person(session.extension_number)
        app = self._world.registry.find_app(session.client_id)
        since = datetime.fromtimestamp(session.started_at).astimezone()
        return {
            "id": session.session_id,
            "person": session.extension_number if person is None else person.name,
            "app": session.client_id if app is None else app.name,
            "since": since.strftime("%H:%M:%S"),
        }


def _known(known: Container[str]) -> str:
    """Return the key that the form names."""
    untrusted_key = request.form.get("key", "")
    if untrusted_key not in known:
        raise WrongValue("key", "There is no such thing.")
    return untrusted_key
