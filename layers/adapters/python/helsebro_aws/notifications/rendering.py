"""Rendering: a notification in words, from its template as data (F4-26, F4-42, R-1402).

Only the variables of the kind and those of every text reach a template, each in its checked form. Jinja is
loaded only when something is rendered.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.notifications.notification_kind import reader_of
from helsebro.notifications.outcome.letter import CARRYING
from helsebro.notifications.variables import checked
from helsebro_aws.notifications.letters.letter_part import LetterPart
from helsebro_aws.notifications.outgoing import Rendered
from helsebro_aws.notifications.sender import Sender
from helsebro_aws.notifications.words import about_child, shown, words

if TYPE_CHECKING:
    from jinja2 import Environment, Template

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"


def render(
    notification: Notification,
    sender: Sender,
    unsubscribe: str = "",
    invitation: str = "",
    enclosed: tuple[LetterPart, ...] = (),
) -> Rendered:
    """Returns the subject, plain text, HTML and SMS in the recipient's language.

    ``unsubscribe`` is the link with which the recipient turns off e-mails of this kind. ``invitation`` is the
    end of a link with a one-time token. ``enclosed`` is what the letter to a person without a login carries.

    Raises ``VariablesWrong`` for an unknown, missing or malformed variable, ``WordMissing``.
    """
    language, kind = notification.language, KINDS[notification.kind]
    link = sender.link_to(notification.case_id, kind.recipient, kind.kind) + invitation
    values = {name: shown(name, value, language) for name, value in _stated(notification).items()}
    reader = reader_of(kind.recipient, notification.case_id)
    values |= {"payer": sender.name, "phone": sender.phone, "email": sender.email, "link": link}
    values |= {"reader": reader, "address": sender.address}
    known = words(language)
    has_login = has_login_asked_of(notification)
    source = template_of(kind.kind)[language]
    template = _read_by(notification, source if has_login else _on_paper(source, known["by_letter"]))
    subject = _filled(template["subject"], values)
    first = known["repeats"][reader] if notification.repeats else ""
    before = [known["greeting"], first]
    after = [known["questions"][reader]] if has_login else _ending(notification, known, bool(enclosed))
    text = _paragraphs([*before, *template["text"], *after], values)
    html = _paragraphs([*before, *template["html"], *after], values, is_html=True)
    ending = [f"{known['regards']}\n{sender.name}"]
    of_person = kind.recipient in ("member", "deciders", "holder")
    privacy = (known if has_login else known["by_letter"])["privacy"] if of_person else ""
    if privacy:
        ending.append(privacy)
    if unsubscribe:
        ending.append(f"{known['unsubscribe']}: {unsubscribe}")
    return Rendered(
        subject=subject,
        text="\n\n".join([*text, *ending]) + "\n",
        html=_document(
            paragraphs=html,
            language=language,
            subject=subject,
            preheader=text[1],
            regards=known["regards"],
            privacy=privacy,
            payer=sender.name,
            unsubscribe=unsubscribe,
            unsubscribe_words=known["unsubscribe"],
        ),
        sms=(known["repeats_sms"] if first else "") + _filled(template["sms"], values),
        unsubscribe=unsubscribe,
        enclosed=enclosed,
    )


def has_login_asked_of(notification: Notification) -> bool:
    """Whether a text may ask its reader to log in: not a person who gets letters only (F4-02)."""
    reader = reader_of(KINDS[notification.kind].recipient, notification.case_id)
    return reader != "person" or not notification.letters_only


def _on_paper(source: Mapping[str, Any], by_letter: Mapping[str, str]) -> Mapping[str, Any]:
    """Returns the texts for a person without a login: nothing leads to the portal.

    ``paper`` has the paragraphs that say it in another way, by their place. Every other one with a link is
    left out.
    """
    paper: Mapping[str, str] = source.get("paper", {})

    def said(paragraphs: Sequence[str]) -> list[str]:
        told = [paper.get(str(place), paragraph) for place, paragraph in enumerate(paragraphs)]
        return [paragraph for paragraph in told if "{{ link }}" not in paragraph]

    return {
        "subject": source["subject"],
        "text": said(source["text"]),
        "html": said(source["html"]),
        "sms": by_letter["sms"],
    }


def _ending(notification: Notification, known: Mapping[str, Any], has_enclosed: bool) -> list[str]:
    """Returns where a person without a login finds the rest, and how to answer."""
    by_letter: Mapping[str, str] = known["by_letter"]
    if notification.channel != "letter":
        where = "comes"
    elif has_enclosed:
        where = "enclosed"
    else:
        where = "call" if notification.kind in CARRYING else ""
    return [*([by_letter[where]] if where else []), by_letter["questions"]]


@cache
def template_of(kind: str) -> Mapping[str, Mapping[str, Any]]:
    """Returns the template of a kind, by language."""
    read: Mapping[str, Mapping[str, Any]] = json.loads((TEMPLATES / f"{kind}.json").read_text("utf-8"))
    return read


def _read_by(notification: Notification, template: Mapping[str, Any]) -> Mapping[str, Any]:
    """Returns the texts of a template as their reader is spoken to: a guardian reads about a child."""
    if not notification.of_child:
        return template

    def spoken(source: str) -> str:
        return about_child(source, notification.language)

    return {
        name: spoken(text) if isinstance(text, str) else [spoken(part) for part in text]
        for name, text in template.items()
    }


def _stated(notification: Notification) -> Mapping[str, str]:
    return checked(KINDS[notification.kind], notification.variables)


def _document(paragraphs: Sequence[str], **texts: str) -> str:
    from markupsafe import Markup

    # Each paragraph was made by an environment that escapes its values.
    return _layout().render(paragraphs=[Markup(paragraph) for paragraph in paragraphs], **texts)


def _paragraphs(sources: Sequence[str], values: Mapping[str, str], *, is_html: bool = False) -> list[str]:
    filled = (_filled(source, values, is_html=is_html) for source in sources)
    return [paragraph for paragraph in filled if paragraph]


def _filled(source: str, values: Mapping[str, str], *, is_html: bool = False) -> str:
    return _compiled(source, is_html=is_html).render(values).strip()


@cache
def _layout() -> Template:
    return environment(is_html=True).from_string((HERE / "layout.html").read_text("utf-8"))


@cache
def _compiled(source: str, *, is_html: bool) -> Template:
    """Returns a text of a template, compiled once for each process."""
    return environment(is_html=is_html).from_string(source)


@cache
def environment(*, is_html: bool) -> Environment:
    """Returns the environment of the templates; it fails on a variable that is not given."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=is_html)
