"""The look of the whole program: Fusion, one font, a palette and a stylesheet."""

import enum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ringauth_gui.gui.palette import DARK, LIGHT, Palette
from ringauth_gui.gui.resources import resource_path

TEXT_PIXELS = 14
HOVER_PERCENT, PRESSED_PERCENT = 112, 125


class ThemeMode(enum.Enum):
    """What decides between light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


SCHEMES = {
    ThemeMode.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeMode.LIGHT: Qt.ColorScheme.Light,
    ThemeMode.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Light or dark, as the system or the person wants it.

    Signals:
        palette_changed: The new ``Palette``, for what is painted by hand.
    """

    palette_changed = Signal(object)

    def __init__(
        self, application: QApplication, mode: ThemeMode = ThemeMode.SYSTEM
    ) -> None:
        """Apply the look to ``application`` at once."""
        super().__init__(application)
        self._application = application
        self._hints = application.styleHints()
        self._mode = mode
        self._ask_system_for(mode)
        self._palette = self._palette_for(self._hints.colorScheme())
        apply_theme(application, self._palette)
        self._hints.colorSchemeChanged.connect(self._on_hints_color_scheme_changed)

    @property
    def palette(self) -> Palette:
        """The palette in use."""
        return self._palette

    @property
    def mode(self) -> ThemeMode:
        """What decides between light and dark."""
        return self._mode

    def set_mode(self, mode: ThemeMode) -> None:
        """Let ``mode`` decide from now on."""
        self._mode = mode
        self._ask_system_for(mode)
        self._show(self._palette_for(self._hints.colorScheme()))

    def _ask_system_for(self, mode: ThemeMode) -> None:
        # So that the title bar and the system's own dialogs follow too.
        self._hints.setColorScheme(SCHEMES[mode])

    def _palette_for(self, scheme: Qt.ColorScheme) -> Palette:
        wanted = SCHEMES[self._mode]
        if wanted is Qt.ColorScheme.Unknown:
            wanted = scheme
        return DARK if wanted is Qt.ColorScheme.Dark else LIGHT

    def _on_hints_color_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        self._show(self._palette_for(scheme))

    def _show(self, palette: Palette) -> None:
        if palette is self._palette:
            return
        self._palette = palette
        apply_palette(self._application, palette)
        self.palette_changed.emit(palette)


def apply_theme(application: QApplication, palette: Palette) -> None:
    """Give ``application`` the style, the font and the colours of RingAuth."""
    application.setStyle("Fusion")
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(TEXT_PIXELS)
    # Letters at their true widths, as in the design, not rounded to whole pixels.
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    application.setFont(font)
    apply_palette(application, palette)


def apply_palette(application: QApplication, palette: Palette) -> None:
    """Give ``application`` other colours."""
    application.setPalette(qt_palette(palette))
    application.setStyleSheet(stylesheet(palette))


def stylesheet(palette: Palette) -> str:
    """Return the stylesheet in the colours of ``palette``."""
    template = resource_path("ringauth.qss").read_text(encoding="utf-8")
    accent = QColor(palette.accent)
    stronger = accent.darker if palette is LIGHT else accent.lighter
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    return Template(template).substitute(
        vars(palette),
        accent_hover=stronger(HOVER_PERCENT).name(),
        accent_pressed=stronger(PRESSED_PERCENT).name(),
        mono=fixed.family(),
        check=resource_path(f"check-{palette.tone}.svg").as_posix(),
        chevron=resource_path(f"chevron-{palette.tone}.svg").as_posix(),
    )


def qt_palette(palette: Palette) -> QPalette:
    """Return the same colours for what Qt paints without the stylesheet."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.window,
        role.WindowText: palette.text,
        role.Base: palette.panel,
        role.AlternateBase: palette.side,
        role.Text: palette.text,
        role.PlaceholderText: palette.quiet,
        role.Button: palette.panel,
        role.ButtonText: palette.text,
        role.BrightText: palette.bad,
        role.ToolTipBase: palette.panel,
        role.ToolTipText: palette.text,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.on_accent,
        role.Accent: palette.accent,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.Light: palette.panel,
        role.Mid: palette.line,
        role.Dark: palette.quiet,
    }
    result = QPalette()
    for where, colour in colours.items():
        result.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, where, QColor(palette.quiet))
    return result
