"""A window whose label changes each second; tells what share of a core that takes.

bare_ticking.py SECONDS
"""

import json
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

SETTLED = 1000  # milliseconds


def change() -> None:
    """Show another number."""
    label.setText(str(int(label.text()) + 1))


def begin() -> None:
    """Measure from now on."""
    began = time.process_time()
    QTimer.singleShot(round(seconds * 1000), lambda: end(began))


def end(began: float) -> None:
    """Tell, and end."""
    print(json.dumps({"in sight": [(time.process_time() - began) / seconds * 100]}))
    application.quit()


seconds = float(sys.argv[1])
application = QApplication([])
window = QMainWindow()
label = QLabel("0")
window.setCentralWidget(label)
window.resize(1100, 740)
window.show()
timer = QTimer(interval=1000)
timer.timeout.connect(change)
timer.start()
QTimer.singleShot(SETTLED, begin)
application.exec()
