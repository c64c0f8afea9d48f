"""The use cases as a window meets them: their outcomes, and when, are the test's."""

import threading
from collections.abc import Callable, Collection
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, cast

from ringauth_gui.attempt import Attempt, AuthorizationProgress, AuthorizationStep
from ringauth_gui.errors import (
    OperationCancelled,
    RevocationRefused,
    RingAuthError,
    TokenStoreError,
)
from ringauth_gui.kept_texts import Dropped, Keeping
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.jwt_credential import JwtCredential, read_jwt_credential
from ringauth_gui.oauth.pasted_token import PastedTokens
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Pasted, Refreshed, Revoked, SignedIn, Withdrawn
from ringauth_gui.profile_tidying import ProfileTidying
from ringauth_gui.ringcentral.identity import CheckResult
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from ringauth_gui.storage.kept_mark import Change
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import SecretKind
from ringauth_gui.vault import Vault
from tests.fakes.core import FakeKeyring
from tests.fakes.fixed_clock import FixedClock

if TYPE_CHECKING:
    from ringauth_gui.clients import Clients

Outcome = TypeVar("Outcome")

LINK = "https://platform.ringcentral.com/restapi/oauth/authorize?state=abc"
ANSWER = "http://localhost:27464/callback?code=U0pD&state=abc"
STEPS = (
    AuthorizationStep.STARTING,
    AuthorizationStep.LISTENING,
    AuthorizationStep.WAITING,
)


@dataclass
class FakeClients:
    """Has the vault, as the real ones do, and remembers what is to be masked.

    Attributes:
        unusable: Why a profile has no registration, if it has none.
    """

    vault: Vault
    known: list[str | None] = field(default_factory=list)
    unusable: RingAuthError | None = None

    def know(self, *secrets: str | None) -> None:
        self.known += secrets

    def registration_of(self, profile: Profile) -> ClientRegistration:
        if self.unusable is not None:
            raise self.unusable
        secret = self.vault.load_secret(profile)
        return ClientRegistration(RINGCENTRAL, profile.client_id, secret, ())

    def load_jwt_credential(self, profile: Profile) -> JwtCredential | None:
        text = self.vault.load_secret(profile, SecretKind.JWT_CREDENTIAL)
        return None if text is None else read_jwt_credential(text)


@dataclass
class FakeAuthorizer:
    """Plays the use cases on the worker threads that call it.

    Attributes:
        keyring: What the vault keeps in.
        outcomes: By use case: what is returned, or raised when it is an error.
        held: The use cases that do not end before ``release``.
        deaf: Those of them that do not even end when they are cancelled.
        calls: The use cases that were called, in order.
        used_profiles: The profile of each call.
        used_tokens: The token of each call that was given one.
        last_tries: Of each turn of a sign-out of all, whether it is the last.
        questions: The permission of each question.
        redirect_uris: The one of each sign-in.
        looked_for_room: The profile of each sign-in that might end a session.
        by_itself: Of each refresh, whether no person asked for it.
        clock: What a kept token is timed on, and when one is pasted.
        browser_opens: Whether a sign-in finds a browser.
        marks: Where other windows see what changed, if there are any.
    """

    keyring: FakeKeyring = field(default_factory=FakeKeyring)
    outcomes: dict[str, object] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    deaf: set[str] = field(default_factory=set)
    calls: list[str] = field(default_factory=list)
    used_profiles: list[Profile] = field(default_factory=list)
    used_tokens: list[Token] = field(default_factory=list)
    last_tries: list[bool] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    redirect_uris: list[str] = field(default_factory=list)
    looked_for_room: list[Profile] = field(default_factory=list)
    browser_opens: bool = True
    by_itself: list[bool] = field(default_factory=list)
    clock: Clock = field(default_factory=FixedClock)
    marks: KeptMarks | None = None

    def __post_init__(self) -> None:
        self.clients = FakeClients(Vault(self.keyring, self.marks))
        self.ended = threading.Event()

    def release(self, *use_cases: str) -> None:
        """Let held use cases end; all of them when none is named."""
        self.held -= set(use_cases or self.held)
        if not use_cases:
            self.ended.set()

    def look_for_room(self, profile: Profile) -> None:
        self.looked_for_room.append(profile)
        error = self.outcomes.get("look_for_room")
        if isinstance(error, Exception):
            raise error

    def authorize(
        self, profile: Profile, redirect_uri: str, attempt: Attempt
    ) -> SignedIn:
        self.redirect_uris.append(redirect_uri)
        answered = threading.Event()

        def offer(untrusted_address: str) -> bool:
            if untrusted_address == ANSWER:
                answered.set()
            return answered.is_set()

        attempt.accept_addresses(offer)
        for step in STEPS:
            is_open = step is AuthorizationStep.WAITING and self.browser_opens
            attempt.report(AuthorizationProgress(step, redirect_uri, LINK, is_open))
        signed_in = self._play(
            "authorize", SignedIn, profile, attempt.cancel, answered.is_set
        )
        attempt.report(
            AuthorizationProgress(AuthorizationStep.EXCHANGING, redirect_uri, LINK)
        )
        self._hold("exchange", attempt.cancel, lambda: False)
        if signed_in.keeping is not None:
            self.clients.vault.save_token(profile, signed_in.token)
        return signed_in

    def adopt(self, profile: Profile, token: Token) -> Keeping:
        self._note("adopt", profile)
        return self.clients.vault.save_token(profile, token)

    def drop_unused(self, profile: Profile) -> Dropped:
        return self._tidying().drop_unused(profile)

    def forget_secrets(
        self, profile: Profile, kinds: Collection[SecretKind]
    ) -> Dropped:
        self._note("forget_secrets", profile)
        return self._tidying().drop_kinds(profile, kinds)

    def drop_damaged(self, profile: Profile) -> Dropped:
        return self._tidying().drop_damaged(profile)

    def _tidying(self) -> ProfileTidying:
        clients = cast("Clients", self.clients)
        return ProfileTidying(clients, lambda _profile_id: nullcontext())

    def settle(self, profile: Profile) -> Keeping:
        return self.clients.vault.settle(profile)

    def decline(
        self, profile: Profile, token: Token, cancel: threading.Event
    ) -> RingAuthError | None:
        self.used_tokens.append(token)
        try:
            self._play("decline", str, profile, cancel)
        except RingAuthError as error:
            return error
        return None

    def restore(self, profile: Profile) -> Token | None:
        self._hold("restore", threading.Event(), lambda: False)
        self._note("restore", profile)
        error = self.outcomes.get("restore")
        if isinstance(error, Exception):
            raise error
        token = self.clients.vault.load_token(profile, may_recall=False)
        return None if token is None else token.restored_at(self.clock())

    def refresh(
        self,
        profile: Profile,
        shown: Token,
        cancel: threading.Event,
        *,
        by_itself: bool = False,
    ) -> Refreshed:
        self.by_itself.append(by_itself)
        self.used_tokens.append(shown)
        refreshed = self._play("refresh", Refreshed, profile, cancel)
        self.clients.vault.save_token(profile, refreshed.token, Change.REFRESHED)
        return refreshed

    def revoke(
        self, profile: Profile, token: Token, cancel: threading.Event
    ) -> Revoked:
        self.used_tokens.append(token)
        revoked = self._play("revoke", Revoked, profile, cancel)
        self.clients.vault.drop_session(profile, token)
        return revoked

    def sign_out(
        self, profile: Profile, token: Token, cancel: threading.Event
    ) -> Revoked:
        self.used_tokens.append(token)
        try:
            revoked = self._play("sign_out", Revoked, profile, cancel)
        except RevocationRefused as error:
            revoked = Revoked(None, untold=error)
        self.clients.vault.delete_token(profile)
        return revoked

    @property
    def revocation(self) -> "FakeAuthorizer":
        return self

    def sign_out_in_turn(
        self,
        profile: Profile,
        token: Token,
        cancel: threading.Event,
        *,
        is_last_try: bool,
    ) -> Revoked:
        """Play "turn ID" of the profile where there is such an outcome."""
        self.used_tokens.append(token)
        self.last_tries.append(is_last_try)
        own = f"turn {profile.id}"
        use_case = own if own in self.outcomes else "turn"
        revoked = self._play(use_case, Revoked, profile, cancel)
        if revoked.left_behind is None:
            self.clients.vault.delete_token(profile)
        return revoked

    def check(
        self, profile: Profile, token: Token, cancel: threading.Event
    ) -> CheckResult:
        self.used_tokens.append(token)
        return self._play("check", CheckResult, profile, cancel)

    def ask_permission(
        self, permission: str, profile: Profile, token: Token, cancel: threading.Event
    ) -> CheckResult:
        self.used_tokens.append(token)
        self.questions.append(permission)
        return self._play("ask", CheckResult, profile, cancel)

    def use_pasted(self, profile: Profile, pasted: PastedTokens) -> Pasted:
        self._note("use_pasted", profile)
        token = pasted.token(self.clock())
        return Pasted(token, self.clients.vault.save_token(profile, token))

    def forget(self, profile: Profile) -> str | None:
        self._hold("forget", threading.Event(), lambda: False)
        self._note("forget", profile)
        try:
            self.clients.vault.delete_token(profile)
        except TokenStoreError as error:
            return str(error)
        return None

    def withdraw(self, profile: Profile, cancel: threading.Event) -> Withdrawn:
        self._note("withdraw", profile)
        self._hold("withdraw", cancel, lambda: False)
        token = self.clients.vault.load_token(profile)
        kinds = self.clients.vault.withdraw(profile)
        if cancel.is_set():
            self.clients.vault.bring_back(profile)
            raise OperationCancelled
        return Withdrawn(token, kinds)

    def bring_back(self, profile: Profile) -> Keeping:
        self._note("bring_back", profile)
        return self.clients.vault.bring_back(profile)

    def _note(self, use_case: str, profile: Profile) -> None:
        self.calls.append(use_case)
        self.used_profiles.append(profile)

    def _play(
        self,
        use_case: str,
        kind: type[Outcome],
        profile: Profile,
        cancel: threading.Event,
        is_over: Callable[[], bool] = lambda: False,
    ) -> Outcome:
        self._note(use_case, profile)
        self._hold(use_case, cancel, is_over)
        outcome = self.outcomes[use_case]
        if isinstance(outcome, Exception):
            raise outcome
        assert isinstance(outcome, kind)
        return outcome

    def _hold(
        self, use_case: str, cancel: threading.Event, is_over: Callable[[], bool]
    ) -> None:
        while use_case in self.held and not is_over():
            if cancel.is_set() and use_case not in self.deaf:
                raise OperationCancelled
            if self.ended.wait(0.005):
                return
