"""Everything that can be taken out of the window after a course, as files."""

import json
from collections.abc import Iterator
from pathlib import Path

from ringauth_gui.gui.exchange_log import ExchangeLog
from ringauth_gui.gui.exchange_text import exchange_text
from ringauth_gui.personal_names import PersonalNames
from ringauth_gui.storage.exported_profiles import exported_text
from ringauth_gui.storage.profile_json import profile_to_json, without_secrets
from ringauth_gui.takeaway.code_forms import request_forms
from ringauth_gui.takeaway.har import har_parts
from ringauth_gui.takeaway.hiding import Hiding, Secrets
from ringauth_gui.takeaway.report import Report, ReportSource
from ringauth_gui.takeaway.token_forms import TokenSource, token_forms
from tests.canary.course import Course


def exports(done: Course, secrets: Secrets) -> Iterator[tuple[str, str]]:
    """Yield each form of each thing, by a name."""
    core, profile = done.core, done.profile()
    sent = (*core.visits, *core.exchanges)
    hiding = Hiding(core.redaction, secrets)
    for at, exchange in enumerate(sent):
        for form in request_forms(exchange, core.redaction):
            yield f"{at}{form.suffix}", form.text_of(secrets)
    token = core.authorizer.restore(profile)
    assert token is not None
    registration = core.authorizer.clients.registration_of(profile)
    source = TokenSource(token, registration, done.jwt)
    for form in token_forms(source, core.redaction):
        yield f"token-{form.key}{form.suffix}", form.text_of(secrets)
    yield "log.har", "".join(har_parts(sent, hiding, "1.0"))
    yield "profiles.json", exported_text([profile])


def views(done: Course) -> Iterator[tuple[str, str]]:
    """Yield what the window shows of each exchange while secrets are masked."""
    log = ExchangeLog(str)
    hiding = Hiding(done.core.redaction)
    for exchange in (*done.core.visits, *done.core.exchanges):
        row = log.append(exchange)
        text = exchange_text(row, hiding)
        yield f"exchange {row.number}", f"{row}\n{text.request}\n{text.answer}"


def report_text(done: Course, log: list[str]) -> str:
    """Return the report of the whole course."""
    core, profile = done.core, done.profile()
    return Report(core.redaction, PersonalNames("", ""), b"salt").text(
        ReportSource(
            made_at=core.clock().wall,
            versions={},
            profile=without_secrets(profile_to_json(profile)),
            token=core.authorizer.restore(profile),
            checks=(),
            exchanges=core.exchanges,
            log=log,
        )
    )


def write_all(done: Course, folder: Path) -> None:
    """Write each thing that can be taken away without secrets into ``folder``."""
    folder.mkdir()
    for name, text in exports(done, Secrets.PLACEHOLDER):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "masked.har").write_text(
        dict(exports(done, Secrets.MASKED))["log.har"], encoding="utf-8"
    )
    log = [
        line
        for path in (done.files / "log").iterdir()
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    (folder / "report.txt").write_text(report_text(done, log), encoding="utf-8")
    shown = json.dumps(dict(views(done)))
    (folder / "shown.json").write_text(shown, encoding="utf-8")
