"""Reads the form of a request from a program."""

from flask import request

from ringauth_gui.practice.parameters import single_values
from ringauth_gui.practice.refusals import INVALID_FORM_VALUE, NOT_A_FORM, Refused


def sent_authorization() -> str | None:
    """The ``Authorization`` header, unchecked."""
    return request.headers.get("Authorization")


def read_form() -> dict[str, str]:
    """The untrusted fields by name.

    Raises:
        Refused: OAU-111 or OAU-250.
    """
    has_body = bool(request.content_length)
    if has_body and request.mimetype != "application/x-www-form-urlencoded":
        raise Refused(NOT_A_FORM)
    return single_values(request.form.items(multi=True))


def required(untrusted_form: dict[str, str], name: str) -> str:
    """The untrusted value of a field that must be there.

    Raises:
        Refused: CMN-101.
    """
    untrusted_value = untrusted_form.get(name, "")
    if not untrusted_value:
        raise Refused(INVALID_FORM_VALUE, name)
    return untrusted_value
