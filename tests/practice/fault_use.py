"""Faults of a practice server, switched on where and as they are wanted."""

import requests

from ringauth_gui.practice.endpoint import Endpoint
from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.faults import Fault, usual_fault
from ringauth_gui.practice.server import PracticeServer
from tests.practice.visitor import Visitor

METADATA = "/.well-known/openid-configuration"


def switch_on(server: PracticeServer, fault: Fault) -> None:
    server.world.behaviour.change_faults(lambda faults: faults.with_fault(fault))


def at(key: str, *endpoints: Endpoint, times: int = 0, amount: int = 0) -> Fault:
    return Fault(FAULT_KINDS[key], endpoints, times, amount)


def token_answer(
    server: PracticeServer, visitor: Visitor, key: str
) -> requests.Response:
    """The answer to a code while the fault is on, as it usually is."""
    code = visitor.get_code()
    switch_on(server, usual_fault(key))
    return visitor.exchange(code)
