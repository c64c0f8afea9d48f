"""Switches the practice server over HTTP: it may be another window's or a script's."""

import http.client
import json
from collections.abc import Mapping
from urllib.parse import quote

from ringauth_gui.errors import InvalidServerResponse, NetworkError
from ringauth_gui.oauth.json_object import UnusableJson, json_object
from ringauth_gui.oauth.url_parts import authority_of
from ringauth_gui.practice_call import call_practice
from ringauth_gui.practice_host import PracticeHost
from ringauth_gui.practice_setting import SettingValue
from ringauth_gui.practice_state import (
    PracticeProgramme,
    PracticeState,
    read_programme,
    read_state,
)

SECONDS = 5.0
_FOLDER = "/practice/"
_REFUSE = "faults/refuse"
_LISTS = ("scenes", "faults", "codes", "settings")
_WRONG = (KeyError, TypeError, ValueError)  # of what another version tells

_Body = Mapping[str, SettingValue]


class PracticeClient:
    """Speaks the control interface; nothing of it shows in the HTTP log."""

    def __init__(self, host: PracticeHost) -> None:
        """Ask the practice server that ``host`` knows or starts."""
        self._host = host

    def look(self) -> PracticeState | None:
        """Return what is on; None when no practice server runs."""
        address = self._host.running_address()
        return None if address is None else _state(address, "GET", "state")

    def programme(self) -> PracticeProgramme:
        """Return all that can be switched."""
        address = self._host.address()
        told = {path: _ask(address, "GET", path) for path in _LISTS}
        try:
            return read_programme(told)
        except _WRONG as error:
            raise _unusable() from error

    def state(self) -> PracticeState:
        """Return what is on."""
        return self._switch("GET", "state")

    def start_scene(self, key: str) -> PracticeState:
        """Start a scene in place of all that is on."""
        return self._switch("POST", f"scenes/{quote(key, safe='')}")

    def switch_fault(
        self, key: str, *, on: bool, amount: int | None = None
    ) -> PracticeState:
        """Switch a fault on where it usually is, or off; with the usual amount."""
        path = f"faults/{quote(key, safe='')}"
        if not on:
            return self._switch("DELETE", path)
        return self._switch("PUT", path, {} if amount is None else {"amount": amount})

    def change_setting(self, name: str, value: SettingValue) -> PracticeState:
        """Let a setting be ``value``."""
        return self._switch("PATCH", "settings", {name: value})

    def refuse_with(self, code: str) -> PracticeState:
        """Refuse requests with this error code; with none, refuse them no longer."""
        if not code:
            return self._switch("DELETE", _REFUSE)
        return self._switch("PUT", _REFUSE, {"code": code})

    def reset(self) -> PracticeState:
        """Let the server behave as RingCentral again."""
        return self._switch("POST", "reset")

    def page_address(self) -> str:
        """Return the address of the server's own page."""
        return f"{self._host.address()}{_FOLDER}"

    def _switch(
        self, method: str, path: str, body: _Body | None = None
    ) -> PracticeState:
        return _state(self._host.address(), method, path, body)


def _state(
    address: str, method: str, path: str, body: _Body | None = None
) -> PracticeState:
    try:
        return read_state(_ask(address, method, path, body))
    except _WRONG as error:
        raise _unusable() from error


def _ask(
    address: str, method: str, path: str, body: _Body | None = None
) -> dict[str, object]:
    authority = authority_of(address)
    try:
        sent = None if body is None else json.dumps(body)
        answer = call_practice(authority, method, f"{_FOLDER}{path}", SECONDS, sent)
    except (OSError, http.client.HTTPException) as error:
        raise NetworkError(authority, str(error) or "no answer") from error
    if answer.status != http.client.OK:
        raise _unusable(answer.status)
    try:
        return json_object(answer.body)
    except UnusableJson as error:
        raise _unusable() from error


def _unusable(status: int = http.client.OK) -> InvalidServerResponse:
    return InvalidServerResponse(
        "the practice server is of another version", status=status, request_id=None
    )
