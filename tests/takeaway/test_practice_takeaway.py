"""What is taken away works at the practice server, run by a shell and by Python."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP, App
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.takeaway.code_forms import request_forms
from ringauth_gui.takeaway.hiding import Secrets
from tests.fakes.core import Core
from tests.fakes.practice_person import PracticePerson
from tests.takeaway.test_curl import run
from tests.test_practice_run import SETTINGS, practice_profile


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    with PracticeServer(0, SETTINGS) as server:
        yield Core(server.address, PracticePerson().open, tmp_path)


def form_of(core: Core, exchange: Exchange, key: str) -> str:
    """Return a request as it was sent, in one form."""
    forms = {form.key: form for form in request_forms(exchange, core.redaction)}
    return forms[key].text_of(Secrets.SHOWN)


@pytest.mark.parametrize("app", [CONFIDENTIAL_APP, PUBLIC_APP])
def test_a_refresh_and_a_call_are_repeated_by_curl(core: Core, app: App) -> None:
    profile = practice_profile(core, app)
    token = core.authorize(profile).token
    core.authorizer.refresh(profile, token, core.cancel)
    refresh = core.exchanges[-1]
    core.authorizer.check(profile, core.vault.load_token(profile) or token, core.cancel)
    calls = [each for each in core.exchanges if each.request.method == "GET"]

    # A repeat of the refresh gives the same tokens for a while (reference section 4).
    answer = json.loads(run(form_of(core, refresh, "curl")))
    who = json.loads(run(form_of(core, calls[0], "curl")))

    assert answer["token_type"] == "bearer"
    assert answer["owner_id"] == token.owner_id
    assert str(who["id"]) == token.owner_id


def test_a_call_is_repeated_by_python(core: Core) -> None:
    profile = practice_profile(core, CONFIDENTIAL_APP)
    token = core.authorize(profile).token
    core.authorizer.check(profile, token, core.cancel)
    calls = [each for each in core.exchanges if each.request.method == "GET"]

    done = subprocess.run(  # noqa: S603 - the code is what is tested
        [sys.executable, "-c", form_of(core, calls[0], "python")],
        check=True,
        capture_output=True,
        text=True,
        env={"NO_PROXY": "*"},
    )

    assert done.stdout.startswith("200 {")
