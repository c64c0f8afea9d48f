"""Copies secrets so that they leave the clipboard again."""

import math

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QClipboard

SECONDS = 30
# What clipboard managers, histories and cloud clipboards look for before they record:
# KDE's Klipper and those that follow it; Windows 10 and later (two little-endian
# DWORDs of zero); macOS tools after nspasteboard.org.
DO_NOT_RECORD = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"'
    "": b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
    "application/x-nspasteboard-concealed-type": b"1",
}


class SecretClipboard(QObject):
    """The clipboard, for secrets: marked, cleared later, never taking others' text.

    Signals:
        said: What becomes of what was copied last, with the time left (R23, R29);
            empty once that is of no more interest.
    """

    said = Signal(str)

    def __init__(
        self,
        clipboard: QClipboard,
        parent: QObject | None = None,
        *,
        seconds: float = SECONDS,
    ) -> None:
        """Use ``clipboard`` and clear it ``seconds`` after a secret was copied."""
        super().__init__(parent)
        self._clipboard = clipboard
        self._ours: bytes | None = None  # a digest: the secret is not kept here
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # never later than said
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.clear_if_ours)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._say_time_left)

    @property
    def seconds_left(self) -> int | None:
        """For how long what was copied here stays; None where nothing was."""
        if self._ours is None:
            return None
        return max(0, math.ceil(self._timer.remainingTime() / 1000))

    def copy(self, secret: str) -> None:
        """Copy ``secret``, marked as not to be recorded, and clear it later."""
        data = QMimeData()
        data.setText(secret)
        for form, mark in DO_NOT_RECORD.items():
            data.setData(form, mark)
        self._clipboard.setMimeData(data)
        self._ours = _digest(secret)
        self._timer.start()
        self._second.start()
        self._say_time_left()

    def copy_plain(self, text: str) -> None:
        """Copy a ``text`` that is no secret, such as the redirect URI."""
        self._forget()
        self._clipboard.setText(text)
        self.said.emit("")

    def clear_if_ours(self) -> None:
        """Clear the clipboard if it still holds exactly what was copied here."""
        ours = self._ours
        self._forget()
        if ours is None:
            return
        if not self._holds(ours):
            self.said.emit(self.tr("The clipboard holds something else by now."))
            return
        self._clipboard.clear()
        if self._holds(ours):
            self.said.emit(self.tr("It could not be taken out of the clipboard."))
        else:
            self.said.emit(self.tr("Taken out of the clipboard."))

    def _holds(self, ours: bytes) -> bool:
        import hmac

        return hmac.compare_digest(_digest(self._clipboard.text()), ours)

    def _say_time_left(self) -> None:
        text = self.tr("Copied. It leaves the clipboard in {0} s.")
        self.said.emit(text.format(self.seconds_left))

    def _forget(self) -> None:
        self._ours = None
        self._timer.stop()
        self._second.stop()


def _digest(text: str) -> bytes:
    import hashlib

    return hashlib.sha256(text.encode()).digest()
