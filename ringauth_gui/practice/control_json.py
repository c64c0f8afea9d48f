"""What the control interface answers with."""

import enum
from dataclasses import Field, fields
from datetime import UTC, datetime
from typing import Any

from ringauth_gui.practice.coded_error import CodedError
from ringauth_gui.practice.control_values import MOST, setting_type
from ringauth_gui.practice.fault_kinds import FaultKind
from ringauth_gui.practice.faults import Fault
from ringauth_gui.practice.scene import Scene
from ringauth_gui.practice.session_summary import SessionSummary
from ringauth_gui.practice.setting import group_of
from ringauth_gui.practice.settings import Settings

_TYPE_NAMES = {int: "number", bool: "yes-no", str: "text"}


def settings_json(settings: Settings) -> dict[str, object]:
    """Return every setting by its name."""
    return {each.name: plain(getattr(settings, each.name)) for each in fields(Settings)}


def setting_json(setting: Field[Any]) -> dict[str, object]:
    """Return what a setting can be, and what it is for."""
    kind = setting_type(setting.name)
    return {
        "name": setting.name,
        "label": setting.metadata["label"],
        "about": setting.metadata["about"],
        "group": group_of(kind),
        "type": _TYPE_NAMES.get(kind, "choice"),
        "choices": list(map(plain, kind)) if issubclass(kind, enum.Enum) else [],
        "most": MOST if kind is int else None,
    }


def plain(value: object) -> object:
    """Return what JSON can hold."""
    return value.value if isinstance(value, enum.Enum) else value


def fault_json(fault: Fault) -> dict[str, object]:
    """Return a fault that is switched on."""
    return {
        "kind": fault.kind.key,
        "label": fault.label,
        "endpoints": [each.value for each in fault.endpoints],
        "times": fault.times,
        "amount": fault.amount,
        "code": fault.code,
    }


def kind_json(kind: FaultKind) -> dict[str, object]:
    """Return a way to misbehave."""
    return {
        "kind": kind.key,
        "label": kind.label,
        "about": kind.about,
        "endpoints": [each.value for each in kind.endpoints],
        "usual": [each.value for each in kind.usual],
        "amount": kind.amount,
        "amount_label": kind.amount_label,
        "least": kind.least,
        "most": kind.most,
        "code": kind.code,
        "common": kind.is_common,
    }


def code_json(error: CodedError) -> dict[str, object]:
    """Return an error code with which requests can be refused."""
    return {
        "code": error.code,
        "status": error.status,
        "error": error.error,
        "message": error.text,
    }


def scene_json(scene: Scene) -> dict[str, object]:
    """Return what a scene tells people."""
    return {
        "key": scene.key,
        "name": scene.name,
        "about": scene.about,
        "steps": list(scene.steps),
        "promises": [
            {
                "control": promise.place.value,
                "place": promise.place.label,
                "text": promise.text,
            }
            for promise in scene.promises
        ],
    }


def session_json(session: SessionSummary) -> dict[str, object]:
    """Return a session without its secrets."""
    return {
        "session_id": session.session_id,
        "client_id": session.client_id,
        # As a text: it may be larger than what other languages hold exactly.
        "extension_id": str(session.extension_id),
        "extension_number": session.extension_number,
        "started_at": _time(session.started_at),
        "access_ends_at": _time(session.access_ends_at),
        "refresh_ends_at": session.refresh_ends_at and _time(session.refresh_ends_at),
    }


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
