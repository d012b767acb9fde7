"""Preview: a folder with every notification in three languages, as mail, text, SMS and letter."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from helsebro.notifications.contact_record import LANGUAGES, Language
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification_kind import NotificationKind
from helsebro_aws.notifications.letter_pdf import letter_pdf
from helsebro_aws.notifications.outgoing import Rendered
from helsebro_aws.notifications.rendering import render
from local.notifications import preview_page
from local.notifications.demo import POSTAL, SENDER, TODAY, example


@dataclass(frozen=True)
class Shown:
    """One notification in one language, with the names of its files."""

    kind: NotificationKind
    language: Language
    rendered: Rendered
    mail: str
    letter: str


def write(folder: Path) -> Path:
    """Writes the mails, the letters and their page anew into a folder; returns the page."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shown = [_written(folder, kind, language) for kind in KINDS.values() for language in LANGUAGES]
    page = folder / "index.html"
    page.write_text(preview_page.page(shown), "utf-8")
    return page


def _written(folder: Path, kind: NotificationKind, language: Language) -> Shown:
    rendered = render(example(kind, language), SENDER)
    printed = render(example(kind, language, "letter"), SENDER)
    name = f"{kind.kind}-{language}"
    shown = Shown(kind, language, rendered, f"{name}.html", f"{name}.pdf")
    (folder / shown.mail).write_text(rendered.html, "utf-8")
    (folder / shown.letter).write_bytes(letter_pdf(printed, POSTAL, SENDER, TODAY, language))
    return shown
