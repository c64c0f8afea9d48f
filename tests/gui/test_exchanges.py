"""What was sent is kept for the log, whether or not there is a page to show it."""

import pytest
from PySide6.QtWidgets import QTableView

from ringauth_gui.gui.profile_page import ProfilePage
from ringauth_gui.oauth.exchange import Exchange, HttpRequest
from tests.gui.reading import child
from tests.gui.shell import Shell
from tests.gui.token_examples import ISSUED

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

REQUEST = HttpRequest("GET", "https://platform.ringcentral.com/restapi/v1.0")
EXCHANGE = Exchange(REQUEST, {}, ISSUED, 0.1, failure="it was lost")


def test_an_exchange_builds_no_page_and_shows_on_the_next_one(shell: Shell) -> None:
    shell.start()

    shell.control.append_exchange(EXCHANGE)

    assert shell.window.findChild(ProfilePage) is None
    shell.control.new_profile()
    shell.show_tab("HTTP log")
    table = child(shell.window, QTableView, "httpLogTable")
    assert table.model().rowCount() == 1
    assert table.model().index(0, 2).data() == "/restapi/v1.0"
