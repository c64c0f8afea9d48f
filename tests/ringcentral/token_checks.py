"""A Check of one access token at RingCentral."""

from dataclasses import replace

from ringauth_gui.ringcentral.checks import TokenCheck
from ringauth_gui.ringcentral.identity import CheckResult
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_api import Answers, ScriptedApi

USERINFO = "https://server.example/userinfo"
OTHER = replace(RINGCENTRAL, speaks_ringcentral=False, userinfo_endpoint=USERINFO)


def check(answers: Answers | None = None, *scope: str) -> tuple[CheckResult, list[str]]:
    api = ScriptedApi(answers)
    result = TokenCheck(RINGCENTRAL, "CANARY-access", api, FixedClock()).check(scope)
    return result, api.asked
