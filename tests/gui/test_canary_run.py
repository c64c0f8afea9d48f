"""No canary is in sight, spoken, copied or saved after any failure (RD-07)."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableView,
)

from ringauth_gui import errors
from ringauth_gui.checkup.finding import Check, Finding, Verdict
from ringauth_gui.errors import Refusal, RingAuthError
from ringauth_gui.gui.takeaway_dialog import TakeawayDialog
from tests.canary.search import CanarySearch
from tests.gui.error_examples import every_kind, example
from tests.gui.everything_read import clipboards, everything_read
from tests.gui.exchange_examples import CANARY, answered, lost, visited
from tests.gui.menu_use import actions, press
from tests.gui.reading import child
from tests.gui.shell import SUPPORT, Shell
from tests.gui.token_examples import ACCESS_TOKEN, REFRESH_TOKEN

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

CODE = "U0pDMTFQMDVQQVMwMHxBQUM-CANARY-code"
SECRET = "CANARY-client \"secret\" 100%ä <&> 'x'"
CANARIES = {
    "access token": ACCESS_TOKEN,
    "refresh token": REFRESH_TOKEN,
    "code": CODE,
    "client secret": SECRET,
    "others": CANARY,
}
SEARCH = CanarySearch(CANARIES)
# What a library, a proxy or a hostile server may put into its words (RD-03).
ECHO = (
    f"cannot open https://x.example/cb?code={CODE}&token={REFRESH_TOKEN} "
    f'for "{SECRET}" {json.dumps(SECRET)} Bearer {ACCESS_TOKEN} {CANARY}'
)
REFUSAL = Refusal(400, ECHO, ECHO, ("OAU-213", ECHO), ECHO)
Make = Callable[[Callable[..., RingAuthError]], RingAuthError]
# By the kind that its constructor comes from; others say nothing of others' words.
ECHOING: dict[type[RingAuthError], Make] = {
    errors.RedirectedElsewhere: lambda kind: kind(ECHO, status=302, request_id=ECHO),
    errors.InvalidServerResponse: lambda kind: kind(ECHO, status=200, request_id=ECHO),
    errors.RequestRefused: lambda kind: kind(REFUSAL),
    errors.NetworkError: lambda kind: kind("platform.ringcentral.com", ECHO),
    errors.MustWait: lambda _: example(errors.PauseNotOver),
    errors.TooManySessions: lambda _: example(errors.TooManySessions),
    errors.SignedOutMeanwhile: lambda kind: kind(errors.NetworkError("x", ECHO)),
    errors.RedirectPortBusy: lambda kind: kind("http://localhost:27464/x", 1, ECHO),
    errors.AuthorizationRefused: lambda kind: kind(ECHO, ECHO),
    errors.CredentialUnusable: lambda kind: kind(ECHO),
    errors.ConfigurationError: lambda kind: kind("client_id", ECHO),
    RingAuthError: lambda kind: kind(ECHO),
}


def echoing(kind: type[RingAuthError]) -> RingAuthError:
    """Return an error of this kind that quotes every canary."""
    made_by = next(base for base in kind.__mro__ if base in ECHOING)
    return ECHOING[made_by](kind)


@pytest.fixture
def signed(shell: Shell) -> Iterator[Shell]:
    """Return a window whose token and secrets are canaries, and known as such."""
    for canary in CANARIES.values():
        shell.redaction.know(canary)
    shell.clipboard._clipboard.clear()
    shell.start_signed_in()
    for exchange in (
        visited(SUPPORT.id),
        answered(form={"code": CODE, "client_secret": SECRET}, profile_id=SUPPORT.id),
        answered(400, {"error": ECHO, ECHO: [ECHO]}, profile_id=SUPPORT.id),
        answered(200, {"access_token": ACCESS_TOKEN}, profile_id=SUPPORT.id),
        lost(profile_id=SUPPORT.id),
    ):
        shell.control.append_exchange(exchange)
    yield shell
    shell.clipboard._clipboard.clear()


def leaks() -> dict[str, set[str]]:
    """Return where a canary can be read, and which."""
    places = everything_read() | {"clipboards": clipboards()}
    found = {place: SEARCH.found_in(text) for place, text in places.items()}
    return {place: names for place, names in found.items() if names}


FAILURES = [
    *(("refresh", "refreshButton", kind) for kind in every_kind()),
    *(
        (doing, button, kind)
        for doing, button in (
            ("check", "checkButton"),
            ("authorize", "authorizeButton"),
        )
        for kind in (errors.NetworkError, errors.RequestRefused, errors.NotJson)
    ),
]


@pytest.mark.case("RD-02", "RD-03", "RD-07")
@pytest.mark.parametrize(
    ("doing", "button", "kind"),
    FAILURES,
    ids=[f"{doing} {kind.__name__}" for doing, _, kind in FAILURES],
)
def test_no_canary_can_be_read_after_a_failure_that_quotes_them_all(
    signed: Shell, doing: str, button: str, kind: type[RingAuthError]
) -> None:
    signed.authorizer.outcomes[doing] = echoing(kind)

    signed.act(button)

    assert signed.authorizer.calls[-1] == doing
    assert leaks() == {}


@pytest.mark.case("RD-07")
def test_no_canary_can_be_read_in_the_log_the_explanation_and_the_check(
    signed: Shell,
) -> None:
    signed.authorizer.outcomes["refresh"] = errors.TokenRequestRefused(REFUSAL)
    signed.act("refreshButton")
    signed.checks = (
        Check("name", "Name", lambda _: Finding(Verdict.BAD, ECHO, ECHO, (ECHO,))),
    )

    signed.show_tab("HTTP log")
    table = child(signed.window, QTableView, "httpLogTable")
    in_log = []
    for row in range(table.model().rowCount()):
        table.selectRow(row)
        in_log.append(leaks())
    press(signed, "Explain a code…")
    press(signed, "Check this computer…")
    state = child(signed.window, QLabel, "checkupState")
    signed.wait_until(lambda: state.text().startswith("1 of 1"))

    assert len(in_log) == 5
    assert in_log == [{}] * 5
    assert leaks() == {}


@dataclass
class Exported:
    """What could be read while things were taken away, and where they were saved."""

    folder: Path
    places: dict[str, dict[str, set[str]]] = field(default_factory=dict)


@pytest.fixture
def exported(signed: Shell, tmp_path: Path) -> Exported:
    """Take away everything there is, without secrets, by copying and by saving."""
    done = Exported(tmp_path / "exports")
    done.folder.mkdir()
    forms = forms_of(signed)
    for row in range(forms.count()):
        forms.setCurrentRow(row)
        child(signed.window, QPushButton, "copyTakeawayButton").click()
        done.places[forms.item(row).text()] = leaks()
    save(signed, "saveTakeawayButton", "takeaway", done.folder / "form.txt")
    close(signed, "closeTakeawayButton")
    signed.show_tab("HTTP log")
    signed.button("saveHarButton").click()
    save(signed, "saveHarFileButton", "har", done.folder / "log.har")
    done.places["HAR"] = leaks()
    close(signed, "closeHarButton")
    actions(signed)["Report for a ticket…"].trigger()
    text = child(signed.window, QPlainTextEdit, "reportText")
    signed.wait_until(lambda: bool(text.toPlainText()))
    child(signed.window, QPushButton, "copyReportButton").click()
    save(signed, "saveReportButton", "report", done.folder / "report.txt")
    done.places["report"] = leaks()
    return done


def forms_of(shell: Shell) -> QListWidget:
    """Open the dialog for the token, and return its forms once they are there."""
    press(shell, "Export…")
    forms = child(shell.window, QListWidget, "takeawayForms")
    shell.wait_until(lambda: forms.count() > 0)
    return forms


def save(shell: Shell, button: str, what: str, path: Path) -> None:
    """Save as ``path`` and wait until the dialog says so."""
    child(shell.window, QPushButton, button).click()
    dialog = child(shell.window, QFileDialog, f"{what}FileDialog")
    dialog.fileSelected.emit(str(path))
    dialog.close()
    state = child(shell.window, QLabel, f"{what}State")
    shell.wait_until(lambda: path.name in state.text())


def close(shell: Shell, button: str) -> None:
    """Close the dialog that has this button."""
    child(shell.window, QPushButton, button).click()
    shell.wait_until(lambda: not shell.window.findChildren(QPushButton, button))


@pytest.mark.case("RD-05", "RD-06", "RD-10")
def test_no_canary_is_in_what_is_taken_away_without_secrets(
    exported: Exported,
) -> None:
    files = {path.name for path in exported.folder.iterdir()}

    assert files == {"form.txt", "log.har", "report.txt"}
    assert len(exported.places) == 11
    assert {place: found for place, found in exported.places.items() if found} == {}
    assert SEARCH.found_in_files(exported.folder) == {}


def test_with_secrets_they_are_in_that_dialog_and_in_its_copy_alone(
    signed: Shell,
) -> None:
    dialog = forms_of(signed).window()
    child(signed.window, QCheckBox, "withSecretsCheck").click()
    child(signed.window, QPushButton, "copyTakeawayButton").click()
    before = SEARCH.found_in(clipboards())

    child(signed.window, QPushButton, "confirmSecretsButton").click()
    dialog.close()
    signed.wait_until(lambda: not signed.window.findChildren(TakeawayDialog))

    assert before == set()
    assert leaks() == {"clipboards": {"access token"}}


@pytest.mark.parametrize("place", ["tip", "spoken", "title", "field", "copied"])
def test_a_leak_planted_in_any_place_is_found(signed: Shell, place: str) -> None:
    twelve = SECRET[3:15]
    button = signed.button("refreshButton")
    plant: dict[str, Callable[[], object]] = {
        "tip": lambda: button.setToolTip(twelve),
        "spoken": lambda: button.setAccessibleDescription(json.dumps(SECRET)),
        "title": lambda: signed.window.setWindowTitle(twelve),
        "field": lambda: filter_edit(signed).setText(twelve),
        "copied": lambda: signed.clipboard._clipboard.setText(twelve),
    }

    plant[place]()

    assert list(leaks().values()) == [{"client secret"}]


def filter_edit(shell: Shell) -> QLineEdit:
    """Return the field for the log's filter, in sight."""
    shell.show_tab("HTTP log")
    return child(shell.window, QLineEdit, "httpLogFilterEdit")
