"""The words of the table of scopes and permissions; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from ringauth_gui.gui.refusal_phrases import codes_text
from ringauth_gui.ringcentral.permissions import CallVerdict, Holding, PermissionRow
from ringauth_gui.ringcentral.user_permissions import PermissionAnswer, Standing

COLUMNS = ("Permission", "Token's scope", "User", "So a call is")
YES, NO, NEITHER = "✓", "✕", "–"

_TEXTS: Mapping[Holding, str] = {
    Holding.YES: f"{YES} yes",
    Holding.NO: f"{NO} no",
    Holding.PARTLY: f"{NO} in part",
    Holding.NOT_TOLD: NEITHER,
    Holding.NOT_NEEDED: NEITHER,
    Holding.NO_SUCH_NAME: NEITHER,
}
_SCOPE_TIPS: Mapping[Holding, str] = {
    Holding.YES: "The token's scopes name it.",
    Holding.NO: "The token's scopes do not name it, nor one that includes it.",
    Holding.NOT_TOLD: "Not known: the server did not name the token's scopes.",
    Holding.NO_SUCH_NAME: (
        "Not known: RingCentral documents no scope of this name. Users' permissions "
        "and apps' scopes are named independently."
    ),
}
_USER_TIPS: Mapping[Holding, str] = {
    Holding.YES: "The API says that the user has it.",
    Holding.NO: "The API says that the user does not have it.",
    Holding.NOT_TOLD: "Not known: the API did not tell. Ask the server below.",
    Holding.NOT_NEEDED: "Not needed: it is about the sign-in, not about calls.",
    Holding.NO_SUCH_NAME: (
        "Not known: the API has no user permission of this name. What such calls need "
        "of the user goes by other names."
    ),
}
_VERDICTS: Mapping[CallVerdict, str] = {
    CallVerdict.ALLOWED: "allowed",
    CallVerdict.NO_CALLS: "about the sign-in, not about calls",
}
_ANSWERS: Mapping[Standing, str] = {
    Standing.HAS: f"{YES} {{name}}: the user has it",
    Standing.LACKS: f"{NO} {{name}}: the user does not have it (the token is fine)",
    Standing.NO_SUCH_NAME: (
        f"{NEITHER} {{name}}: RingCentral knows no permission of that name ({{code}})"
    ),
    Standing.TOKEN_REFUSED: (
        f"{NEITHER} {{name}}: not answered, the API refuses the token ({{codes}})"
    ),
    Standing.NOT_TOLD: f"{NEITHER} {{name}}: not answered, the API says {{codes}}",
}


@dataclass(frozen=True)
class Cell:
    """What a cell shows.

    Attributes:
        text: In sight.
        tip: What it means, in sentences.
        is_good: True for a yes, False for a no; None for neither.
    """

    text: str
    tip: str = ""
    is_good: bool | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says: a sign alone says nothing."""
        return self.tip if self.text == NEITHER else self.text


def cells(row: PermissionRow) -> tuple[Cell, Cell, Cell, Cell]:
    """Return what the four columns show of ``row``."""
    return Cell(row.name, row.name), _scope(row), _user(row), Cell(_verdict(row))


def answer_text(answer: PermissionAnswer) -> str:
    """Return what the API answered when it was asked for one permission."""
    refusal = answer.refusal
    code = next(iter(() if refusal is None else refusal.codes), "CMN-102")
    codes = "nothing usable" if refusal is None else codes_text(refusal)
    text = _ANSWERS[answer.standing]
    return text.format(name=answer.name, code=code, codes=codes)


def further_text(count: int) -> str:
    """Return what the rest of the permissions is called."""
    noun = "permission" if count == 1 else "permissions"
    return f"and {count} more {noun} of the user"


def left_out_text(count: int) -> str:
    """Return that there were more than are kept."""
    return f"{count} more are not shown. Ask the server for any of them by name."


def _scope(row: PermissionRow) -> Cell:
    holding, is_good = row.in_scope, _GOOD.get(row.in_scope)
    if not row.scope:
        return Cell(_TEXTS[holding], _SCOPE_TIPS[holding], is_good)
    if holding is Holding.YES:
        tip = f"The token has the scope {row.scope}, which covers it."
        return Cell(f"{YES} through {row.scope}", tip, is_good)
    tip = f"Calls that need it need the scope {row.scope}, which the token lacks."
    return Cell(_TEXTS[holding], tip, is_good)


def _user(row: PermissionRow) -> Cell:
    holding = row.by_user
    tip = _USER_TIPS.get(holding, "")
    if row.needed:
        tip = f"Calls with this scope need {' and '.join(row.needed)} of the user."
        if row.lacking:
            tip += f" The user lacks {' and '.join(row.lacking)}."
    return Cell(_TEXTS[holding], tip, _GOOD.get(holding))


_GOOD = {Holding.YES: True, Holding.NO: False, Holding.PARTLY: False}


def _verdict(row: PermissionRow) -> str:
    if row.verdict is CallVerdict.APP_LACKS_SCOPE:
        return f"the app does not ask for {row.scope or 'it'} · CMN-401"
    if row.verdict is CallVerdict.USER_LACKS_PERMISSION:
        lacking = " and ".join(row.lacking) or "it"
        return f"the user's role lacks {lacking} · CMN-408"
    if row.verdict is not CallVerdict.NOT_KNOWN:
        return _VERDICTS[row.verdict]
    if row.in_scope is Holding.YES:
        return "allowed for the app; the user's part is not known"
    return "allowed for the user" if row.by_user is Holding.YES else "not known"
