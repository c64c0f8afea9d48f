"""The colours of the window, light and dark; no Qt."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Every colour the window uses, as ``#rrggbb``.

    A text colour keeps a contrast of 4.5 or more on the backgrounds it is shown on.

    Attributes:
        tone: ``light`` or ``dark``; also part of the names of the icons that fit.
        window: Behind the panels.
        panel: Cards and fields.
        side: Side list, menu bar and status line.
        line: Borders and rules.
        text: What is read first.
        quiet: What is read second.
        accent: The one thing to do, links, what has the focus.
        on_accent: Text on the accent.
        good: Text or ring that says all is well; ``good_back`` lies behind it.
        warning: The same for what ends soon.
        bad: The same for what went wrong or is nearly over.
        note: The same for what is worth knowing.
        ring_track: The part of a ring that is used up.
    """

    tone: str
    window: str
    panel: str
    side: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    good: str
    good_back: str
    warning: str
    warning_back: str
    bad: str
    bad_back: str
    note: str
    note_back: str
    ring_track: str


LIGHT = Palette(
    tone="light",
    window="#f5f6f8",
    panel="#ffffff",
    side="#eceef2",
    line="#d9dde4",
    text="#1b2430",
    quiet="#5b6676",
    accent="#0b62d6",
    on_accent="#ffffff",
    good="#17703d",
    good_back="#e3f4ea",
    warning="#8f5400",
    warning_back="#fdf1dc",
    bad="#c4302b",
    bad_back="#fbe6e5",
    note="#0b62d6",
    note_back="#e4eefc",
    ring_track="#e3e7ee",
)

DARK = Palette(
    tone="dark",
    window="#171b21",
    panel="#1f252d",
    side="#14181d",
    line="#323a45",
    text="#e8ecf1",
    quiet="#9aa6b5",
    accent="#5aa0ff",
    on_accent="#0b1420",
    good="#4cc782",
    good_back="#17332a",
    warning="#f0a93b",
    warning_back="#3a2e16",
    bad="#ff7a72",
    bad_back="#3d2222",
    note="#5aa0ff",
    note_back="#1b2f4b",
    ring_track="#2c343f",
)
