"""No secret is in sight, or spoken, while it is masked (R24)."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.fakes.fake_authorizer import LINK
from tests.gui.everything_read import all_texts
from tests.gui.menu_use import press
from tests.gui.pages import PAGES, show, wait_for_browser
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import ACCESS_TOKEN, REFRESH_TOKEN, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


@pytest.fixture
def signed(shell: Shell) -> Shell:
    """Return a window with a token."""
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, DEVELOPER)
    return shell


@pytest.mark.parametrize("page", PAGES)
def test_no_secret_is_in_sight_or_spoken_while_it_is_masked(
    shell: Shell, page: str
) -> None:
    show(shell, page)

    for text in all_texts(shell.window):
        for secret in (ACCESS_TOKEN, REFRESH_TOKEN):
            assert not _leaks(text, secret), text


def test_the_walk_would_find_a_secret(signed: Shell) -> None:
    signed.click("showAccessTokenButton")

    assert any(_leaks(text, ACCESS_TOKEN) for text in all_texts(signed.window))


def test_a_typed_client_secret_is_neither_in_sight_nor_spoken(signed: Shell) -> None:
    signed.show_tab("Profile")
    signed.button("refreshButton")
    check = signed.window.findChild(QAbstractButton, "hasSecretCheck")
    assert check is not None
    check.click()

    signed.type_in("clientSecretEdit", "canary-client-secret")

    assert not any("canary" in text for text in all_texts(signed.window))


def test_the_link_is_the_only_place_of_the_state(signed: Shell) -> None:
    wait_for_browser(signed)

    texts = [text for text in all_texts(signed.window) if "state=" in text]
    assert set(texts) == {LINK}


@pytest.mark.case("CL-05")
def test_no_title_of_a_window_holds_a_part_of_a_secret(signed: Shell) -> None:
    signed.click("showAccessTokenButton")
    signed.click("copyAccessTokenButton")
    press(signed, "Export…")

    titles = [each.windowTitle() for each in QApplication.topLevelWidgets()]
    titles += [QApplication.applicationDisplayName(), QApplication.applicationName()]

    assert "RingAuth" in titles
    assert any(title.startswith("Take the token of") for title in titles)
    assert not any(_leaks(title, ACCESS_TOKEN) for title in titles)
    assert not any("SJC1" in title for title in titles)


def _leaks(text: str, secret: str) -> bool:
    """Return whether twelve characters of the secret in a row are there (R22)."""
    return any(secret[at : at + 12] in text for at in range(len(secret) - 11))
