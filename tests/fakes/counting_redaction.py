"""A Redaction that counts how much it looks at."""

from typing_extensions import override

from ringauth_gui.redaction import Redaction


class CountingRedaction(Redaction):
    """Cleans as the real one does.

    Attributes:
        looked_at: Characters of all texts so far.
    """

    def __init__(self) -> None:
        super().__init__()
        self.looked_at = 0

    @override
    def clean_values(self, text: str) -> str:
        self.looked_at += len(text)
        return super().clean_values(text)

    @override
    def clean(self, text: str) -> str:
        self.looked_at += len(text)
        return super().clean(text)
