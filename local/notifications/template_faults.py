"""Faults of the templates: each names the file, the language and the field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from jinja2 import TemplateSyntaxError, meta

from helsebro.deadlines.clocks import CLOCKS
from helsebro.documents.document import FileType
from helsebro.notifications.contact_record import LANGUAGES
from helsebro.notifications.kinds import EVERY_TEXT, KINDS
from helsebro.notifications.notification_kind import READERS, NotificationKind
from helsebro_aws.notifications.rendering import TEMPLATES, environment
from helsebro_aws.notifications.words import TEXTS

FIELDS: Mapping[str, type] = {"subject": str, "text": list, "html": list, "sms": str}
WHOLE = ("text", "html")
"""The fields that must use every variable of the kind."""
PAPER = "paper"
"""What some paragraphs say to a person without a login, by their place in ``text``."""
MARKUP = re.compile(r'<strong>|</strong>|<a class="action" href="\{\{ link \}\}">|</a>')


def faults(templates: Path = TEMPLATES, texts: Path = TEXTS) -> list[str]:
    """Returns every fault of the templates, and the words that a queue, clock, paper or reader lacks."""
    return [*_of_folder(templates), *_of_words(texts)]


def _of_folder(folder: Path) -> Iterator[str]:
    files = {path.stem for path in folder.glob("*.json")}
    yield from (f"{kind}.json: the template of this kind is missing" for kind in KINDS if kind not in files)
    yield from (f"{name}.json: kinds.py has no such kind" for name in sorted(files - set(KINDS)))
    for name in sorted(files & set(KINDS)):
        try:
            template = json.loads((folder / f"{name}.json").read_text("utf-8"))
        except json.JSONDecodeError as fault:
            yield f"{name}.json: not JSON, line {fault.lineno}"
            continue
        yield from (f"{name}.json: {fault}" for fault in _of_template(KINDS[name], template))


def _of_template(kind: NotificationKind, template: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield from (f"{language}: the language is missing" for language in LANGUAGES if language not in template)
    yield from (f"{other}: no such language" for other in sorted(set(template) - set(LANGUAGES)))
    for language in LANGUAGES:
        if fields := template.get(language):
            yield from (f"{language}: {fault}" for fault in _of_fields(kind, fields))


def _of_fields(kind: NotificationKind, fields: Mapping[str, Any]) -> Iterator[str]:
    """Yields the faults of one language; those of ``paper`` once its paragraphs have none."""
    found = list(_of_paragraphs(kind, fields))
    yield from found or _of_paper(kind, fields.get(PAPER, {}), len(fields["text"]))


def _of_paragraphs(kind: NotificationKind, fields: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{other}: no such field" for other in sorted(set(fields) - {*FIELDS, PAPER}))
    for name, form in FIELDS.items():
        value: Any = fields.get(name)
        is_usable = bool(value) and type(value) is form
        if not is_usable:
            wanted = "a list of paragraphs" if form is list else "a text"
            yield f"{name}: missing, or not {wanted}"
            continue
        source = "\n".join(value) if form is list else value
        if name in WHOLE:
            source = "\n".join((source, *fields.get(PAPER, {}).values()))
        yield from (f"{name}: {fault}" for fault in _of_source(kind, name, source))


def _of_paper(kind: NotificationKind, paper: Mapping[str, str], paragraphs: int) -> Iterator[str]:
    if paper and kind.recipient not in ("member", "person", "deciders", "holder", "former-address"):
        yield f"{PAPER}: only a member may have no login"
    for place, source in paper.items():
        if not place.isdigit() or int(place) >= paragraphs:
            yield f"{PAPER}: no paragraph {place}"
        if "link" in source:
            yield f"{PAPER}: {place} has a link, which needs a login"


def _of_source(kind: NotificationKind, field: str, source: str) -> Iterator[str]:
    try:
        used = meta.find_undeclared_variables(environment(is_html=False).parse(source))
    except TemplateSyntaxError as fault:
        yield f"not a Jinja template: {fault.message}"
        return
    needed = {"link"} if field != "subject" else set()
    if field in WHOLE:
        needed |= kind.variables
    yield from (f"unknown variable {name}" for name in sorted(used - kind.variables - EVERY_TEXT))
    yield from (f"missing variable {name}" for name in sorted(needed - used))
    if "!" in re.sub(r"\{%.*?%\}", "", source):
        yield "an exclamation mark"
    if field == "html" and "<" in MARKUP.sub("", source):
        yield "markup other than <strong> and the link with class action"


def _of_words(folder: Path) -> Iterator[str]:
    needed = {"kind": set(CLOCKS), "queue": {str(row.queue) for row in CLOCKS.values()}}
    needed["paper"] = set(get_args(FileType))
    needed |= {name: set(READERS) for name in ("questions", "repeats")}
    for language in LANGUAGES:
        known = json.loads((folder / f"{language}.json").read_text("utf-8"))
        for name, values in needed.items():
            yield from (
                f"texts/{language}.json: {name}: no word for {value}"
                for value in sorted(values - set(known.get(name, ())))
            )
