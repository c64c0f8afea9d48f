"""Opens the connection to the screen, or says in one line why there is none."""

import os
import sys
from collections.abc import Mapping

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

NO_SCREEN = 1
VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_screen(name: str, environ: Mapping[str, str] = os.environ) -> QApplication:
    """Return the application called ``name``; the process exits without a screen.

    Qt would abort with a page of advice that does not help.
    """
    if sys.platform == "linux" and not any(map(environ.get, VARIABLES)):
        sys.stderr.write("ringauth: there is no screen: DISPLAY is not set.\n")
        raise SystemExit(NO_SCREEN)
    reasons: list[str] = []

    def take(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            reasons.append(text)
            return
        reason = reasons[0] if reasons else text
        sys.stderr.write(f"ringauth: the screen cannot be used: {reason.strip()}\n")
        sys.stderr.flush()
        os._exit(NO_SCREEN)  # what returns to Qt here is aborted

    qInstallMessageHandler(take)
    application = QApplication([name])
    qInstallMessageHandler(None)
    return application
