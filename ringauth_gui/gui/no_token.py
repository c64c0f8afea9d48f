"""How texts begin that say why there is no token to be seen."""

from PySide6.QtCore import QCoreApplication

# There may be one all the same.
ELSEWHERE = "Elsewhere"
NOT_KNOWN = "Not known"


def heading_without_token(ended: str) -> str:
    """Return what the Token tab says first, no more than is known (R29).

    Args:
        ended: Why there is no token, as a session's state has it.
    """
    if ended.startswith(NOT_KNOWN):
        return QCoreApplication.translate(
            "NoToken", "Not known whether you are signed in"
        )
    return QCoreApplication.translate("NoToken", "Not signed in")
