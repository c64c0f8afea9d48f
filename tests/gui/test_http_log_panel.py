"""Every exchange as it happens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.exchange_log import ExchangeLog
from ringauth_gui.gui.http_log_model import COLUMNS, HttpLogModel
from ringauth_gui.gui.http_log_panel import HttpLogPanel
from ringauth_gui.gui.palette import DARK
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange, HttpRequest, HttpResponse
from ringauth_gui.redaction import Redaction
from tests.gui.reading import child, visible_texts

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NOW = Moment(1_795_000_000.0)
CANARY = "canary-0123456789abcdef"
DISPLAY = Qt.ItemDataRole.DisplayRole


def exchange(note: str = "refresh_token", status: int | None = 200) -> Exchange:
    response = None
    if status is not None:
        response = HttpResponse(status, {"x": CANARY}, CANARY.encode(), NOW)
    return Exchange(
        HttpRequest(
            "POST",
            f"https://platform.ringcentral.com/restapi/oauth/token?code={CANARY}",
            {"Authorization": CANARY},
            {"refresh_token": CANARY},
            note=note,
        ),
        {"Authorization": CANARY},
        NOW,
        0.1714,
        response,
        None if response else "it refused the connection",
    )


class LoggingPanel(HttpLogPanel):
    """The panel with a log of its own."""

    def __init__(self, log: ExchangeLog | None = None) -> None:
        self.log = log or ExchangeLog(str)
        super().__init__(self.log, lambda: {"a": "Support desk"}, Redaction())

    def record(self, recorded: Exchange) -> None:
        """Have an exchange in the log, and so in the panel."""
        self.append(self.log.append(recorded))


def model_of(*exchanges: Exchange) -> HttpLogModel:
    log = ExchangeLog(str)
    model = HttpLogModel(log, dict)
    for each in exchanges:
        model.take(log.append(each))
    return model


@pytest.fixture
def panel(qtbot: QtBot) -> LoggingPanel:
    widget = LoggingPanel()
    qtbot.addWidget(widget)
    widget.resize(800, 300)
    widget.show()
    return widget


@pytest.fixture
def table(panel: LoggingPanel) -> QTableView:
    return child(panel, QTableView, "httpLogTable")


def cells(table: QTableView, row: int) -> list[str]:
    model = table.model()
    return [model.index(row, column).data() for column in range(len(COLUMNS))]


def test_an_empty_log_says_what_will_be_there(panel: LoggingPanel) -> None:
    assert "Nothing was sent yet. Each request shows here as it is made." in (
        visible_texts(panel)
    )


def test_the_table_has_its_name_and_its_columns(table: QTableView) -> None:
    header = [
        table.model().headerData(column, Qt.Orientation.Horizontal)
        for column in range(len(COLUMNS))
    ]

    assert table.accessibleName() == "HTTP log"
    assert header == ["Time", "Method", "Path", "Status", "Took", "Note", "Profile"]


def test_an_exchange_is_shown_at_once(panel: LoggingPanel, table: QTableView) -> None:
    panel.record(exchange())

    assert table.isVisible()
    assert cells(table, 0)[1:6] == [
        "POST",
        "/restapi/oauth/token",
        "200",
        "171 ms",
        "refresh_token",
    ]


def test_an_exchange_without_an_answer_says_why(
    panel: LoggingPanel, table: QTableView
) -> None:
    panel.record(exchange(status=None))

    assert cells(table, 0)[3] == "no answer"
    assert cells(table, 0)[5] == "refresh_token · it refused the connection"


@pytest.mark.parametrize("pixels", [13, 26])
def test_no_column_of_fixed_content_is_cut_in_any_font(
    qtbot: QtBot, pixels: int
) -> None:
    panel = LoggingPanel()
    qtbot.addWidget(panel)
    panel.setStyleSheet(f"QTableView, QHeaderView::section {{ font-size: {pixels}px }}")
    panel.record(exchange(status=None))
    panel.resize(900, 300)
    panel.show()

    table = child(panel, QTableView, "httpLogTable")
    header = table.horizontalHeader()
    for column in (0, 1, 3, 4):
        text = table.fontMetrics().horizontalAdvance(cells(table, 0)[column])
        assert table.columnWidth(column) > text
        assert table.columnWidth(column) >= header.sectionSizeHint(column)


def test_the_newest_is_last_and_in_sight(
    panel: LoggingPanel, table: QTableView
) -> None:
    for number in range(30):
        panel.record(exchange(f"call {number}"))

    last = table.model().index(29, 0)
    assert cells(table, 29)[5] == "call 29"
    assert table.viewport().rect().intersects(table.visualRect(last))


def test_a_log_that_was_scrolled_up_stays_where_it_is(
    panel: LoggingPanel, table: QTableView
) -> None:
    for number in range(30):
        panel.record(exchange(f"call {number}"))
    table.scrollToTop()

    panel.record(exchange())

    assert table.verticalScrollBar().value() == 0


def test_no_secret_is_in_any_role_of_any_cell(
    panel: LoggingPanel, table: QTableView
) -> None:
    panel.record(exchange())
    panel.record(exchange(status=None))

    model = table.model()
    for row in range(model.rowCount()):
        for column in range(len(COLUMNS)):
            for role in Qt.ItemDataRole:
                assert CANARY not in str(model.index(row, column).data(role))


@pytest.mark.parametrize("status", [400, 401, 503, None])
def test_a_failure_has_the_colour_of_failures(status: int | None) -> None:
    model = model_of(exchange(status=status))

    model.set_palette(DARK)

    colour = model.index(0, 3).data(Qt.ItemDataRole.ForegroundRole)
    assert colour == QColor(DARK.bad)


def test_what_is_cut_off_can_be_read_in_the_tooltip() -> None:
    model = model_of(exchange("<b>note</b>"))

    tooltip = model.index(0, 5).data(Qt.ItemDataRole.ToolTipRole)
    assert tooltip == "<qt>&lt;b&gt;note&lt;/b&gt;</qt>"


def test_a_change_of_palette_repaints_the_rows(qtbot: QtBot) -> None:
    model = model_of(exchange())

    with qtbot.waitSignal(model.dataChanged):
        model.set_palette(DARK)


def test_every_column_fits_the_smallest_window(
    qtbot: QtBot, panel: LoggingPanel, table: QTableView
) -> None:
    panel.record(exchange())

    panel.resize(556, 300)

    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
