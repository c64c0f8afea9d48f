"""The practice server's ID tokens, right and wrong ones, in the list of checks."""

import time
from pathlib import Path

import pytest

from ringauth_gui.oauth.answer_check import CheckOutcome
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.practice.apps import CONFIDENTIAL_APP
from ringauth_gui.practice.choices import IdTokenAlgorithm, IdTokenFault
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import Settings
from tests.fakes.core import Core, new_profile
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.practice_person import PracticePerson
from tests.fakes.practice_uris import free_redirect_uri

PASSED, FAILED = CheckOutcome.PASSED, CheckOutcome.FAILED
ALL_PASSED = dict.fromkeys(
    ("signature", "issuer", "audience", "lifetime", "nonce"), PASSED
)
FAULTS = {
    IdTokenFault.NONE: None,
    IdTokenFault.WRONG_KEY: "signature",
    IdTokenFault.ALG_NONE: "signature",
    IdTokenFault.WRONG_ISSUER: "issuer",
    IdTokenFault.WRONG_AUDIENCE: "audience",
    IdTokenFault.EXPIRED: "lifetime",
    IdTokenFault.WRONG_NONCE: "nonce",
}


def _outcomes(server: PracticeServer, folder: Path) -> dict[str, CheckOutcome]:
    """Sign in anew and return what became of each check of the ID token."""
    now = FixedClock(time.time(), time.monotonic())
    core = Core(server.address, PracticePerson().open, folder, clock=now)
    profile = new_profile(
        client_id=CONFIDENTIAL_APP.client_id,
        has_secret=True,
        options=RequestOptions(scope=("openid", "ReadAccounts"), sends_nonce=True),
        redirect_uris=(free_redirect_uri(),),
    )
    core.vault.save_secret(profile, CONFIDENTIAL_APP.client_secret or "")
    signed_in = core.authorize(profile)
    assert signed_in.keeping is not None
    return {
        check.subject.removeprefix("ID token "): check.outcome
        for check in signed_in.checks
        if check.subject.startswith("ID token")
    }


@pytest.mark.parametrize(
    ("algorithm", "fault"),
    [
        *((IdTokenAlgorithm.RS256, fault) for fault in IdTokenFault),
        (IdTokenAlgorithm.HS256, IdTokenFault.NONE),
        (IdTokenAlgorithm.HS256, IdTokenFault.WRONG_KEY),
    ],
)
def test_each_fault_fails_its_own_check_and_no_other(
    tmp_path: Path, fault: IdTokenFault, algorithm: IdTokenAlgorithm
) -> None:
    settings = Settings(id_token_fault=fault, id_token_algorithm=algorithm)

    with PracticeServer(0, settings) as server:
        outcomes = _outcomes(server, tmp_path)

    failing = FAULTS[fault]
    assert outcomes == ALL_PASSED | ({failing: FAILED} if failing else {})
