"""The Token tab by the Tab key."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.token_panel import TokenPanel
from tests.fakes.id_tokens import unsigned
from tests.gui.reading import child, focus_order
from tests.gui.token_examples import later, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CLAIMS = unsigned({"iss": "https://example.com"})
IN_ORDER = (
    *("accessTokenField", "showAccessTokenButton", "copyAccessTokenButton"),
    *("refreshTokenField", "showRefreshTokenButton", "copyRefreshTokenButton"),
    *("tokenTypeValue", "scopeValue", "ownerIdValue", "issuedValue"),
    *("accessExpiryValue", "refreshExpiryValue", "copyHeaderButton"),
)


@pytest.mark.parametrize("shown_before", [None, CLAIMS])
def test_tab_goes_through_a_token_as_the_eye_does(
    qtbot: QtBot, shown_before: str | None
) -> None:
    panel = TokenPanel()
    qtbot.addWidget(panel)
    panel.show_token(token(id_token=shown_before), later(329))

    panel.show_token(token(), later(330))

    names = focus_order(child(panel, QLineEdit, "accessTokenField"))
    assert [name for name in names if name in IN_ORDER] == list(IN_ORDER)
