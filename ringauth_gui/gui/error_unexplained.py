"""What the Explain screen says where it knows no code; no Qt."""

from dataclasses import dataclass

from ringauth_gui.ringcentral.codes_in_text import CodesInText

_STATUSES = {
    400: "the server found a mistake in the request. Repeating it does not help.",
    401: "the server does not accept the token or the app. Refresh, or sign in again.",
    403: "the server knows who asks, but does not allow it.",
    404: "the server has nothing at this address. Check the server in the profile.",
    429: "too many calls. Wait a minute before the next try.",
}
_CLASSES = {
    4: "the server refuses the request. Repeating it does not help.",
    5: "the fault lies with the server. Wait a minute, then try again.",
}
_ASK_SUPPORT = (
    "RingCentral support can look it up: name the code, the time and the request ID "
    "(RCRequestId). RingAuth shows it below a message and in the HTTP log."
)


@dataclass(frozen=True)
class Unexplained:
    """What is said instead of an explanation: a title and what still helps."""

    title: str
    advice: str


def unexplained(found: CodesInText) -> Unexplained | None:
    """Return what to say of what no list names; None where everything is explained."""
    if found.entries and not found.unknown:
        return None
    statuses = [text for each in found.statuses if (text := _status_text(each))]
    if found.unknown:
        codes = ", ".join(found.unknown)
        title = f"RingAuth does not know {codes}"
        return Unexplained(title, " ".join((*statuses, _ASK_SUPPORT)))
    if statuses:
        return Unexplained(
            "There is no code in this text, only an HTTP status",
            " ".join((*statuses, _ASK_SUPPORT)),
        )
    return Unexplained(
        "There is no code in this text that RingAuth knows",
        "Look for letters with a number, such as OAU-109, or for a word such as "
        f"invalid_client. {_ASK_SUPPORT}",
    )


def _status_text(status: int) -> str:
    text = _STATUSES.get(status) or _CLASSES.get(status // 100)
    return f"HTTP {status}: {text}" if text else ""
