"""The practice server as a Flask application."""

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from ringauth_gui.practice.addresses import own_addresses
from ringauth_gui.practice.answers import (
    add_headers,
    http_error_answer,
    refusal_answer,
)
from ringauth_gui.practice.api import Api
from ringauth_gui.practice.callers import Callers
from ringauth_gui.practice.control import Control
from ringauth_gui.practice.control_page import ControlPage
from ringauth_gui.practice.front_page import FrontPage
from ringauth_gui.practice.misbehaviour import Misbehaviour
from ringauth_gui.practice.oauth_endpoints import OAuthEndpoints
from ringauth_gui.practice.pages import Pages
from ringauth_gui.practice.refusal_ways import as_set
from ringauth_gui.practice.refusals import Refused
from ringauth_gui.practice.signing_keys import SigningKeys
from ringauth_gui.practice.stage import Stage
from ringauth_gui.practice.token_endpoint import TokenEndpoint
from ringauth_gui.practice.world import World

_LONGEST_BODY = 16 * 1024


def create_app(world: World) -> Flask:
    """Build the application around what it holds in memory."""
    flask = Flask(__name__)
    flask.config["MAX_CONTENT_LENGTH"] = _LONGEST_BODY
    stage = Stage(world)
    callers, keys = Callers(world), SigningKeys()
    FrontPage(world).add_to(flask)
    Pages(world, callers).add_to(flask)
    TokenEndpoint(world, callers, keys).add_to(flask)
    OAuthEndpoints(world, callers, keys).add_to(flask)
    Api(world, callers).add_to(flask)
    flask.before_request(_refuse_foreign_host)
    Control(world, stage).add_to(flask)
    ControlPage(world, stage).add_to(flask)
    Misbehaviour(world).add_to(flask)
    flask.after_request(add_headers)
    flask.register_error_handler(
        Refused,
        lambda refused: refusal_answer(as_set(refused, world.behaviour.settings)),
    )
    flask.register_error_handler(HTTPException, http_error_answer)
    return flask


def _refuse_foreign_host() -> Response | None:
    """Keep out pages of the web that have rebound their name to this computer."""
    if f"http://{request.host.lower()}" in own_addresses():
        return None
    return Response("Misdirected request", status=421, mimetype="text/plain")
