"""What the settings change of a refusal: its status, and its top-level code."""

from dataclasses import replace

from ringauth_gui.practice.choices import ErrorStatus
from ringauth_gui.practice.refusals import TOKEN_EXPIRED, Refused
from ringauth_gui.practice.settings import Settings

# Reference section 7.3, where RingCentral's own table says otherwise than 400.
_FORBIDDEN = ("106", "108", "109", "110", "112", "113", "116", "117")
_UNAUTHORIZED = ("120", "121", "123", "125", "127", "146", "153")
_STATUS_IN_TABLE = {f"OAU-{code}": 403 for code in _FORBIDDEN} | {
    f"OAU-{code}": 401 for code in _UNAUTHORIZED
}


def as_set(refused: Refused, settings: Settings) -> Refused:
    """The refusal as the settings want it answered."""
    reason = refused.reason
    if reason is TOKEN_EXPIRED:
        return refused.because(
            replace(reason, top_code=settings.expired_top_code.value)
        )
    is_in_table = reason.error is not None and reason.code in _STATUS_IN_TABLE
    if is_in_table and settings.error_status is ErrorStatus.TABLE:
        status = _STATUS_IN_TABLE[reason.code or ""]
        return refused.because(replace(reason, status=status))
    return refused
