"""Check, and the question for one permission, against the practice server."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ringauth_gui.oauth.token import Token
from ringauth_gui.practice.apps import PUBLIC_APP
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.practice.settings import Settings
from ringauth_gui.ringcentral.identity import CheckResult, Subject, Verdict
from ringauth_gui.ringcentral.permissions import CallVerdict, permission_rows
from ringauth_gui.ringcentral.user_permissions import Standing
from ringauth_gui.storage.profile import Profile
from tests.fakes.core import Core
from tests.fakes.practice_person import PracticePerson
from tests.test_practice_run import practice_profile

SETTINGS = Settings(auth_limit=10_000, light_limit=10_000, medium_limit=10_000)


class Run:
    """A sign-in at the practice server, and what is asked with its token."""

    def __init__(self, server: PracticeServer, folder: Path) -> None:
        self.server = server
        self.person = PracticePerson()
        self._core = Core(server.address, self.person.open, folder)
        self._profile: Profile = practice_profile(self._core, PUBLIC_APP)

    def sign_in(self, who: str) -> Token:
        self.person.who = who
        attempt = self._core.new_attempt()
        uri = self._profile.redirect_uris[0]
        return self._core.authorizer.authorize(self._profile, uri, attempt).token

    def check(self, token: Token) -> CheckResult:
        return self._core.authorizer.check(self._profile, token, self._core.cancel)

    def ask(self, name: str, token: Token) -> Standing:
        result = self._core.authorizer.ask_permission(
            name, self._profile, token, self._core.cancel
        )
        assert result.asked is not None
        return result.asked.standing


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    with PracticeServer(0, SETTINGS) as server:
        yield Run(server, tmp_path)


def _verdicts(token: Token, result: CheckResult) -> dict[str, CallVerdict]:
    rows = permission_rows(token.scope, result.permissions, result.answers)
    return {row.name: row.verdict for row in rows.first}


def test_ada_may_all_that_the_app_asks_for(run: Run) -> None:
    token = run.sign_in("101")

    result = run.check(token)

    assert result.verdict is Verdict.ACCEPTED
    assert result.untold == ()
    assert result.account is not None
    assert result.account.brand_id == "1210"
    verdicts = _verdicts(token, result)
    assert token.scope is not None
    assert {verdicts[name] for name in token.scope} == {CallVerdict.ALLOWED}
    assert verdicts["EditExtensions"] is CallVerdict.APP_LACKS_SCOPE


def test_grace_lacks_what_her_role_lacks(run: Run) -> None:
    token = run.sign_in("102")

    result = run.check(token)

    assert result.verdict is Verdict.ACCEPTED
    assert result.identity is not None
    assert result.identity.extension_id == "9007199254740993"
    assert [each.subject for each in result.untold] == [Subject.ACCOUNT]
    refusal = result.untold[0].refusal
    assert refusal is not None
    assert refusal.codes == ("CMN-408",)
    assert refusal.permission == "ReadCompanyInfo"
    verdicts = _verdicts(token, result)
    assert verdicts["SMS"] is CallVerdict.USER_LACKS_PERMISSION
    assert verdicts["RingOut"] is CallVerdict.ALLOWED


def test_an_app_without_the_scope_is_told_apart_from_a_user_without_it(
    run: Run,
) -> None:
    registry = run.server.world.registry
    registry.replace_app(replace(PUBLIC_APP, scopes=("ReadCallLog", "SMS")))
    token = run.sign_in("102")

    result = run.check(token)

    assert result.verdict is Verdict.APP_LACKS_SCOPE
    assert result.refusal is not None
    assert result.refusal.permission == "ReadAccounts"
    verdicts = _verdicts(token, result)
    assert verdicts["ReadAccounts"] is CallVerdict.APP_LACKS_SCOPE
    assert verdicts["RingOut"] is CallVerdict.APP_LACKS_SCOPE
    assert verdicts["ReadCallLog"] is CallVerdict.ALLOWED
    assert verdicts["SMS"] is CallVerdict.USER_LACKS_PERMISSION
    assert verdicts["ReadMessages"] is CallVerdict.ALLOWED  # through SMS


def test_a_user_without_the_permission_is_told_apart(run: Run) -> None:
    token = run.sign_in("102")
    registry = run.server.world.registry
    grace = registry.find_person("102")
    assert grace is not None
    registry.replace_person(replace(grace, permissions=("ReadCallLog",)))

    result = run.check(token)

    assert result.verdict is Verdict.USER_LACKS_PERMISSION
    assert result.refusal is not None
    assert result.refusal.permission == "ReadExtensions"
    assert _verdicts(token, result)["ReadAccounts"] is CallVerdict.USER_LACKS_PERMISSION


def test_one_permission_is_asked_for_by_name(run: Run) -> None:
    token = run.sign_in("102")

    assert run.ask("RingOut", token) is Standing.HAS
    assert run.ask("SMS", token) is Standing.LACKS
    assert run.ask("Made up & more", token) is Standing.NO_SUCH_NAME


def test_a_check_costs_none_of_the_five(tmp_path: Path) -> None:
    with PracticeServer(0, Settings()) as server:
        run = Run(server, tmp_path)
        token = run.sign_in("101")

        results = [run.check(token) for _ in range(8)]

        assert {result.verdict for result in results} == {Verdict.ACCEPTED}


def test_a_pause_of_the_medium_group_spoils_nothing_else(tmp_path: Path) -> None:
    with PracticeServer(0, replace(SETTINGS, medium_limit=1)) as server:
        run = Run(server, tmp_path)
        token = run.sign_in("101")
        run.check(token)

        result = run.check(token)

        assert result.identity is not None
        assert result.account is not None
        assert result.permissions is None
        refusal = result.untold[0].refusal
        assert refusal is not None
        assert refusal.retry_after == 60.0
