"""The fields of a profile on one card; they hold values and judge none."""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from ringauth_gui.gui.advanced_options import AdvancedOptions
from ringauth_gui.gui.endpoint_fields import EndpointFields
from ringauth_gui.gui.field_row import FieldRow
from ringauth_gui.gui.host_confirmation import HostConfirmation
from ringauth_gui.gui.kept_secret_row import KeptSecretRow
from ringauth_gui.gui.named_controls import named, named_check
from ringauth_gui.gui.practice_app import PracticeApp
from ringauth_gui.gui.practice_hint import PracticeHint
from ringauth_gui.gui.profile_draft import ProfileDraft, offered_options
from ringauth_gui.gui.profile_form_rows import (
    make_rows,
    make_sign_in_row,
    redirect_uri_note,
)
from ringauth_gui.gui.server_row import ServerRow
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.request_options import TYPED_OPTIONS
from ringauth_gui.storage.profile import ServerKind

_BLANKS = re.compile(r"[ \t\r\n]+")  # others are said to be where they must not be


class ProfileFormFields(QFrame):
    """Every field of a profile.

    Attributes:
        confirmation: Asks where another server's secret may be sent.
        endpoints: Those of another server.

    Signals:
        changed: Something was typed, ticked or chosen.
        left: The name of a text field that was left.
        copy_requested: The redirect URI, to be put on the clipboard.
        forget_requested: The name of a field whose secret is not to be kept.
    """

    changed = Signal()
    left = Signal(str)
    copy_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(self, practice_apps: Sequence[PracticeApp]) -> None:
        """Make empty fields, and a hint with ``practice_apps``."""
        super().__init__()
        self.setObjectName("profileCard")
        self.setProperty("role", "card")
        has_secret = self.tr("This app has a secret")
        self._has_secret = named_check("hasSecretCheck", has_secret, has_secret)
        keep_tokens = self.tr("Remember tokens on this computer")
        self._keep_tokens = named_check("keepTokensCheck", keep_tokens, keep_tokens)
        self._copy = named(
            QPushButton(self.tr("Copy")),
            "copyRedirectUriButton",
            self.tr("Copy redirect URI"),
        )
        self._copy.setProperty("role", "small")
        self._server = ServerRow(self.tr("Ser&ver"))
        self._practice = PracticeHint(practice_apps)
        self._practice_row = FieldRow(self.tr("Practice apps"), self._practice)
        self._sign_in = make_sign_in_row()
        self.endpoints = EndpointFields()
        self.confirmation = HostConfirmation(
            "confirmHostsCheck", self.tr("Send this app's secret to")
        )
        self._advanced = AdvancedOptions()
        self._texts = make_rows(self._copy)
        self._lay_out()
        self._connect()
        self._on_choice_changed()

    @property
    def rows(self) -> dict[str, FieldRow]:
        """The lines by the names that errors use, from top to bottom."""
        rows = {**self._texts, **self.endpoints.rows, **self._advanced.rows}
        order = dict.fromkeys(("name", "server_url", *self.endpoints.rows))
        confirmation = {"confirm_hosts": self.confirmation}
        return {**{name: rows[name] for name in order}, **confirmation, **rows}

    def draft(self) -> ProfileDraft:
        """Return what the fields hold, without blanks around it."""
        typed = {name: row.typed for name, row in self._texts.items()}
        has_secret, uses_jwt = self._has_secret.isChecked(), self._uses_jwt
        types_endpoints = self._is_other and self.endpoints.are_typed
        further = filter(None, _BLANKS.split(typed["further_redirect_uris"]))
        return ProfileDraft(
            name=typed["name"],
            server=self._server.choice,
            server_url=typed["server_url"] if self._is_other else "",
            types_endpoints=types_endpoints,
            endpoints=self.endpoints.texts if types_endpoints else {},
            grant_type=self._grant_type,
            client_id=typed["client_id"],
            has_secret=has_secret,
            client_secret=(typed["client_secret"] or None) if has_secret else None,
            confirmed_hosts=self.confirmation.confirmed,
            jwt_credential=(typed["jwt_credential"] or None) if uses_jwt else None,
            redirect_uris=(typed["redirect_uri"], *further),
            keep_tokens=self._keep_tokens.isChecked(),
            options=self._advanced.texts,
            sends_nonce=self._advanced.sends_nonce,
        )

    def show_draft(self, draft: ProfileDraft) -> None:
        """Fill the fields; what they held is gone, also from their history."""
        # Told once, by who fills them: a half-filled form is nobody's draft.
        with QSignalBlocker(self):
            self._server.choose(draft.server)
            self._sign_in.choose(draft.grant_type)
            self._has_secret.setChecked(draft.has_secret)
            self._keep_tokens.setChecked(draft.keep_tokens)
            self.endpoints.show_texts(draft.endpoints)
            self.endpoints.show_typed(are_typed=draft.types_endpoints)
            for name, text in _texts(draft).items():
                self._texts[name].set_typed(text)
            self.confirmation.ask(sorted(draft.confirmed_hosts), draft.confirmed_hosts)
            self._advanced.show_options(draft.options, sends_nonce=draft.sends_nonce)

    def reveal(self, name: str) -> FieldRow:
        """Return the line called ``name``, in sight."""
        if name in TYPED_OPTIONS:
            self._advanced.open()
        return self.rows[name]

    @property
    def _is_other(self) -> bool:
        return self._server.choice is ServerKind.OTHER

    @property
    def _grant_type(self) -> GrantType:
        return GrantType.AUTHORIZATION_CODE if self._is_other else self._sign_in.choice

    @property
    def _uses_jwt(self) -> bool:
        return self._grant_type is GrantType.JWT_BEARER

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        for widget in (
            self._texts["name"],
            self._server,
            self._texts["server_url"],
            self.endpoints,
            self._practice_row,
            self._sign_in,
            self._texts["client_id"],
            FieldRow("", self._has_secret),
            self._texts["client_secret"],
            self.confirmation,
            self._texts["jwt_credential"],
            self._texts["redirect_uri"],
            self._texts["further_redirect_uris"],
            FieldRow("", self._keep_tokens),
            self._advanced,
        ):
            column.addWidget(widget)

    def _connect(self) -> None:
        for name, row in self._texts.items():
            row.changed.connect(self.changed)
            row.left.connect(partial(self.left.emit, name))
            if isinstance(row, KeptSecretRow):
                row.forget_requested.connect(partial(self.forget_requested.emit, name))
        for choice in (self._server.changed, self._sign_in.changed):
            choice.connect(self._on_choice_changed)
        self._has_secret.toggled.connect(self._on_choice_changed)
        self._keep_tokens.toggled.connect(self.changed)
        self.endpoints.changed.connect(self.changed)
        self.endpoints.left.connect(self.left)
        self.confirmation.confirmed_changed.connect(self.changed)
        self._advanced.changed.connect(self.changed)
        self._advanced.left.connect(self.left)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._practice.app_chosen.connect(self._on_practice_app_chosen)

    def _on_choice_changed(self) -> None:
        is_other, server = self._is_other, self._server.choice
        self._texts["server_url"].setVisible(is_other)
        self.endpoints.setVisible(is_other)
        self._practice_row.setVisible(server is ServerKind.PRACTICE)
        self._sign_in.setVisible(not is_other)
        self._texts["client_secret"].field.setEnabled(self._has_secret.isChecked())
        self._texts["jwt_credential"].setVisible(self._uses_jwt)
        for name in ("redirect_uri", "further_redirect_uris"):
            self._texts[name].setVisible(not self._uses_jwt)
        self._texts["redirect_uri"].show_note(redirect_uri_note(server))
        offered = offered_options(server, self._grant_type)
        self._advanced.offer(offered, is_ringcentral=not is_other)
        self.changed.emit()

    def _on_copy_clicked(self) -> None:
        self.copy_requested.emit(self._texts["redirect_uri"].typed)

    def _on_practice_app_chosen(self, app: PracticeApp) -> None:
        self._sign_in.choose(app.grant_type)
        self._texts["client_id"].set_typed(app.client_id)
        self._has_secret.setChecked(app.client_secret is not None)
        self._texts["client_secret"].set_typed(app.client_secret or "")


def _texts(draft: ProfileDraft) -> Mapping[str, str]:
    return {
        "name": draft.name,
        "server_url": draft.server_url,
        "client_id": draft.client_id,
        "client_secret": draft.client_secret or "",
        "jwt_credential": draft.jwt_credential or "",
        "redirect_uri": "".join(draft.redirect_uris[:1]),
        "further_redirect_uris": " ".join(draft.redirect_uris[1:]),
    }
