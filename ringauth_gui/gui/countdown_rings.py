"""Two rings that run down: inside the access token, outside the refresh token."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ringauth_gui.gui.announcement import announce
from ringauth_gui.gui.formatting import (
    Level,
    clock_text,
    level,
    remaining_sentence,
)
from ringauth_gui.gui.palette import LIGHT, Palette

SIZE = 200
OUTER_WIDTH, INNER_WIDTH = 6.0, 16.0
INNER_INSET = 12.0
CLOCK_PIXELS, CLOCK_PIXELS_LONG, CAPTION_PIXELS = 32, 26, 13
LONGEST_SHORT_CLOCK = len("54:31")
CLOCK_AREA, CAPTION_AREA = QRect(30, 62, 140, 48), QRect(30, 108, 140, 22)
# Where a short clock is and no ring: all that a second changes, as a rule.
INSIDE = QRect(40, 64, 120, 44)
UNKNOWN_CLOCK = "–"
SIXTEENTHS = 16  # Qt counts angles in sixteenths of a degree
FULL_CIRCLE = 360 * SIXTEENTHS
TOP = 90 * SIXTEENTHS
STEPS = 720  # of a ring; one is less than a pixel long


def level_colour(shown: Level, palette: Palette) -> str:
    """Return the colour of a ring at this level."""
    return {
        Level.GOOD: palette.good,
        Level.WARNING: palette.warning,
        Level.BAD: palette.bad,
        Level.OVER: palette.ring_track,
        Level.UNKNOWN: palette.ring_track,
    }[shown]


def ring_fraction(remaining: float | None, lifetime: float | None) -> float:
    """Return how much of the lifetime is left, from 0 to 1; 0 when unknown."""
    if remaining is None or not lifetime:
        return 0.0
    return min(1.0, max(0.0, remaining / lifetime))


def paint_ring(
    painter: QPainter,
    rect: QRectF,
    width: float,
    fraction: float,
    colour: str,
    track: str,
) -> None:
    """Paint a ring that is ``colour`` for its first ``fraction``, clockwise from top.

    Args:
        painter: Where to paint.
        rect: What the ring touches from inside.
        width: How thick it is.
        fraction: What is left, from 0 to 1.
        colour: Of what is left.
        track: Of what is used up.
    """
    inside = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(track), width))
    painter.drawEllipse(inside)
    if span := _span(fraction):
        pen = QPen(QColor(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(inside, TOP, -span)
    painter.restore()


def _span(fraction: float) -> int:
    return round(FULL_CIRCLE * fraction)


def _in_steps(fraction: float) -> float:
    return math.ceil(fraction * STEPS) / STEPS


@dataclass(frozen=True)
class _Shown:
    """What can be seen; nothing is painted again while it stays the same."""

    clock: str = UNKNOWN_CLOCK
    level: Level = Level.UNKNOWN
    access_fraction: float = 0.0
    refresh_fraction: float = 0.0

    @property
    def is_short(self) -> bool:
        """Whether the clock has no hours or days."""
        return len(self.clock) <= LONGEST_SHORT_CLOCK


class CountdownRings(QWidget):
    """The time left of both tokens, as rings, as a clock and as a sentence."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        announce: Callable[[QWidget, str], None] = announce,
    ) -> None:
        """Show nothing until told.

        Args:
            parent: The widget that holds this one.
            announce: Has a screen reader say the sentence; called when the colour
                changes, not each second.
        """
        super().__init__(parent)
        self._announce = announce
        self._palette = LIGHT
        self._shown = _Shown()
        self.setObjectName("countdown")
        self.setAccessibleName(self.tr("Time left"))
        self.setFixedSize(SIZE, SIZE)
        # Or all that lies behind would be painted anew each second too.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_remaining(
        self,
        access_remaining: float | None,
        access_lifetime: float | None,
        refresh_remaining: float | None,
        refresh_lifetime: float | None,
        *,
        has_refresh: bool,
        session: str = "",
    ) -> None:
        """Show how many seconds are left of each lifetime; None stands for unknown.

        ``session`` is what is left of the session, a sentence that is told but not
        painted.
        """
        sentence = remaining_sentence(
            access_remaining,
            refresh_remaining,
            has_refresh=has_refresh,
            session=session,
        )
        if sentence != self.accessibleDescription():
            self.setAccessibleDescription(sentence)
        access = ring_fraction(access_remaining, access_lifetime)
        refresh = ring_fraction(refresh_remaining, refresh_lifetime)
        self._change_to(
            _Shown(
                UNKNOWN_CLOCK
                if access_remaining is None
                else clock_text(access_remaining),
                level(access_remaining, access_lifetime),
                _in_steps(access),
                _in_steps(refresh) if has_refresh else 0.0,
            )
        )

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._palette = palette
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both rings and the clock, as far as they are to be painted anew."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._palette.panel))
        if not INSIDE.contains(event.rect()):
            self._paint_rings(painter)
        self._paint_texts(painter)
        painter.end()

    def _paint_rings(self, painter: QPainter) -> None:
        palette, shown = self._palette, self._shown
        outer = QRectF(self.rect())
        inner = outer.adjusted(INNER_INSET, INNER_INSET, -INNER_INSET, -INNER_INSET)
        paint_ring(
            painter,
            outer,
            OUTER_WIDTH,
            shown.refresh_fraction,
            palette.accent,
            palette.ring_track,
        )
        paint_ring(
            painter,
            inner,
            INNER_WIDTH,
            shown.access_fraction,
            level_colour(shown.level, palette),
            palette.ring_track,
        )

    def _change_to(self, shown: _Shown) -> None:
        if shown == self._shown:
            return
        before, self._shown = self._shown, shown
        only_clock_differs = replace(before, clock=shown.clock) == shown
        if only_clock_differs and before.is_short and shown.is_short:
            self.update(INSIDE)
        else:
            self.update()
        if before.level not in (shown.level, Level.UNKNOWN):
            self._announce(self, self.accessibleDescription())

    def _paint_texts(self, painter: QPainter) -> None:
        clock = self._shown.clock
        font = QFont(self.font())
        font.setBold(True)
        font.setPixelSize(CLOCK_PIXELS if self._shown.is_short else CLOCK_PIXELS_LONG)
        painter.setFont(font)
        painter.setPen(QColor(self._palette.text))
        painter.drawText(CLOCK_AREA, Qt.AlignmentFlag.AlignCenter, clock)
        font.setBold(False)
        font.setPixelSize(CAPTION_PIXELS)
        painter.setFont(font)
        painter.setPen(QColor(self._palette.quiet))
        painter.drawText(CAPTION_AREA, Qt.AlignmentFlag.AlignCenter, self._caption())

    def _caption(self) -> str:
        if self._shown.level is Level.OVER:
            return self.tr("access token over")
        if self._shown.level is Level.UNKNOWN:
            return self.tr("end unknown")
        return self.tr("access token")
