"""The words for what the API made of a token; no Qt."""

from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.ringcentral.identity import CheckResult, Verdict


def check_message(state: SessionState, result: CheckResult) -> Message | None:
    """Return what the API said instead; None when it said whose token it is."""
    if result.verdict is Verdict.ACCEPTED:
        return None
    codes = "" if result.refusal is None else " · ".join(result.refusal.codes)
    status = "" if result.refusal is None else f"HTTP {result.refusal.status}"
    details = " · ".join(part for part in (codes, status) if part)
    title, advice = _VERDICT_WORDS[result.verdict]
    if result.verdict is Verdict.REFUSED and state.is_practice:
        advice += " The practice server forgets its sessions when RingAuth closes."
    kind = MessageKind.BAD if result.verdict is Verdict.REFUSED else MessageKind.WARNING
    return Message(kind, title, advice, details)


_VERDICT_WORDS = {
    Verdict.APP_LACKS_SCOPE: (
        "The token works; the app may not ask whose it is",
        "Add the scope ReadAccounts to the app in the developer console, then "
        "authorize again.",
    ),
    Verdict.USER_LACKS_PERMISSION: (
        "The token works; this user may not ask whose it is",
        "An administrator can give the user's role the permission ReadExtensions.",
    ),
    Verdict.REFUSED: (
        "The API refuses this token",
        "It was revoked, replaced by a refresh, or ended by the server. Refresh it, "
        "or authorize again.",
    ),
    Verdict.NOT_JUDGED: (
        "The server answered, but did not judge the token",
        "Check the server's address in the profile; this may not be a RingCentral "
        "server.",
    ),
}
