"""Where Python looks for objects that only know each other: on the GUI thread alone."""

import gc

from PySide6.QtCore import QObject

from ringauth_gui.gui.ticker import Ticker


class Garbage(QObject):
    """Collects at the window's ticks what Python would collect on any thread.

    A cycle may hold a Qt object. Were it found on a worker, Qt would take the object
    apart there while its timer or its paint is due on the GUI thread, and end the
    program.
    """

    def __init__(self, ticker: Ticker) -> None:
        """Collect at each tick of ``ticker`` that finds enough to do."""
        super().__init__(ticker)
        gc.disable()
        gc.freeze()  # what a start has made stays for good, and is not looked at again
        ticker.passed.connect(self.collect)

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python itself decides."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        for generation, (count, most) in reversed(list(enumerate(due))):
            if count > most:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Leave it to Python again."""
        gc.unfreeze()
        gc.enable()
