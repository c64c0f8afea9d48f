"""Resource files are found in a checkout and in an installed package."""

from pathlib import Path

import pytest
from PySide6.QtGui import QIcon

from ringauth_gui.gui.resources import resource_path


def test_the_checkout_has_the_resources_beside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "ringauth_gui"
    package.mkdir()

    path = resource_path("ringauth.qss", package)

    assert path == tmp_path / "resources" / "ringauth.qss"


def test_an_installed_package_has_the_resources_inside(tmp_path: Path) -> None:
    package = tmp_path / "ringauth_gui"
    (package / "_resources").mkdir(parents=True)

    path = resource_path("ringauth.qss", package)

    assert path == package / "_resources" / "ringauth.qss"


def test_the_stylesheet_is_there() -> None:
    assert resource_path("ringauth.qss").read_text(encoding="utf-8")


@pytest.mark.usefixtures("qapp")
def test_the_icon_of_the_program_can_be_painted() -> None:
    icon = QIcon(str(resource_path("ringauth.svg")))

    image = icon.pixmap(64, 64).toImage()

    assert image.pixelColor(32, 1).alpha() > 0
    assert image.pixelColor(0, 0).alpha() == 0
