"""Measures the HTTP log with 50,000 exchanges beside one with 500.

    .venv/bin/python -m benchmarks.http_log [ROUNDS]

On Qt's offscreen platform; both logs take turns in one process, in two ROUNDS at least.
Opening is the panel's making and first paint; a key is one more character in the
filter, until the list is painted; a scroll is one page; a row is one more exchange,
with its paint.
"""

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from ringauth_gui.gui.exchange_log import ExchangeLog
from ringauth_gui.gui.http_log_panel import HttpLogPanel
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange, HttpRequest, HttpResponse
from ringauth_gui.redaction import Redaction

FEW, MANY = 500, 50_000
TYPED = "token 400"
NAMES = ("opens", "key in the filter", "scrolls a page", "one more row")
KINDS = (
    ("/restapi/oauth/token", "refresh_token", 200),
    ("/restapi/oauth/revoke", "", 200),
    ("/restapi/v1.0/account/~/extension/~", "check", 401),
    ("/restapi/oauth/token", "authorization_code", 400),
)


def exchange(number: int) -> Exchange:
    """Return one of four kinds of exchanges; each body has 2,000 bytes."""
    path, note, status = KINDS[number % len(KINDS)]
    sent = Moment(1_795_000_000.0 + number, float(number))
    body = json.dumps({"error": "invalid_grant", "filling": "x" * 1900}).encode()
    return Exchange(
        HttpRequest("POST", f"https://platform.ringcentral.com{path}", note=note),
        {"Host": "platform.ringcentral.com"},
        sent,
        0.1,
        HttpResponse(status, {"content-type": "application/json"}, body, sent),
    )


def filled(count: int) -> ExchangeLog:
    """Return a log that holds ``count`` exchanges."""
    log = ExchangeLog(str)
    for number in range(count):
        log.append(exchange(number))
    return log


def took(application: QApplication, do: Callable[[], object]) -> float:
    """Return how many milliseconds it takes, with its paint."""
    began = time.perf_counter()
    do()
    application.processEvents()
    return (time.perf_counter() - began) * 1000


def use(application: QApplication, log: ExchangeLog) -> dict[str, list[float]]:
    """Use the log as a person does; return milliseconds by what was done."""
    panels: list[HttpLogPanel] = []

    def open_panel() -> None:
        panel = HttpLogPanel(log, dict, Redaction())
        panel.resize(800, 500)
        panel.show()
        panels.append(panel)

    measured = {"opens": [took(application, open_panel)]}
    panel = panels[0]
    edit = panel.findChild(QLineEdit, "httpLogFilterEdit")
    table = panel.findChild(QTableView, "httpLogTable")
    if edit is None or table is None:
        raise SystemExit("the panel has other parts by now")
    bar = table.verticalScrollBar()
    pages = [bar.maximum() * part // 20 for part in range(20)]
    measured["scrolls a page"] = [
        took(application, partial(bar.setValue, at)) for at in pages
    ]
    measured["one more row"] = [
        took(application, lambda: panel.append(log.append(exchange(1))))
        for _ in range(20)
    ]
    measured["key in the filter"] = [
        took(application, partial(edit.setText, TYPED[: at + 1]))
        for at in range(len(TYPED))
    ]
    panel.close()
    return measured


def spread(values: Sequence[float]) -> str:
    """Return the median with its quartiles, and the worst."""
    low, middle, high = statistics.quantiles(values)
    return f"{middle:.1f} ms ({low:.1f}-{high:.1f}), at worst {max(values):.1f}"


def peak() -> float:
    """Return the most memory that was used so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure, and print a line for each thing and log."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    application = QApplication([])
    few = filled(FEW)
    measured: dict[tuple[str, int], list[float]] = {}
    before = peak()
    many = filled(MANY)
    grown = peak() - before
    for _ in range(rounds):
        for count, log in ((FEW, few), (MANY, many)):
            for name, values in use(application, log).items():
                measured.setdefault((name, count), []).extend(values)
    for name in NAMES:
        for count in (FEW, MANY):
            print(f"{name}, {count} exchanges: {spread(measured[name, count])}")
    dropped = sum(row.is_body_dropped for row in many.rows)
    print(f"{MANY} exchanges: {grown:.0f} MB; {dropped} bodies were given up for that")


if __name__ == "__main__":
    main()
