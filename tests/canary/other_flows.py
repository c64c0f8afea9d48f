"""What RingAuth does beside its sign-ins: imports, a proxy, a keyring that fails."""

import json
from collections.abc import Callable
from pathlib import Path

from ringauth_gui.checkup.computer_checks import proxy_finding
from ringauth_gui.credentials_source import CredentialsSource
from ringauth_gui.errors import RingAuthError
from ringauth_gui.oauth.exchange import HttpRequest
from ringauth_gui.oauth.transport import HttpTransport
from ringauth_gui.storage.exported_file import read_exported_file
from ringauth_gui.storage.exported_profiles import exported_text
from ringauth_gui.storage.keyring_token_store import KeyringTokenStore
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import SecretKind
from tests.canary.course import OURS, Course

IMPORTED = "CANARY-imported-secret-5b1e"
IN_PROFILES = "CANARY-secret-in-profiles-5b1e"
PROXY_PASSWORD = "CANARY-proxy-password-5b1e"
CANARIES = {
    "imported secret": IMPORTED,
    "secret in profiles": IN_PROFILES,
    "proxy password": PROXY_PASSWORD,
}
FOREIGN = "https://platform.example/restapi/oauth/token"


def run_other_flows(done: Course, folder: Path) -> None:
    """Do all of it; what is imported lies in ``folder``."""
    _import_credentials(done, folder)
    _import_profiles(done, folder)
    _go_through_a_proxy(done)
    _meet_a_keyring_that_quotes(done)
    _meet_a_keyring_that_fails(done)


def _import_credentials(done: Course, folder: Path) -> None:
    path = folder / "credentials.env"
    lines = f"RC_APP_CLIENT_ID=client-1\nRC_APP_CLIENT_SECRET={IMPORTED}\n"
    path.write_text(lines, encoding="utf-8")
    environ = {"RC_APP_CLIENT_ID": "client-1", "RC_APP_CLIENT_SECRET": IMPORTED}
    source = CredentialsSource(environ, done.core.redaction)
    done.outcomes += [source, source.in_file(path), source.in_environment()]


def _import_profiles(done: Course, folder: Path) -> None:
    path = folder / "profiles.json"
    document = json.loads(exported_text([done.profile()]))
    document["profiles"][0]["client_secret"] = IN_PROFILES
    path.write_text(json.dumps(document), encoding="utf-8")
    done.outcomes.append(read_exported_file(path, done.core.redaction.know))


def _go_through_a_proxy(done: Course) -> None:
    environ = {"HTTPS_PROXY": f"http://me:{PROXY_PASSWORD}@127.0.0.1:1"}
    transport = HttpTransport(
        user_agent="RingAuth/0.0 (Test 1)",
        clock=done.core.clock,
        record=done.core.exchanges.append,
        environ=environ,
    )
    _expect(done, lambda: transport.send(HttpRequest("POST", FOREIGN, form={"a": "b"})))
    done.outcomes.append(proxy_finding(FOREIGN, environ))


class QuotingKeyring:
    """A backend whose errors quote what they were given (KR)."""

    priority = 5

    def get_password(self, service: str, username: str) -> str | None:
        """Fail."""
        raise RuntimeError(f"no {service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Fail, and quote the secret."""
        raise RuntimeError(f"cannot keep {password!r} of {service} {username}")

    def delete_password(self, service: str, username: str) -> None:
        """Fail."""
        raise RuntimeError(f"no {service} {username}")


def _meet_a_keyring_that_quotes(done: Course) -> None:
    store = KeyringTokenStore(QuotingKeyring())
    store._is_proved = True  # or it would be given no secret at all (KR-02)
    kept = done.core.keyring.load("id-practice-confidential-app", SecretKind.TOKEN)
    assert kept is not None
    _expect(done, lambda: store.save("5f2c", SecretKind.TOKEN, kept))


def _meet_a_keyring_that_fails(done: Course) -> None:
    core, profile = done.core, done.profile()
    token = core.authorizer.restore(profile)
    assert token is not None
    for operation in ("load", "save", "delete"):
        core.clock.advance(130)
        core.keyring.failing = {operation}
        _try(done, lambda: core.authorizer.refresh(profile, token, core.cancel))
        _try(done, lambda: core.authorizer.restore(profile))
        _try(done, lambda: core.authorizer.forget(profile))
    core.keyring.failing = set()
    _keep_again(done, profile)


def _keep_again(done: Course, profile: Profile) -> None:
    done.core.clock.advance(130)
    done.core.authorizer.adopt(profile, done.core.authorize(profile).token)


def _try(done: Course, act: Callable[[], object]) -> None:
    try:
        done.outcomes.append(act())
    except RingAuthError as error:
        OURS.exception("It failed")
        done.errors.append(error)


def _expect(done: Course, act: Callable[[], object]) -> None:
    before = len(done.errors)
    _try(done, act)
    assert len(done.errors) == before + 1
