"""What the Explain screen says of a code; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from ringauth_gui.errors import Refusal
from ringauth_gui.gui.error_code_words import code_words
from ringauth_gui.gui.error_context import MessageContext
from ringauth_gui.gui.error_facts import NEUTRAL_FACTS, refusal_facts
from ringauth_gui.gui.ringcentral_error_words import words_of
from ringauth_gui.ringcentral.codes_in_text import CodesInText
from ringauth_gui.ringcentral.error_code import Certainty, ErrorCode
from ringauth_gui.ringcentral.error_codes import explanations

COMMONEST = (
    *("OAU-109", "OAU-113", "OAU-146", "OAU-153", "OAU-213", "OAU-251"),
    *("CMN-301", "CMN-401", "CMN-408", "API_ERROR_208"),
)


@dataclass(frozen=True)
class Explanation:
    """One code in plain words, every place filled.

    Attributes:
        code: As it stands in an answer.
        comes_with: The HTTP status and the endpoint, as far as they are known.
        meaning: What happened.
        remedy: What to do.
        where: Where to click.
        note: What else is worth knowing; may be empty.
        source: Where this is known from.
        certainty: How sure it is.
    """

    code: str
    comes_with: str
    meaning: str
    remedy: str
    where: str
    note: str
    source: str
    certainty: Certainty

    @property
    def text(self) -> str:
        """All of it, as it is copied."""
        heading = " · ".join(filter(None, (self.code, self.comes_with)))
        lines = (
            heading,
            f"What it means: {self.meaning}.",
            f"What to do: {self.remedy}",
            f"Where to click: {self.where}",
            f"Good to know: {self.note}" if self.note else "",
            f"How sure: {self.certainty.value} ({self.source})",
        )
        return "\n".join(filter(None, lines))


def explained(
    found: CodesInText, context: MessageContext | None = None
) -> tuple[Explanation, ...]:
    """Return the explanation of each code that was found.

    The words are those of the message bar where ``context`` tells the profile.
    """
    facts = _facts(found, context)
    return tuple(_explanation(entry, facts, context) for entry in found.entries)


def commonest() -> tuple[tuple[str, str], ...]:
    """Return the codes that people meet most, each with its meaning."""
    return tuple(
        (entry.code, entry.cause.format_map(NEUTRAL_FACTS))
        for code in COMMONEST
        for entry in explanations(code)
    )


def _explanation(
    entry: ErrorCode, facts: Mapping[str, str], context: MessageContext | None
) -> Explanation:
    words = None
    if context is not None:
        words = code_words(Refusal(status=0, codes=(entry.code,)), context)
    words = words or words_of(entry)
    return Explanation(
        code=entry.code,
        comes_with=_comes_with(entry),
        meaning=words.title.format_map(facts),
        remedy=words.advice.format_map(facts),
        where=entry.where,
        note=entry.note,
        source=entry.source,
        certainty=entry.certainty,
    )


def _facts(found: CodesInText, context: MessageContext | None) -> dict[str, str]:
    named = refusal_facts(
        Refusal(status=0, permission=found.permission, parameter=found.parameter)
    )
    profile = {}
    if context is not None:
        profile = {"server": context.server_name, "redirect_uri": context.redirect_uri}
    return {**NEUTRAL_FACTS, **profile, **named}


def _comes_with(entry: ErrorCode) -> str:
    statuses = " or ".join(map(str, entry.statuses))
    return " · ".join(
        filter(
            None,
            (
                f"HTTP {statuses}" if statuses else "",
                f"from the {entry.endpoint}" if entry.endpoint else "",
            ),
        )
    )
