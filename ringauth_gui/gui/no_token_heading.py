"""What the Token tab says first where there is no token to be seen."""

from PySide6.QtCore import QCoreApplication

from ringauth_gui.gui.no_token import NOT_KNOWN


def heading_without_token(ended: str) -> str:
    """Return no more than is known (R29).

    Args:
        ended: Why there is no token, as a session's state has it.
    """
    if ended.startswith(NOT_KNOWN):
        return _tr("Not known whether you are signed in")
    return _tr("Not signed in")


def _tr(text: str) -> str:
    return QCoreApplication.translate("NoToken", text)
