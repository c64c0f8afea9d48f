"""Lets a person take a token or a request away."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ringauth_gui.gui.latest_run import LatestRun
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.profile_page import ProfilePage
from ringauth_gui.gui.save_dialog import ask_where_to_save
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.gui.takeaway_dialog import TakeawayDialog
    from ringauth_gui.oauth.exchange import Exchange
    from ringauth_gui.oauth.token import Token
    from ringauth_gui.takeaway.form import Form

ProvideForms = Callable[[], "Sequence[Form]"]


class TakeawayWishes(QObject):
    """Opens the dialog, and copies and saves what is chosen in it."""

    def __init__(
        self, page: ProfilePage, sessions: SessionList, tools: PageTools
    ) -> None:
        """Listen to ``page``."""
        super().__init__(page)
        self._page = page
        self._sessions = sessions
        self._tools = tools
        page.content.token.curl_requested.connect(self.copy_curl)
        page.content.token.export_requested.connect(self.export_token)
        page.content.http_log.copy_requested.connect(self._copy_request)
        page.content.http_log.save_requested.connect(self.save_log)
        page.content.http_log.export_requested.connect(self._export_request)

    def export_token(self) -> None:
        """Offer every form of the token in sight."""
        if self._token is not None:
            profile, token = self._token
            title = self.tr("Take the token of {0} away").format(profile.name)
            self._open(title, partial(self._token_forms, profile, token))

    def copy_curl(self) -> None:
        """Copy the call that uses the token in sight, with a word in its place."""
        if self._token is not None:
            LatestRun(self._tools.runner).start(
                partial(self._token_forms, *self._token),
                self._copy_curl_of,
                self._say_why_not,
            )

    def save_log(self) -> None:
        """Offer the exchanges that the HTTP log shows as an archive."""
        from ringauth_gui.gui.har_saving import HarSaving

        shown = tuple(self._page.content.http_log.shown)
        HarSaving(shown, self._tools, self._page.window())

    @property
    def _token(self) -> tuple[Profile, "Token"] | None:
        session = self._sessions.current
        if session is None or session.state.token is None:
            return None
        return session.state.profile, session.state.token

    def _copy_request(self, exchange: "Exchange") -> None:
        from ringauth_gui.takeaway.code_forms import request_forms

        self._copy_curl_of(request_forms(exchange, self._tools.redaction))

    def _export_request(self, exchange: "Exchange") -> None:
        from ringauth_gui.takeaway.code_forms import request_forms

        title = self.tr("Take the request away")
        redaction = self._tools.redaction
        self._open(title, lambda: request_forms(exchange, redaction))

    def _copy_curl_of(self, forms: "Sequence[Form]") -> None:
        from ringauth_gui.takeaway.hiding import Secrets

        (curl,) = [form for form in forms if form.key == "curl"]
        self._tools.clipboard.copy_plain(curl.text_of(Secrets.PLACEHOLDER))

    def _say_why_not(self, reason: str) -> None:
        if self._sessions.current is not None:
            self._sessions.current.show_message(
                Message(MessageKind.BAD, self.tr("Nothing was copied"), reason)
            )

    def _token_forms(self, profile: Profile, token: "Token") -> "Sequence[Form]":
        """Read the secrets that belong to a token, on a worker."""
        from ringauth_gui.takeaway.token_forms import TokenSource, token_forms

        clients = self._tools.authorizer().clients
        registration = clients.registration_of(profile)
        uses_jwt = profile.grant_type is GrantType.JWT_BEARER
        credential = clients.load_jwt_credential(profile) if uses_jwt else None
        assertion = None if credential is None else credential.assertion
        source = TokenSource(token, registration, assertion)
        return token_forms(source, self._tools.redaction)

    def _open(self, title: str, forms: ProvideForms) -> None:
        from ringauth_gui.gui.takeaway_dialog import TakeawayDialog

        dialog = TakeawayDialog(title, self._page.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.copy_wanted.connect(partial(self._copy, dialog))
        dialog.file_wanted.connect(partial(self._choose_file, dialog))
        run = LatestRun(self._tools.runner)
        dialog.finished.connect(run.drop)
        dialog.open()
        run.start(forms, dialog.show_forms, dialog.show_problem)

    def _copy(self, dialog: "TakeawayDialog", text: str, is_secret: bool) -> None:
        clipboard = self._tools.clipboard
        if is_secret:
            clipboard.said.connect(dialog.show_done)
            clipboard.copy(text)
        else:
            clipboard.copy_plain(text)
            dialog.show_done(self.tr("Copied."))

    def _choose_file(self, dialog: "TakeawayDialog", form: "Form", text: str) -> None:
        ask_where_to_save(
            dialog,
            self.tr("Save"),
            f"ringauth{form.suffix}",
            "takeawayFileDialog",
            lambda path: self._write(dialog, path, text),
        )

    def _write(self, dialog: "TakeawayDialog", path: Path, text: str) -> None:
        from ringauth_gui.storage.files import write_where_it_is

        run = LatestRun(self._tools.runner)
        dialog.finished.connect(run.drop)
        run.start(
            lambda: write_where_it_is(path, text),
            lambda _nothing: dialog.show_done(
                self.tr("Saved as {0}.").format(path.name)
            ),
            dialog.show_problem,
        )
