"""The HTTP interface by which programs switch the practice server."""

from dataclasses import fields

from flask import Flask, Response, request

from ringauth_gui.practice.answers import json_answer
from ringauth_gui.practice.coded_errors import CODED_ERRORS
from ringauth_gui.practice.control_guard import (
    ControlRefused,
    read_json_object,
    refuse_foreign_page,
)
from ringauth_gui.practice.control_json import (
    code_json,
    fault_json,
    kind_json,
    scene_json,
    session_json,
    setting_json,
    settings_json,
)
from ringauth_gui.practice.control_values import (
    WrongValue,
    changed_labels,
    changed_settings,
    read_fault,
)
from ringauth_gui.practice.fault_kinds import FAULT_KINDS, FaultKind
from ringauth_gui.practice.faults import NO_FAULTS
from ringauth_gui.practice.scenes import SCENES
from ringauth_gui.practice.session_summary import Ending
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.stage import Stage
from ringauth_gui.practice.world import World

FOLDER = "/practice/"
_SETTINGS = fields(Settings)


class Control:
    """What lies under ``/practice/`` for programs; every answer is JSON."""

    def __init__(self, world: World, stage: Stage) -> None:
        self._world = world
        self._stage = stage

    def add_to(self, flask: Flask) -> None:
        """Register the routes."""
        for method, path, view in (
            ("GET", "state", self.state),
            ("GET", "settings", self.settings),
            ("PATCH", "settings", self.change_settings),
            ("GET", "faults", self.fault_kinds),
            ("DELETE", "faults", self.switch_all_off),
            ("GET", "codes", self.codes),
            ("PUT", "faults/<key>", self.switch_on),
            ("DELETE", "faults/<key>", self.switch_off),
            ("GET", "scenes", self.scenes),
            ("POST", "scenes/<key>", self.start_scene),
            ("POST", "reset", self.reset),
            ("DELETE", "sessions", self.end_sessions),
            ("DELETE", "sessions/<session_id>", self.end_session),
        ):
            name = f"practice {method} {path}"
            flask.add_url_rule(f"{FOLDER}{path}", name, view, methods=[method])
        flask.before_request(_guard)
        flask.register_error_handler(ControlRefused, _refusal)
        flask.register_error_handler(WrongValue, _wrong_value)

    def state(self) -> Response:
        """All that can be switched, and who is signed in; never a token."""
        scene, behaviour = self._stage.scene, self._world.behaviour
        sessions = self._world.rules.sessions()
        return json_answer(
            {
                "scene": scene and {"key": scene.key, "name": scene.name},
                "settings": settings_json(behaviour.settings),
                "changed": changed_labels(behaviour.settings, behaviour.initial),
                "faults": [fault_json(each) for each in behaviour.faults.switched_on],
                "sessions": [session_json(each) for each in sessions],
            }
        )

    def settings(self) -> Response:
        """Every setting: what it can be, and what it is for."""
        return json_answer({"settings": [setting_json(each) for each in _SETTINGS]})

    def change_settings(self) -> Response:
        """Change the settings that the body names."""
        behaviour = self._world.behaviour
        untrusted = read_json_object()
        behaviour.change(changed_settings(behaviour.settings, untrusted))
        return self.state()

    def fault_kinds(self) -> Response:
        """Every way to misbehave that there is."""
        return json_answer(
            {"faults": [kind_json(each) for each in FAULT_KINDS.values()]}
        )

    def codes(self) -> Response:
        """Every error code that the fault ``refuse`` can answer."""
        return json_answer(
            {"codes": [code_json(each) for each in CODED_ERRORS.values()]}
        )

    def switch_on(self, key: str) -> Response:
        """Misbehave in this way, as the body says."""
        fault = read_fault(_kind(key), read_json_object())
        self._world.behaviour.change_faults(lambda faults: faults.with_fault(fault))
        return self.state()

    def switch_off(self, key: str) -> Response:
        """Misbehave in this way no longer."""
        kind = _kind(key)
        self._world.behaviour.change_faults(lambda faults: faults.without(kind))
        return self.state()

    def switch_all_off(self) -> Response:
        """Misbehave no longer."""
        self._world.behaviour.change_faults(lambda _: NO_FAULTS)
        return self.state()

    def scenes(self) -> Response:
        """Every scene: what to try, and what RingAuth should then say."""
        return json_answer({"scenes": [scene_json(each) for each in SCENES.values()]})

    def start_scene(self, key: str) -> Response:
        """Behave as RingCentral again, then as the scene says."""
        read_json_object()
        if key not in SCENES:
            raise ControlRefused(404, "key", "There is no such scene.")
        self._stage.start(SCENES[key])
        return self.state()

    def reset(self) -> Response:
        """Behave as RingCentral again; sessions go on."""
        read_json_object()
        self._stage.reset()
        return self.state()

    def end_sessions(self) -> Response:
        """End every session, as an administrator can."""
        self._world.rules.end_sessions(Ending.REVOKED)
        return self.state()

    def end_session(self, session_id: str) -> Response:
        """End one session, as an administrator can."""
        ended = self._world.rules.end_sessions(
            Ending.REVOKED, lambda session: session.session_id == session_id
        )
        if not ended:
            raise ControlRefused(404, "session_id", "There is no such session.")
        return self.state()


def _guard() -> None:
    if request.path.startswith(FOLDER):
        refuse_foreign_page()


def _refusal(refused: ControlRefused) -> Response:
    error = {"member": refused.member, "reason": refused.reason}
    return json_answer({"errors": [error]}, refused.status)


def _wrong_value(wrong: WrongValue) -> Response:
    return _refusal(ControlRefused(400, wrong.member, wrong.reason))


def _kind(key: str) -> FaultKind:
    if key not in FAULT_KINDS:
        raise ControlRefused(404, "kind", "There is no such fault.")
    return FAULT_KINDS[key]
