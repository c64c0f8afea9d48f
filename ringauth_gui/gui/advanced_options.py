"""The request options, folded away; they are built when they are first needed."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ringauth_gui.gui.field_row import FieldRow
from ringauth_gui.gui.fold_button import FoldButton
from ringauth_gui.gui.option_fields import OptionFields
from ringauth_gui.gui.tab_order import follow
from ringauth_gui.gui.tips import tip
from ringauth_gui.late import Late


class AdvancedOptions(QWidget):
    """Opens by itself where an option is set, and by its button.

    Signals:
        changed: Something was typed, ticked or chosen.
        left: The name of an option whose field was left.
    """

    changed = Signal()
    left = Signal(str)

    def __init__(self) -> None:
        """Start folded, with nothing set."""
        super().__init__()
        self._button = FoldButton(
            "advancedButton", self.tr("Advanced &options"), self.tr("Advanced options")
        )
        self._button.setToolTip(tip("advancedButton"))
        self._fields = Late(self._new_fields)
        self._opened_by_hand = False
        self._names: Collection[str] = ()
        self._is_ringcentral = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._button)
        self._button.toggled.connect(self._on_button_toggled)

    @property
    def rows(self) -> Mapping[str, FieldRow]:
        """The lines by the option's name; none as long as none was needed."""
        fields = self._fields.built
        return {} if fields is None else dict(fields.rows)

    @property
    def texts(self) -> Mapping[str, str]:
        """What is typed of the options that are offered; without empty ones."""
        fields = self._fields.built
        typed = {} if fields is None else fields.texts
        return {name: text for name, text in typed.items() if name in self._names}

    @property
    def sends_nonce(self) -> bool:
        """Whether a nonce is to be sent."""
        fields = self._fields.built
        return "nonce" in self._names and fields is not None and fields.sends_nonce

    def show_options(self, texts: Mapping[str, str], *, sends_nonce: bool) -> None:
        """Show what is set, and open where something is."""
        is_set = bool(texts) or sends_nonce
        self._show_open(is_open=is_set or self._opened_by_hand)
        if self._fields.built is not None:
            self._fields.built.show_options(texts, sends_nonce=sends_nonce)

    def offer(self, names: Collection[str], *, is_ringcentral: bool) -> None:
        """Offer the options of ``names`` only, with the traps of such a server."""
        self._names = names
        self._is_ringcentral = is_ringcentral
        if self._fields.built is not None:
            self._fields.built.offer(names, is_ringcentral=is_ringcentral)

    def open(self) -> None:
        """Bring the options in sight."""
        self._show_open(is_open=True)

    def _show_open(self, *, is_open: bool) -> None:
        by_hand = self._opened_by_hand
        self._button.setChecked(is_open)
        self._opened_by_hand = by_hand

    def _new_fields(self) -> OptionFields:
        fields = OptionFields()
        self._column.addWidget(fields)
        follow(self._button, fields)
        fields.offer(self._names, is_ringcentral=self._is_ringcentral)
        fields.changed.connect(self.changed)
        fields.left.connect(self.left)
        return fields

    def _on_button_toggled(self, is_open: bool) -> None:
        # Not when it is clicked: a screen reader toggles it without a click.
        self._opened_by_hand = is_open
        self._fields().setVisible(is_open)
