"""No secret leaves in a log, on a stream, in a representation, a file or a child.

Threat model R22 and R25, cases RD-01, RD-02, RD-04, RD-08, RD-10, PR-12 and PF-09.
"""

import base64
import io
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from ringauth_gui.errors import RingAuthError
from ringauth_gui.oauth.authorization import AuthorizationRequest
from ringauth_gui.oauth.client import OAuthClient
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Refreshed, Revoked, SignedIn
from ringauth_gui.personal_names import PersonalNames
from ringauth_gui.program_log import LogFormatter, ProgramLog
from ringauth_gui.redaction import RUN, RedactingFormatter, Redaction
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import SecretKind
from ringauth_gui.system_browser import SystemBrowser
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_authorization_server import (
    REVOKE,
    TOKEN,
    Answer,
    FakeAuthorizationServer,
    refusal,
    token_answer,
)
from tests.fakes.fake_browser import FakeBrowser
from tests.fakes.jwt_credentials import credential

SECRET = "CANARY-client-secret-7f3a"
JWT = credential(jti="CANARY-jti-7f3a")


@dataclass
class Run:
    """One run of everything, and what came out of it."""

    core: Core
    profile: Profile
    commands: list[list[str]] = field(default_factory=list)
    objects: list[object] = field(default_factory=list)
    plain: io.StringIO = field(default_factory=io.StringIO)
    redacted: io.StringIO = field(default_factory=io.StringIO)

    def secrets(self) -> set[str]:
        """Return every secret that was in play."""
        basic = base64.b64encode(f"client-1:{SECRET}".encode()).decode()
        found = {SECRET, basic, JWT}
        for progress in self.core.progress:
            query = parse_qs(urlsplit(progress.authorization_uri).query)
            found.update(query.get("state", []))
        for exchange in self.core.exchanges:
            found.update(
                value
                for name, value in (exchange.request.form or {}).items()
                if name in {"code", "code_verifier", "refresh_token", "token"}
            )
        for outcome in self.objects:
            token = getattr(outcome, "token", None)
            if isinstance(token, Token):
                found |= {token.access_token, token.refresh_token or token.access_token}
        return found


def leaks(text: str, secrets: set[str]) -> list[str]:
    """Return where ``text`` holds twelve characters of a secret in a row."""
    return [
        secret[start : start + RUN]
        for secret in sorted(secrets)
        for start in range(len(secret) - RUN + 1)
        if secret[start : start + RUN] in text
    ]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Sign in, check, refresh, fail in many ways, and revoke, all at DEBUG."""
    browser, commands = FakeBrowser(), list[list[str]]()

    def start(command: Sequence[str]) -> bool:
        commands.append(list(command))
        return browser.open(command[-1])

    opener = SystemBrowser({"BROWSER": "browser"}, "linux", start)
    with FakeAuthorizationServer() as server:
        core = Core(server.address, opener.open, tmp_path / "locks")
        done = Run(core, new_profile(has_secret=True), commands)
        with _logging_to(done):
            _do_everything(done, server)
        yield done


class _logging_to:  # noqa: N801 - reads as what it does
    """Log everything at DEBUG, with and without the app's formatter, and in its log."""

    def __init__(self, done: Run) -> None:
        plain = logging.StreamHandler(done.plain)
        redacted = logging.StreamHandler(done.redacted)
        redacted.setFormatter(RedactingFormatter(done.core.redaction))
        formatter = LogFormatter(done.core.redaction, lambda: PersonalNames("", ""))
        folder = done.core.locks.parent / "log"
        self._log = ProgramLog(folder, done.core.clock, formatter, lambda: "Versions")
        self._handlers = (plain, redacted, self._log)
        self._level = logging.root.level

    def __enter__(self) -> None:
        logging.root.setLevel(logging.DEBUG)
        for handler in self._handlers:
            logging.root.addHandler(handler)

    def __exit__(self, *_: object) -> None:
        logging.root.setLevel(self._level)
        for handler in self._handlers:
            logging.root.removeHandler(handler)
        self._log.end(5.0)


def _do_everything(done: Run, server: FakeAuthorizationServer) -> None:
    core, profile, use = done.core, done.profile, done.core.authorizer
    core.vault.save_secret(profile, SECRET)
    attempt = core.new_attempt()
    signed_in = use.authorize(profile, profile.redirect_uris[0], attempt)
    checked = use.check(profile, signed_in.token, core.cancel)
    refreshed = use.refresh(profile, signed_in.token, core.cancel)
    done.objects += [attempt, signed_in, checked, refreshed]
    for answer in (
        refusal(401, "invalid_client", "OAU-146"),
        Answer(b"CANARY <html>", 200),
        Answer(b"\xff" + refreshed.token.access_token.encode()),
        Answer(b"", 302, {"Location": "https://user:pw@evil.example/"}),
        token_answer(owner_id="102"),
        token_answer(token_type="mac"),
    ):
        server.script(TOKEN, answer)
        done.objects.append(_error(done, use.refresh, refreshed.token))
    server.script(REVOKE, Answer(b"", 500))
    done.objects.append(_error(done, use.revoke, refreshed.token))
    server.script(REVOKE, Answer())
    done.objects.append(use.revoke(profile, refreshed.token, core.cancel))
    server.script(TOKEN, token_answer(owner_id=signed_in.token.owner_id))
    done.objects.append(_signed_in_by_jwt(done))


def _signed_in_by_jwt(done: Run) -> SignedIn:
    profile = replace(done.profile, grant_type=GrantType.JWT_BEARER)
    done.core.vault.save_secret(profile, JWT, SecretKind.JWT_CREDENTIAL)
    done.objects.append(done.core.authorizer.clients.load_jwt_credential(profile))
    attempt = done.core.new_attempt()
    return done.core.authorizer.authorize(profile, "", attempt)


def _error(done: Run, act: Callable[..., object], token: Token) -> RingAuthError:
    done.core.clock.advance(60)  # five calls a minute are allowed
    try:
        act(done.profile, token, done.core.cancel)
    except RingAuthError as error:
        logging.getLogger("ringauth_gui.test").exception("It failed")
        return error
    raise AssertionError("it did not fail")


def test_the_run_went_through_everything(run: Run) -> None:
    kinds = {type(one) for one in run.objects}

    assert kinds >= {SignedIn, Refreshed, Revoked}
    assert sum(isinstance(one, RingAuthError) for one in run.objects) == 7
    assert len(run.secrets()) >= 9
    assert "It failed" in run.plain.getvalue()


@pytest.mark.case("RD-01", "RD-02", "RD-08")
def test_no_log_holds_a_secret_with_or_without_redaction_rd_01_rd_02_rd_08(
    run: Run,
) -> None:
    assert leaks(run.redacted.getvalue(), run.secrets()) == []
    assert leaks(run.plain.getvalue(), run.secrets()) == []


@pytest.mark.case("CB-20")
def test_nothing_is_printed(capfd: pytest.CaptureFixture[str], run: Run) -> None:
    printed = capfd.readouterr()

    assert (printed.out, printed.err) == ("", "")
    assert run.objects


@pytest.mark.case("RD-04")
def test_no_representation_holds_a_secret_rd_04(run: Run) -> None:
    clients = run.core.authorizer.clients
    registration = clients.registration_of(run.profile)
    request = AuthorizationRequest(registration, run.profile.redirect_uris[0])
    client = OAuthClient(registration, clients.send)
    holders = [
        *run.objects,
        *run.core.exchanges,
        *run.core.progress,
        run.profile,
        run.core.authorizer,
        run.core.vault,
        run.core.keyring,
        run.core.redaction,
        registration,
        request,
        client,
    ]

    shown = "\n".join(f"{one} {one!s} {one!r} {[one]}" for one in holders)

    secrets = run.secrets() | {request.state, request.code_verifier}
    assert leaks(shown, secrets) == []


def test_every_secret_is_known_to_redaction_before_it_is_used_r22(run: Run) -> None:
    sent = "\n".join(
        f"{one.request.headers} {one.request.form}" for one in run.core.exchanges
    )
    by_value = " ".join(sorted(run.secrets()))

    cleaned = run.core.redaction.clean(f"{sent}\n{by_value}")

    assert leaks(cleaned, run.secrets()) == []


def test_a_planted_leak_is_found_in_what_is_searched(run: Run) -> None:
    twelve = SECRET[2:14]
    unprepared = io.StringIO()
    handler = logging.StreamHandler(unprepared)
    handler.setFormatter(RedactingFormatter(Redaction()))

    handler.handle(logging.LogRecord("n", 10, "f", 1, "see %s", (twelve,), None))

    assert leaks(unprepared.getvalue(), run.secrets()) == [twelve]
    assert leaks(repr({"planted": [SECRET]}), run.secrets())


@pytest.mark.case("PR-12")
def test_the_environment_and_the_browser_hold_no_secret_r25_pr_12(run: Run) -> None:
    environment = " ".join(f"{name}={value}" for name, value in os.environ.items())
    arguments = " ".join(" ".join(command) for command in run.commands)
    states = {
        value
        for progress in run.core.progress
        for value in parse_qs(urlsplit(progress.authorization_uri).query).get(
            "state", []
        )
    }

    assert len(run.commands) == 1
    assert leaks(environment, run.secrets()) == []
    # The address has to be handed to the browser, and its state with it.
    assert leaks(arguments, run.secrets() - states) == []


def test_no_file_holds_a_secret_pf_09(run: Run) -> None:
    files = [path for path in run.core.locks.parent.rglob("*") if path.is_file()]

    [log] = [path for path in files if path.suffix == ".log"]
    assert "It failed" in log.read_text("utf-8")
    for path in files:
        assert leaks(f"{path} {path.read_text('latin-1')}", run.secrets()) == []
