"""Reads the JSON object that a server answered with, or says what is wrong with it."""

from ringauth_gui.errors import InvalidServerResponse, NotJson
from ringauth_gui.oauth.error_answer import request_id
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.json_object import UnusableJson, json_object


def json_answer(response: HttpResponse) -> dict[str, object]:
    """Return the object in the body of ``response``.

    Raises:
        NotJson: There is none that can be read in one way only (R10).
    """
    try:
        return json_object(response.body)
    except UnusableJson as error:
        raise NotJson(
            str(error), status=response.status, request_id=request_id(response)
        ) from None


def unusable_answer(reason: str, response: HttpResponse) -> InvalidServerResponse:
    """Return the error for an answer that holds something else than was asked for."""
    return InvalidServerResponse(
        reason, status=response.status, request_id=request_id(response)
    )
