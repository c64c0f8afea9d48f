"""The meter of authentication calls above the HTTP log."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.call_meter import PIP_GAP, PIP_WIDTH, CallMeter, CallPips
from ringauth_gui.gui.palette import DARK
from tests.gui.reading import child
from tests.gui.shell import SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


def _colours(pips: CallPips, limit: int) -> list[str]:
    image: QImage = pips.grab().toImage()
    middles = [at * (PIP_WIDTH + PIP_GAP) + PIP_WIDTH // 2 for at in range(limit)]
    return [QColor(image.pixel(x, image.height() // 2)).name() for x in middles]


def test_a_pip_is_filled_for_each_call_that_is_left(qtbot: QtBot) -> None:
    pips = CallPips()
    qtbot.addWidget(pips)
    pips.set_palette(DARK)

    pips.show_left(3, 5)

    assert _colours(pips, 5) == [
        DARK.accent,
        *[DARK.good] * 2,
        *[DARK.ring_track] * 2,
    ]


def test_without_a_profile_there_is_no_meter(qtbot: QtBot) -> None:
    meter = CallMeter()
    qtbot.addWidget(meter)

    meter.show_calls(None)

    assert meter.isHidden()


def test_the_http_log_and_the_status_line_count_down_with_another_window(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    shell.show_tab("HTTP log")
    assert shell.text("callMeterText") == "5 of 5 calls left this minute"

    shell.use_calls(2)

    assert shell.text("callMeterText") == "3 of 5 calls left this minute"
    assert "Calls: 3 of 5 left" in shell.text("statusLine")
    shell.tick(60)
    assert shell.text("callMeterText") == "5 of 5 calls left this minute"


def test_the_penalty_is_counted_down_where_the_calls_are(shell: Shell) -> None:
    shell.start_signed_in()
    shell.show_tab("HTTP log")

    shell.be_paused(60)

    shell.tick(18)
    assert shell.text("callMeterText") == (
        "Pause: 42 s. Every early call would start it again."
    )
    assert "Calls: pause, 42 s" in shell.text("statusLine")


def test_the_meter_has_a_name_and_tells_all_to_screen_readers(shell: Shell) -> None:
    shell.start_signed_in()
    shell.show_tab("HTTP log")

    meter = child(shell.window, QWidget, "callMeter")

    assert meter.accessibleName() == "Authentication calls"
    assert "kept for Revoke" in meter.accessibleDescription()
    assert meter.toolTip() == meter.accessibleDescription()


def test_a_profile_that_is_being_made_has_no_calls(shell: Shell) -> None:
    shell.start(SUPPORT)

    shell.control.new_profile()

    shell.show_tab("HTTP log")
    assert child(shell.window, QWidget, "callMeter").isHidden()
