"""Finds the words for the codes of a refusal in the situation at hand; no Qt."""

from collections.abc import Mapping

from ringauth_gui.errors import Refusal
from ringauth_gui.gui import jwt_error_words, ringcentral_error_words
from ringauth_gui.gui.error_context import MessageContext
from ringauth_gui.gui.words import Words


def code_words(refusal: Refusal, context: MessageContext) -> Words | None:
    """Return the words for the first code that has any; None where none has."""
    tables = _code_tables(context)
    return next(
        (table[code] for code in refusal.codes for table in tables if code in table),
        None,
    )


def _code_tables(context: MessageContext) -> list[Mapping[str, Words]]:
    tables = [ringcentral_error_words.CODE_WORDS]
    if context.is_public:
        tables.insert(0, ringcentral_error_words.PUBLIC_APP_WORDS)
    if context.is_practice:
        tables.insert(0, ringcentral_error_words.PRACTICE_WORDS)
    if context.is_jwt_sign_in:
        tables.insert(0, jwt_error_words.CODE_WORDS)
    elif context.doing == "authorize":
        tables.insert(0, ringcentral_error_words.CODE_EXCHANGE_WORDS)
    return tables
