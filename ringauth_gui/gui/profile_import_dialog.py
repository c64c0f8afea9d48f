"""The dialog that imports profiles: what the file holds, and what becomes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ringauth_gui.gui.answer_row import answer_row
from ringauth_gui.gui.choice_row import CalmCombo, ChoiceRow
from ringauth_gui.gui.host_confirmation import HostConfirmation
from ringauth_gui.gui.import_plan import (
    PlannedProfile,
    clashes,
    foreign_hosts,
    plan_import,
)
from ringauth_gui.gui.named_controls import named, named_button
from ringauth_gui.gui.named_dialog import NamedDialog
from ringauth_gui.gui.plain_label import PlainLabel, set_role
from ringauth_gui.gui.tick_list import TickList, TickRow
from ringauth_gui.gui.warning_note import WarningNote
from ringauth_gui.storage.exported_profiles import ReadExport
from ringauth_gui.storage.profile import Profile

SIZE = (640, 540)
SMALLEST = (520, 440)
NOTHING = ReadExport(())


@dataclass(frozen=True)
class FoundProfiles:
    """What was found in one file.

    Attributes:
        where: The file's name.
        read: What it holds.
        there: The profiles that there are.
    """

    where: str
    read: ReadExport
    there: tuple[Profile, ...]


class ProfileImportDialog(NamedDialog):
    """Shows what would be taken over, and what not, before any of it is.

    Signals:
        file_wanted: Choose a file.
        taken: The tuple of each ``PlannedProfile`` to take over.
    """

    file_wanted = Signal()
    taken = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Show no file yet; belong to the window ``parent``."""
        super().__init__("profileImportDialog", self.tr("Import profiles"), parent)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._found = FoundProfiles("", NOTHING, ())
        self._plan: tuple[PlannedProfile, ...] = ()
        self._file = named_button("chooseProfilesButton", self.tr("Choose a &file…"))
        self._state = PlainLabel(role="quiet")
        self._state.setObjectName("profileImportState")
        combo = named(CalmCombo(), "sameNameCombo", self.tr("If a name is taken"))
        self._same_names = ChoiceRow(
            self.tr("If a name is &taken"),
            combo,
            [
                (self.tr("Keep both, under another name"), False),
                (self.tr("Replace my profile"), True),
            ],
        )
        self._list = TickList("profileImportList", self.tr("Profiles in the file"))
        self._secrets = WarningNote("profileImportSecrets")
        self._hosts = HostConfirmation(
            "confirmImportHostsCheck", self.tr("I &know these servers")
        )
        self._import = named_button("importProfilesButton", self.tr("&Import"))
        self._cancel = named_button("cancelProfileImportButton", self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self._empty(
            self.tr(
                "RingAuth reads the file that Export profiles… has written, here or on "
                "another computer. You can also drop it on the window."
            )
        )

    def show_reading(self, what: str) -> None:
        """Say what is being read; what was shown before is taken away."""
        self._empty(self.tr("Reading {0}…").format(what))

    def show_problem(self, reason: str) -> None:
        """Say why nothing can be taken."""
        self._empty(reason, is_problem=True)

    def show_found(self, found: FoundProfiles) -> None:
        """Show what the file holds; all that can be used is ticked."""
        self._empty("")
        self._found = found
        read = found.read
        self._same_names.setVisible(clashes(read.profiles, found.there) > 0)
        self._plan_anew()
        rows = [TickRow(name, each.note) for name, each in self._named_plan()]
        rows += [
            TickRow(
                each.name or self.tr("Without a name"),
                self.tr("cannot be used: {0}").format(each.reason),
                can_be_ticked=False,
            )
            for each in read.unusable
        ]
        self._secrets.show_text(self._secret_words(read.secret_names))
        self._list.show_rows(rows)
        self._list.show()
        self._list.setFocus()

    def _named_plan(self) -> list[tuple[str, PlannedProfile]]:
        """Return each profile as the file calls it, with what becomes of it."""
        names = [profile.name for profile in self._found.read.profiles]
        return list(zip(names, self._plan, strict=True))

    def _plan_anew(self) -> None:
        self._plan = plan_import(
            self._found.read.profiles,
            self._found.there,
            replaces=self._same_names.choice,
        )

    def _chosen(self) -> tuple[PlannedProfile, ...]:
        return tuple(self._plan[at] for at in self._list.ticked)

    def _empty(self, state: str, *, is_problem: bool = False) -> None:
        self._found, self._plan = FoundProfiles("", NOTHING, ()), ()
        self._same_names.hide()
        self._secrets.show_text("")
        self._list.show_rows([])
        self._list.hide()
        self._state.setText(state)
        set_role(self._state, "error" if is_problem else "quiet")

    def _secret_words(self, names: Sequence[str]) -> str:
        if not names:
            return ""
        return self.tr(
            "The file holds secrets ({0}). They are not taken over: enter what an app "
            "needs on its Profile tab. Delete the file or keep it safe."
        ).format(", ".join(names))

    def _lay_out(self) -> None:
        sources = QHBoxLayout()
        sources.addWidget(self._file)
        sources.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.addLayout(sources)
        layout.addWidget(self._state)
        layout.addWidget(self._same_names)
        layout.addWidget(self._list, 1)
        layout.addStretch()  # while there is no list
        layout.addWidget(self._secrets)
        layout.addWidget(self._hosts)
        layout.addLayout(answer_row(self._cancel, self._import))

    def _connect(self) -> None:
        self._file.clicked.connect(self.file_wanted)
        self._same_names.changed.connect(self._on_same_names_changed)
        self._list.changed.connect(self._on_list_changed)
        self._hosts.confirmed_changed.connect(self._show_whether_usable)
        self._cancel.clicked.connect(self.reject)
        self._import.clicked.connect(self._on_import_clicked)

    def _on_same_names_changed(self) -> None:
        self._plan_anew()
        self._list.say([each.note for each in self._plan])

    def _on_list_changed(self) -> None:
        chosen = self._chosen()
        if self._found.where:
            self._state.setText(
                self.tr("{0} of {1} profiles in {2} are taken over.").format(
                    len(chosen), self._list.count(), self._found.where
                )
            )
        self._hosts.ask(foreign_hosts(chosen), self._hosts.confirmed)
        self._show_whether_usable()

    def _show_whether_usable(self) -> None:
        chosen, reason = self._chosen(), ""
        if not chosen:
            reason = self.tr("No profile is ticked.")
        elif set(foreign_hosts(chosen)) - self._hosts.confirmed:
            reason = self.tr("Say first that you know the servers, or untick theirs.")
        self._import.setEnabled(not reason)
        self._import.setToolTip(reason)

    def _on_import_clicked(self) -> None:
        chosen = self._chosen()
        self.accept()
        self.taken.emit(chosen)
