"""Servers whose clock is not this computer's."""

from dataclasses import replace

from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.oauth.exchange import Exchange, HttpRequest
from ringauth_gui.server_directory import secret_binding
from ringauth_gui.storage.profile import Profile
from tests.fakes.scripted_send import response
from tests.gui.shell import SUPPORT, Shell

TOKEN_URL = "https://platform.ringcentral.com/restapi/oauth/token"


def around(seconds: float) -> ClockDifference:
    """Return what one quick answer tells of a server so far ahead."""
    return ClockDifference(seconds - 0.5, seconds + 0.5)


def hear_from_server(shell: Shell, ahead: float, profile: Profile = SUPPORT) -> None:
    """Let an answer of the profile's server arrive, whose clock is so far ahead."""
    sent = replace(shell.clock(), ahead=around(ahead))
    request = HttpRequest("POST", TOKEN_URL, server=secret_binding(profile))
    exchange = Exchange(request, {}, shell.clock(), 0.1, response(sent=sent))
    shell.control.append_exchange(exchange)
    shell.tick(0)
