"""Everything that RingAuth does below its window, with every fault there is."""

import io
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ringauth_gui.errors import RingAuthError
from ringauth_gui.gui.error_context import Doing, MessageContext
from ringauth_gui.gui.error_messages import message_for
from ringauth_gui.gui.message import Message
from ringauth_gui.oauth.pasted_token import PastedTokens
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.request_options import RequestOptions
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import SignedIn
from ringauth_gui.practice.apps import CONFIDENTIAL_APP, JWT_ONLY_APP, App
from ringauth_gui.practice.credential_signature import signed_credential
from ringauth_gui.practice.endpoint import Endpoint
from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.faults import Fault, usual_fault
from ringauth_gui.practice.jwt_credentials import CREDENTIALS
from ringauth_gui.practice.server import PracticeServer
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import SecretKind
from tests.canary.canaries import basic, canaries_of
from tests.canary.search import CanarySearch
from tests.fakes.core import Core, new_profile
from tests.fakes.practice_person import PracticePerson
from tests.fakes.practice_uris import free_redirect_uri

SECRET = "CANARY-client-secret-5b1e-as-long-as-HS256-wants"
PASTED = PastedTokens("CANARY-pasted-access-5b1e", "CANARY-pasted-refresh-5b1e")
CODES = ("OAU-153", "OAU-213", "OAU-142", "CMN-301", "AGW-402", "TokenExpired")
PAUSE = 130.0  # longer than any that a fault asks for
OURS = logging.getLogger("ringauth_gui")


@dataclass
class Course:
    """What is run, and what came out of it.

    Attributes:
        core: Everything below the window.
        server: The practice server.
        person: Signs in, in the browser.
        files: The folder of all files.
        messages: What the message bar said, by what went wrong.
        errors: What went wrong.
        outcomes: What went well.
        output: What was printed.
        plain_log: Every record of every logger, as no redaction has seen it.
        jwt: The JWT credential.
        others: Secrets that were in play elsewhere, by a name.
    """

    core: Core
    server: PracticeServer
    person: PracticePerson
    files: Path
    messages: list[Message] = field(default_factory=list)
    errors: list[RingAuthError] = field(default_factory=list)
    outcomes: list[object] = field(default_factory=list)
    output: io.StringIO = field(default_factory=io.StringIO)
    plain_log: io.StringIO = field(default_factory=io.StringIO)
    jwt: str = field(default="", repr=False)
    others: Mapping[str, str] = field(default_factory=dict, repr=False)

    def canaries(self) -> dict[str, str]:
        """Return every secret that was in play, by a name."""
        assert PASTED.refresh_token is not None
        others = {
            "client secret": SECRET,
            "basic value": basic(CONFIDENTIAL_APP.client_id, SECRET),
            "JWT credential": self.jwt,
            "pasted access token": PASTED.access_token,
            "pasted refresh token": PASTED.refresh_token,
            **self.others,
        }
        return canaries_of((*self.core.visits, *self.core.exchanges), others)

    def search(self) -> CanarySearch:
        """Return what finds them; the client IDs in them are public."""
        ids = (CONFIDENTIAL_APP.client_id, JWT_ONLY_APP.client_id)
        return CanarySearch(self.canaries(), " ".join(map(basic, ids)))

    def run(self) -> None:
        """Do everything; each failure is told as the window tells it."""
        for app in (CONFIDENTIAL_APP, JWT_ONLY_APP):
            self.server.world.registry.replace_app(replace(app, client_secret=SECRET))
        self.jwt = signed_credential(CREDENTIALS[0], self.core.address)
        self._browser_flows()
        self._jwt_flows()
        self._paste()
        self._faults()

    def profile(self, app: App = CONFIDENTIAL_APP) -> Profile:
        """Return a profile of ``app`` with its secret kept."""
        uses_jwt = app is JWT_ONLY_APP
        profile = new_profile(
            id=f"id-{app.client_id}",
            client_id=app.client_id,
            has_secret=True,
            grant_type=GrantType.JWT_BEARER
            if uses_jwt
            else GrantType.AUTHORIZATION_CODE,
            redirect_uris=(free_redirect_uri(),),
            options=RequestOptions(
                scope=() if uses_jwt else ("openid", "ReadAccounts"), sends_nonce=True
            ),
        )
        self.core.vault.save_secret(profile, SECRET)
        if uses_jwt:
            self.core.vault.save_secret(profile, self.jwt, SecretKind.JWT_CREDENTIAL)
        return profile

    def _browser_flows(self) -> None:
        use, profile, core = self.core.authorizer, self.profile(), self.core
        token = self._authorize(profile).token
        assert token.id_token is not None
        checked = use.check(profile, token, core.cancel)
        refreshed = use.refresh(profile, token, core.cancel)
        self.person.who = "102"
        other = self._authorize(profile)
        declined = use.decline(profile, other.token, core.cancel)
        adopted = use.adopt(profile, self._authorize(profile).token)
        self.person.who = "101"
        restored = use.restore(profile)
        assert restored is not None
        revoked = use.revoke(profile, restored, core.cancel)
        again = self._authorize(profile).token
        signed_out = use.sign_out(profile, again, core.cancel)
        forgotten = use.forget(profile)
        self.outcomes += [checked, refreshed, other, declined, adopted, restored]
        self.outcomes += [revoked, signed_out, forgotten]

    def _jwt_flows(self) -> None:
        profile = self.profile(JWT_ONLY_APP)
        signed_in = self._authorize(profile)
        credential = self.core.authorizer.clients.load_jwt_credential(profile)
        self.outcomes += [signed_in, credential]

    def _paste(self) -> None:
        profile = replace(self.profile(), id="id-pasted")
        pasted = self.core.authorizer.use_pasted(profile, PASTED)
        self._fails("check", profile, pasted.token)
        self.outcomes.append(pasted)

    def _faults(self) -> None:
        """Let each endpoint that RingAuth itself speaks to misbehave in each way."""
        profile, by_jwt = self.profile(), self.profile(JWT_ONLY_APP)
        acts: dict[Endpoint, tuple[Doing, Profile]] = {
            Endpoint.ANSWER: ("authorize", profile),
            Endpoint.CODE: ("authorize", profile),
            Endpoint.JWT: ("authorize", by_jwt),
            Endpoint.REFRESH: ("refresh", profile),
            Endpoint.REVOKE: ("revoke", profile),
            Endpoint.API: ("check", profile),
            Endpoint.METADATA: ("authorize", profile),  # the keys of ID tokens
        }
        token = self._authorize(profile).token
        for fault in faults():
            for endpoint in fault.kind.endpoints:
                if endpoint in acts and (endpoint, fault.kind.key) not in UNSEEN:
                    self._switch_on(fault, endpoint)
                    self._fails(*acts[endpoint], token)
                    token = self.core.authorizer.restore(profile) or self._new(profile)

    def _new(self, profile: Profile) -> Token:
        self.server.world.behaviour.reset()
        token = self._authorize(profile).token
        self.core.authorizer.adopt(profile, token)
        return token

    def _switch_on(self, fault: Fault, endpoint: Endpoint) -> None:
        self.server.world.behaviour.reset()
        there = replace(fault, endpoints=(endpoint,), times=1)
        self.server.world.behaviour.change_faults(lambda all_: all_.with_fault(there))

    def _authorize(self, profile: Profile) -> SignedIn:
        self.core.clock.advance(PAUSE)  # five calls a minute are allowed
        signed_in = self.core.authorize(profile)
        self.core.clock.advance(PAUSE)
        return signed_in

    def _fails(self, doing: Doing, profile: Profile, token: Token) -> None:
        use, cancel = self.core.authorizer, self.core.cancel
        self.core.clock.advance(PAUSE)
        runs: dict[str, Callable[[], object]] = {
            "authorize": lambda: self._authorize(profile),
            "refresh": lambda: use.refresh(profile, token, cancel),
            "revoke": lambda: use.revoke(profile, token, cancel),
            "check": lambda: use.check(profile, token, cancel),
        }
        try:
            self.outcomes.append(runs[doing]())
        except RingAuthError as error:
            OURS.exception("%s failed", doing)
            self.errors.append(error)
            context = MessageContext(
                server_name="Practice",
                host=self.core.address,
                is_practice=True,
                redirect_uri=profile.redirect_uris[0],
                is_public=False,
                doing=doing,
            )
            clean = self.core.redaction.clean_values
            self.messages.append(message_for(error, context).cleaned_by(clean))


# Where the browser alone meets them, RingAuth sees nothing but the time that passes.
UNSEEN = {(Endpoint.ANSWER, key) for key in FAULT_KINDS if key != "deny"}


def faults() -> Iterator[Fault]:
    """Yield every fault, none of which keeps anybody waiting."""
    for key in FAULT_KINDS:
        fault = usual_fault(key)
        for code in CODES if fault.code is not None else (None,):
            yield replace(fault, code=code, amount=0 if key == "slow" else fault.amount)
