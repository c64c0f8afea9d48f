"""What the side list shows of a profile; no Qt."""

from dataclasses import dataclass, field

from ringauth_gui.gui.formatting import Level


@dataclass(frozen=True)
class ProfileRow:
    """What the side list shows of a profile.

    Attributes:
        id: The profile's.
        name: The profile's; shown as plain text.
        server_label: Such as "Practice server".
        status_text: Such as "54:31 left".
        accessible_status: The same for a screen reader, such as "54 min 31 s left".
        fraction: What is left of the access token, from 0 to 1.
        level: How near its end is.
        client_id: The profile's.
        status_words: How it stands, without what changes from second to second.
        has_news: Whether its message bar has something to say that was not seen.
        lasts: The seconds for which it stays as it is while only time passes.
    """

    id: str
    name: str
    server_label: str
    status_text: str
    accessible_status: str
    fraction: float
    level: Level
    client_id: str = ""
    status_words: str = ""
    has_news: bool = False
    lasts: float = field(default=0.0, compare=False)

    @property
    def second_line(self) -> str:
        """What stands below the name."""
        return " · ".join(filter(None, (self.server_label, self.status_text)))

    @property
    def accessible_text(self) -> str:
        """What a screen reader says of the row; begins with the name."""
        news = "has a message" if self.has_news else ""
        parts = (self.name, self.server_label, self.accessible_status, news)
        return ", ".join(filter(None, parts))
