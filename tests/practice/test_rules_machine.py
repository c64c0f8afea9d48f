"""Any order of sign-ins, refreshes, calls, revocations and waiting."""

from collections.abc import Callable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
)

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.choices import SixthSession, UsedCode
from ringauth_gui.practice.grant import IssuedTokens
from ringauth_gui.practice.people import Person
from ringauth_gui.practice.refusals import Refused
from ringauth_gui.practice.registry import Registry
from ringauth_gui.practice.rules import Rules
from ringauth_gui.practice.session_summary import Ending
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.token_options import NO_OPTIONS, TokenOptions
from tests.practice.fake_clock import FakeClock
from tests.practice.session_model import NOT_FOUND, SessionModel
from tests.practice.session_strategies import APPS, OPTIONS, PEOPLE, SETTINGS
from tests.practice.sign_ins import exchange, request_of


class SessionMachine(RuleBasedStateMachine):
    """Compares every answer of the server's rules with the one that a model expects."""

    sessions = Bundle("sessions")

    def __init__(self) -> None:
        super().__init__()
        self.clock = FakeClock()
        self.all: list[SessionModel] = []
        self.codes: dict[int, str] = {}

    @initialize(chosen=SETTINGS)
    def begin(self, chosen: Settings) -> None:
        self.settings = chosen
        self.server = Rules(Behaviour(chosen), Registry(), self.clock)

    @rule(target=sessions, app=APPS, person=PEOPLE, options=OPTIONS)
    def sign_in(self, app: App, person: Person, options: TokenOptions) -> object:
        now = self._now()
        same = [e for e in self._going() if (e.app, e.person) == (app, person)]
        code = self.server.issue_code(request_of(app), person)

        answer = self._ask(lambda: exchange(self.server, code, app, options))

        if len(same) >= 5 and self.settings.sixth_session is SixthSession.IS_REFUSED:
            assert answer == "CMN-301"
            return multiple()
        if len(same) >= 5 and self.settings.sixth_session is SixthSession.ENDS_OLDEST:
            same[0].over = NOT_FOUND
        assert isinstance(answer, IssuedTokens)
        model = SessionModel(app, person, self.settings, now, now)
        model.session_id = answer.session_id
        model.give(answer, options, now)
        self.all.append(model)
        self.codes[id(model)] = code
        return model

    @rule(seconds=st.sampled_from([1, 5, 9.5, 10, 600, 3590, 3600, 604_800]))
    def wait(self, seconds: float) -> None:
        self.clock.pass_seconds(seconds)

    @rule(session=sessions)
    def exchange_again(self, session: SessionModel) -> None:
        self._now()
        code = self.codes[id(session)]

        answer = self._ask(lambda: exchange(self.server, code, session.app))

        gives_same = self.settings.used_code is UsedCode.GIVES_THE_SAME
        if gives_same and session.over is None:
            assert isinstance(answer, IssuedTokens)
            assert answer.access_token == session.current.access_token
        else:
            assert answer == "OAU-106"
            session.over = session.over or NOT_FOUND

    @rule(session=sessions, age=st.integers(0, 3), app=APPS, options=OPTIONS)
    def refresh(
        self, session: SessionModel, age: int, app: App, options: TokenOptions
    ) -> None:
        now = self._now()
        pair = session.pairs[-1 - min(age, len(session.pairs) - 1)]
        if not pair.refresh_token:
            return
        expected = session.answer_to_refresh(pair, now)

        answer = self._ask(
            lambda: self.server.refresh(app, pair.refresh_token, options)
        )

        if app is not session.app:
            assert answer == NOT_FOUND
        elif expected is not None:
            assert answer == expected
        elif pair is session.current:
            assert isinstance(answer, IssuedTokens)
            session.give(answer, options, now)
        else:
            assert isinstance(answer, IssuedTokens)
            assert answer.access_token == session.current.access_token
            assert answer.refresh_token == session.current.refresh_token
            session.active_at = now

    @rule(session=sessions, age=st.integers(0, 3))
    def call(self, session: SessionModel, age: int) -> None:
        now = self._now()
        pair = session.pairs[-1 - min(age, len(session.pairs) - 1)]

        answer = self._ask(lambda: self.server.use_session(pair.access_token))

        expected = session.answer_to_call(pair, now)
        if expected is not None:
            assert answer == expected
            return
        assert isinstance(answer, IssuedTokens)
        assert answer.grant.person is session.person
        session.active_at = now
        if pair.first_used_at is None:
            pair.first_used_at = now

    @rule(
        session=sessions,
        is_used=st.booleans(),
        seconds=st.sampled_from([9.5, 10, 3590, 3600]),
    )
    def repeat_a_refresh(
        self,
        session: SessionModel,
        is_used: bool,
        seconds: float,
    ) -> None:
        """A lost answer: refresh, perhaps call, wait, and refresh as before."""
        self.refresh(session, 0, session.app, NO_OPTIONS)
        if is_used:
            self.call(session, 0)
        self.wait(seconds)
        self.refresh(session, 1, session.app, NO_OPTIONS)

    @rule(session=sessions, is_refreshed=st.booleans())
    def stay_busy(
        self,
        session: SessionModel,
        is_refreshed: bool,
    ) -> None:
        """Signs of life, each before an idle time-out comes."""
        for _ in range(2):
            self.wait(600)
            if is_refreshed:
                self.refresh(session, 0, session.app, NO_OPTIONS)
            else:
                self.call(session, 0)

    @rule(session=sessions, age=st.integers(0, 2), is_refresh=st.booleans(), app=APPS)
    def revoke(
        self,
        session: SessionModel,
        age: int,
        is_refresh: bool,
        app: App,
    ) -> None:
        now = self._now()
        pair = session.pairs[-1 - min(age, len(session.pairs) - 1)]
        token = pair.refresh_token if is_refresh else pair.access_token
        if not token:
            return

        answer = self._ask(lambda: self.server.revoke(app, token))

        if not session.is_ended_by(pair, is_refresh_token=is_refresh, now=now):
            is_error = self.settings.revoking_unknown_is_error
            assert answer == (NOT_FOUND if is_error else None)
        elif app is not session.app:
            assert answer == "OAU-164"
        else:
            assert answer is None
            session.over = NOT_FOUND

    @rule(session=sessions, ending=st.sampled_from(Ending))
    def end_session(self, session: SessionModel, ending: Ending) -> None:
        self._now()
        was_over = session.over is not None

        ended = self.server.end_sessions(
            ending, lambda one: one.session_id == session.session_id
        )

        assert ended == (0 if was_over else 1)
        session.over = session.over or ending.value

    @rule()
    def expire_access_tokens(self) -> None:
        now = self._now()
        self.server.expire_access_tokens()
        for session in self._going():
            session.current.access_end = min(session.current.access_end, now)

    @invariant()
    def the_sessions_that_go_on_are_told(self) -> None:
        if hasattr(self, "server"):
            self._now()
            told = [one.extension_id for one in self.server.sessions()]
            assert told == [e.person.extension_id for e in self._going()]

    @invariant()
    def no_token_is_given_twice(self) -> None:
        pairs = [pair for session in self.all for pair in session.pairs]
        tokens = [one.access_token for one in pairs]
        tokens += [one.refresh_token for one in pairs if one.refresh_token]
        assert len(tokens) == len(set(tokens))

    def _now(self) -> float:
        for session in self.all:
            session.look_at_the_clock(self.clock.now)
        return self.clock.now

    def _going(self) -> list[SessionModel]:
        return [session for session in self.all if session.over is None]

    def _ask(self, ask: Callable[[], IssuedTokens | None]) -> IssuedTokens | str | None:
        try:
            return ask()
        except Refused as refused:
            return refused.reason.code


SessionMachine.TestCase.settings = settings(
    max_examples=150, stateful_step_count=50, deadline=None
)
test_any_order_of_events_follows_the_rules = SessionMachine.TestCase
