"""The pages of a sign-in in the browser."""

from urllib.parse import urlsplit

from flask import Flask, Response, redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import MethodNotAllowed
from werkzeug.wrappers import Response as AnyResponse

from ringauth_gui.practice.addresses import own_address
from ringauth_gui.practice.answers import page_answer, refusal_page_or_json
from ringauth_gui.practice.authorization_reader import (
    RefusedByRedirect,
    read_authorization_request,
)
from ringauth_gui.practice.authorization_request import AuthorizationRequest
from ringauth_gui.practice.callers import Callers
from ringauth_gui.practice.parameters import single_values
from ringauth_gui.practice.people import PASSWORD, Person
from ringauth_gui.practice.redirect_answer import (
    ACCESS_DENIED,
    INTERACTION_REQUIRED,
    LOGIN_REQUIRED,
    answer_uri,
)
from ringauth_gui.practice.refusals import Refused
from ringauth_gui.practice.signed_in_browser import SignedInBrowser
from ringauth_gui.practice.world import World

_WRONG_PASSWORD = (
    f"That was not the password. Everybody’s password here is “{PASSWORD}”."
)
_DISABLED = "This user is disabled and cannot sign in (OAU-141). Choose somebody else."


class Pages:
    """Sign-in and access request: HTML without any script."""

    def __init__(self, world: World, callers: Callers) -> None:
        self._callers = callers
        self._rules = world.rules
        self._registry = world.registry
        self._tickets = world.tickets
        self._behaviour = world.behaviour
        self._browsers = world.browsers
        self._browser = SignedInBrowser(world)

    def add_to(self, flask: Flask) -> None:
        """Register the routes."""
        flask.route("/restapi/oauth/authorize", methods=["GET", "POST"])(self.authorize)
        flask.post("/sign-in")(self.sign_in)
        flask.post("/consent")(self.consent)
        flask.post("/sign-out")(self.sign_out)

    def authorize(self) -> AnyResponse:
        """The authorization endpoint (RFC 6749 section 3.1)."""
        settings = self._behaviour.settings
        try:
            untrusted = single_values(self._parameters().items(multi=True))
            self._callers.count_authorization(untrusted.get("client_id", ""))
            asked = read_authorization_request(self._registry, settings, untrusted)
        except Refused as refused:
            return refusal_page_or_json(refused)
        except RefusedByRedirect as refused:
            return self._answer(refused.redirect_uri, refused.state, refused.members)
        person = self._browser.person
        if "none" in asked.prompt:
            return self._answer_unasked(asked, person)
        if person is not None and "login" not in asked.prompt:
            return _consent_page(self._tickets.issue(asked, person), asked, person)
        hinted = self._registry.hinted_person(asked.login_hint)
        chosen = "" if hinted is None else hinted.extension_number
        return self._sign_in_page(self._tickets.issue(asked), chosen)

    def sign_in(self) -> Response:
        """Take person and password, and go on to the access request."""
        untrusted_ticket = request.form.get("ticket", "")
        waiting = self._tickets.find(untrusted_ticket)
        if waiting is None:
            return _over_page()
        untrusted_who = request.form.get("who", "")
        waiting.person = self._registry.sign_in(
            untrusted_who, request.form.get("password", "")
        )
        if waiting.person is None:
            return self._sign_in_page(untrusted_ticket, untrusted_who, _WRONG_PASSWORD)
        if not waiting.person.is_enabled:
            waiting.person = None
            return self._sign_in_page(untrusted_ticket, untrusted_who, _DISABLED)
        answer = _consent_page(untrusted_ticket, waiting.request, waiting.person)
        self._browser.sign_in(waiting.person, answer)
        return answer

    def consent(self) -> AnyResponse:
        """Take the decision and send the browser back to the app."""
        waiting = self._tickets.redeem(request.form.get("ticket", ""))
        if waiting is None or waiting.person is None:
            return _over_page()
        asked = waiting.request
        if request.form.get("decision") != "authorize":
            return self._answer(asked.redirect_uri, asked.state, ACCESS_DENIED)
        self._browsers.allow(waiting.person, asked)
        return self._answer_with_code(asked, waiting.person)

    def sign_out(self) -> AnyResponse:
        """Sign the browser out, and show the front page again."""
        answer = redirect("/", 303)
        self._browser.sign_out(answer)
        return answer

    def _answer_unasked(
        self, asked: AuthorizationRequest, person: Person | None
    ) -> AnyResponse:
        """Answer without asking anybody (OpenID Connect Core section 3.1.2.1)."""
        if person is None:
            return self._answer(asked.redirect_uri, asked.state, LOGIN_REQUIRED)
        if not self._browsers.has_allowed(person, asked):
            return self._answer(asked.redirect_uri, asked.state, INTERACTION_REQUIRED)
        return self._answer_with_code(asked, person)

    def _answer_with_code(
        self, asked: AuthorizationRequest, person: Person
    ) -> AnyResponse:
        code = self._rules.issue_code(asked, person)
        lifetime = str(self._behaviour.settings.code_lifetime)
        members = {"code": code, "expires_in": lifetime}
        return self._answer(asked.redirect_uri, asked.state, members)

    def _parameters(self) -> MultiDict[str, str]:
        """Those of the query, or of the form where one may be sent."""
        if request.method == "GET":
            return request.args
        if not self._behaviour.settings.authorize_takes_post:
            raise MethodNotAllowed(["GET"])
        return request.form

    def _answer(
        self, redirect_uri: str, state: str | None, members: dict[str, str]
    ) -> AnyResponse:
        """Send the browser back to the app."""
        issuer = own_address()
        settings = self._behaviour.settings
        return redirect(answer_uri(redirect_uri, state, members, settings, issuer))

    def _sign_in_page(
        self, ticket: str, untrusted_who: str, problem: str = ""
    ) -> Response:
        return page_answer(
            "sign_in.html",
            ticket=ticket,
            people=self._registry.people,
            chosen=untrusted_who,
            password=PASSWORD,
            problem=problem,
        )


def _consent_page(ticket: str, asked: AuthorizationRequest, person: Person) -> Response:
    parts = urlsplit(asked.redirect_uri)
    return page_answer(
        "consent.html",
        # Browsers hold a redirect after a form to the same rule as the form.
        form_target=f"{parts.scheme}://{parts.netloc}",
        ticket=ticket,
        asked=asked,
        person=person,
    )


def _over_page() -> Response:
    return page_answer(
        "refused.html",
        status=400,
        title="This sign-in is over",
        message="It was finished already, or it waited too long. "
        "Start again in the app that asked for it.",
        code=None,
    )
