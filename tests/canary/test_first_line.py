"""A token that was just received is masked from the first line on (RD-09)."""

import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from typing_extensions import override

from ringauth_gui.personal_names import PersonalNames
from ringauth_gui.program_log import LogFormatter
from ringauth_gui.redaction import MASK, Redaction
from ringauth_gui.storage.token_store import SecretKind
from tests.canary.search import CanarySearch
from tests.fakes.core import Core, FakeKeyring, new_profile
from tests.fakes.fake_authorization_server import FakeAuthorizationServer
from tests.fakes.fake_browser import FakeBrowser

OURS = logging.getLogger("ringauth_gui.test")
NOBODY = PersonalNames("", "")


class TalkingKeyring(FakeKeyring):
    """Logs what it is given, before anything else can be done with it."""

    @override
    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        OURS.warning("keeping %s", value)
        super().save(profile_id, kind, value)


@pytest.fixture
def lines() -> Iterator[tuple[Redaction, io.StringIO, io.StringIO]]:
    """Return a redaction, what it lets through of the log, and the log as it is."""
    redaction, clean, plain = Redaction(), io.StringIO(), io.StringIO()
    handlers = [logging.StreamHandler(clean), logging.StreamHandler(plain)]
    handlers[0].setFormatter(LogFormatter(redaction, lambda: NOBODY))
    for handler in handlers:
        OURS.addHandler(handler)
    yield redaction, clean, plain
    for handler in handlers:
        OURS.removeHandler(handler)


@pytest.mark.case("RD-09")
def test_the_first_line_after_a_refresh_masks_the_new_tokens_and_the_old_ones(
    tmp_path: Path,
    server: FakeAuthorizationServer,
    browser: FakeBrowser,
    lines: tuple[Redaction, io.StringIO, io.StringIO],
) -> None:
    redaction, clean, plain = lines
    core = Core(
        server.address,
        browser.open,
        tmp_path,
        keyring=TalkingKeyring(),
        redaction=redaction,
    )
    profile = new_profile()
    old = core.authorize(profile).token
    new = core.authorizer.refresh(profile, old, core.cancel).token
    OURS.warning("from %s to %s", old.access_token, new.access_token)
    search = CanarySearch(
        {
            name: secret
            for when, token in (("old", old), ("new", new))
            for name, secret in (
                (f"{when} access token", token.access_token),
                (f"{when} refresh token", token.refresh_token or ""),
            )
        }
    )

    told = clean.getvalue()

    assert len(search.found_in(plain.getvalue())) == 4
    assert search.found_in(told) == set()
    assert told.count("keeping ") == 2
    assert told.endswith(f"from {MASK} to {MASK}\n")
