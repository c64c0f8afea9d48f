"""Asks a person where a file is to be saved."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(
    parent: QWidget,
    title: str,
    file_name: str,
    object_name: str,
    save: Callable[[Path], object],
    kinds: Sequence[str] = (),
) -> None:
    """Open the system's dialog, and ``save`` under the name that is chosen.

    Args:
        parent: What the dialog belongs to.
        title: What the dialog is for.
        file_name: What the file is called unless the person has a better name.
        object_name: Of the dialog.
        save: Takes the path; is not called where nothing is chosen.
        kinds: What the dialog lists, such as ``Profiles (*.json)``; empty for all.
    """
    chooser = QFileDialog(parent, title, str(Path.home() / file_name))
    chooser.setObjectName(object_name)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if kinds:
        chooser.setNameFilters(kinds)
    chooser.setDefaultSuffix(Path(file_name).suffix.removeprefix("."))
    chooser.selectFile(file_name)
    chooser.fileSelected.connect(lambda path: save(Path(path)))
    chooser.finished.connect(chooser.deleteLater)
    chooser.open()
