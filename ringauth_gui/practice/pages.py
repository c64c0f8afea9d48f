"""The pages of a sign-in in the browser, and the front page."""

from urllib.parse import urlsplit

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from ringauth_gui.practice.answers import page_answer, refusal_page_or_json
from ringauth_gui.practice.authorization_request import (
    RefusedByRedirect,
    read_authorization_request,
    single_values,
)
from ringauth_gui.practice.people import PASSWORD
from ringauth_gui.practice.refusals import Refused
from ringauth_gui.practice.tickets import WaitingRequest
from ringauth_gui.practice.world import World


class Pages:
    """Front page, sign-in, access request: HTML without any script."""

    def __init__(self, world: World) -> None:
        self._rules = world.rules
        self._registry = world.registry
        self._tickets = world.tickets
        self._behaviour = world.behaviour

    def add_to(self, flask: Flask) -> None:
        """Register the routes."""
        flask.get("/")(self.front)
        flask.get("/restapi/oauth/authorize")(self.authorize)
        flask.post("/sign-in")(self.sign_in)
        flask.post("/consent")(self.consent)

    def front(self) -> Response:
        """What this server is, in plain words."""
        return page_answer(
            "front.html",
            address=request.host_url.rstrip("/"),
            apps=self._registry.apps,
            people=self._registry.people,
            password=PASSWORD,
        )

    def authorize(self) -> AnyResponse:
        """The authorization endpoint (RFC 6749 section 3.1)."""
        try:
            untrusted = single_values(request.args.items(multi=True))
            asked = read_authorization_request(self._registry, untrusted)
        except Refused as refused:
            return refusal_page_or_json(refused)
        except RefusedByRedirect as refused:
            return redirect(refused.answer_uri)
        return self._sign_in_page(self._tickets.issue(asked))

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
            return self._sign_in_page(untrusted_ticket, untrusted_who, is_wrong=True)
        return _consent_page(untrusted_ticket, waiting)

    def consent(self) -> AnyResponse:
        """Take the decision and send the browser back to the app."""
        waiting = self._tickets.redeem(request.form.get("ticket", ""))
        if waiting is None or waiting.person is None:
            return _over_page()
        asked = waiting.request
        if request.form.get("decision") != "authorize":
            return redirect(
                asked.answer_uri(
                    error="access_denied",
                    error_description="The user denied access to the application",
                )
            )
        code = self._rules.issue_code(asked, waiting.person)
        lifetime = str(self._behaviour.settings.code_lifetime)
        return redirect(asked.answer_uri(code=code, expires_in=lifetime))

    def _sign_in_page(
        self, ticket: str, untrusted_who: str = "", *, is_wrong: bool = False
    ) -> Response:
        return page_answer(
            "sign_in.html",
            ticket=ticket,
            people=self._registry.people,
            chosen=untrusted_who,
            password=PASSWORD,
            is_wrong=is_wrong,
        )


def _consent_page(ticket: str, waiting: WaitingRequest) -> Response:
    redirect_uri = waiting.request.redirect_uri
    parts = urlsplit(redirect_uri)
    return page_answer(
        "consent.html",
        # Browsers hold a redirect after a form to the same rule as the form.
        form_target=f"{parts.scheme}://{parts.netloc}",
        ticket=ticket,
        asked=waiting.request,
        person=waiting.person,
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
