"""Every exchange as it happens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.http_log_model import COLUMNS, HttpLogModel
from ringauth_gui.gui.http_log_panel import HttpLogPanel
from ringauth_gui.gui.http_log_tab import MOST_ROWS
from ringauth_gui.gui.palette import DARK
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange, HttpRequest, HttpResponse
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


@pytest.fixture
def panel(qtbot: QtBot) -> HttpLogPanel:
    widget = HttpLogPanel()
    qtbot.addWidget(widget)
    widget.resize(800, 300)
    widget.show()
    return widget


@pytest.fixture
def table(panel: HttpLogPanel) -> QTableView:
    return child(panel, QTableView, "httpLogTable")


def cells(table: QTableView, row: int) -> list[str]:
    model = table.model()
    return [model.index(row, column).data() for column in range(len(COLUMNS))]


def test_an_empty_log_says_what_will_be_there(panel: HttpLogPanel) -> None:
    assert visible_texts(panel) == [
        "Nothing was sent yet. Each request shows here as it is made."
    ]


def test_the_table_has_its_name_and_its_columns(table: QTableView) -> None:
    header = [
        table.model().headerData(column, Qt.Orientation.Horizontal)
        for column in range(len(COLUMNS))
    ]

    assert table.accessibleName() == "HTTP log"
    assert header == ["Time", "Method", "Path", "Status", "Took", "Note"]


def test_an_exchange_is_shown_at_once(panel: HttpLogPanel, table: QTableView) -> None:
    panel.append(exchange())

    assert table.isVisible()
    assert cells(table, 0)[1:] == [
        "POST",
        "/restapi/oauth/token",
        "200",
        "171 ms",
        "refresh_token",
    ]


def test_an_exchange_without_an_answer_says_why(
    panel: HttpLogPanel, table: QTableView
) -> None:
    panel.append(exchange(status=None))

    assert cells(table, 0)[3] == "no answer"
    assert cells(table, 0)[5] == "refresh_token · it refused the connection"


@pytest.mark.parametrize("pixels", [13, 26])
def test_no_column_of_fixed_content_is_cut_in_any_font(
    qtbot: QtBot, pixels: int
) -> None:
    panel = HttpLogPanel()
    qtbot.addWidget(panel)
    panel.setStyleSheet(f"QTableView, QHeaderView::section {{ font-size: {pixels}px }}")
    panel.append(exchange(status=None))
    panel.resize(900, 300)
    panel.show()

    table = child(panel, QTableView, "httpLogTable")
    header = table.horizontalHeader()
    for column in (0, 1, 3, 4):
        text = table.fontMetrics().horizontalAdvance(cells(table, 0)[column])
        assert table.columnWidth(column) > text
        assert table.columnWidth(column) >= header.sectionSizeHint(column)


def test_the_newest_is_last_and_in_sight(
    panel: HttpLogPanel, table: QTableView
) -> None:
    for number in range(30):
        panel.append(exchange(f"call {number}"))

    last = table.model().index(29, 0)
    assert cells(table, 29)[5] == "call 29"
    assert table.viewport().rect().intersects(table.visualRect(last))


def test_a_log_that_was_scrolled_up_stays_where_it_is(
    panel: HttpLogPanel, table: QTableView
) -> None:
    for number in range(30):
        panel.append(exchange(f"call {number}"))
    table.scrollToTop()

    panel.append(exchange())

    assert table.verticalScrollBar().value() == 0


def test_no_secret_is_in_any_role_of_any_cell(
    panel: HttpLogPanel, table: QTableView
) -> None:
    panel.append(exchange())
    panel.append(exchange(status=None))

    model = table.model()
    for row in range(model.rowCount()):
        for column in range(len(COLUMNS)):
            for role in Qt.ItemDataRole:
                assert CANARY not in str(model.index(row, column).data(role))


def test_only_the_last_thousand_are_kept() -> None:
    model = HttpLogModel()

    for number in range(MOST_ROWS + 5):
        model.append(exchange(f"call {number}"))

    assert model.rowCount() == MOST_ROWS
    assert model.index(0, 5).data() == "call 5"
    assert model.index(MOST_ROWS - 1, 5).data() == f"call {MOST_ROWS + 4}"


@pytest.mark.parametrize("status", [400, 401, 503, None])
def test_a_failure_has_the_colour_of_failures(status: int | None) -> None:
    model = HttpLogModel()
    model.set_palette(DARK)

    model.append(exchange(status=status))

    colour = model.index(0, 3).data(Qt.ItemDataRole.ForegroundRole)
    assert colour == QColor(DARK.bad)


def test_what_is_cut_off_can_be_read_in_the_tooltip() -> None:
    model = HttpLogModel()

    model.append(exchange("<b>note</b>"))

    tooltip = model.index(0, 5).data(Qt.ItemDataRole.ToolTipRole)
    assert tooltip == "<qt>&lt;b&gt;note&lt;/b&gt;</qt>"


def test_a_change_of_palette_repaints_the_rows(qtbot: QtBot) -> None:
    model = HttpLogModel()
    model.append(exchange())

    with qtbot.waitSignal(model.dataChanged):
        model.set_palette(DARK)


def test_every_column_fits_the_smallest_window(
    qtbot: QtBot, panel: HttpLogPanel, table: QTableView
) -> None:
    panel.append(exchange())

    panel.resize(556, 300)

    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
