"""The content of the page of a person's contact, for caseworkers, and the lines that show any contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro.notifications.contact_record import Language
from local.mailbox.portal.portal_frame import part, record, words


def title(language: Language) -> str:
    """Returns the title of the page."""
    return str(words(language)["person"])


def content(answers: Sequence[Any], language: Language) -> str:
    """Returns the content for the API's answer: a contact."""
    [contact] = answers
    known = words(language)
    return record(contact["personId"], [part(known["person"], addresses(contact, known))])


def addresses(contact: Mapping[str, Any], known: Mapping[str, Any]) -> list[str]:
    """Returns a line for each address of a contact, with what the last message to it met."""
    lines = [_line(contact, way, known) for way in ("email", "phone") if contact.get(way)]
    if place := contact.get("address"):
        named = ("name", "street", "postcode", "city", "country")
        lines.append(f"{known['address']}: {', '.join(place[name] for name in named)}")
    return lines or [known["noneEntered"]]


def _line(contact: Mapping[str, Any], way: str, known: Mapping[str, Any]) -> str:
    came_back = "" if contact[f"{way}State"] == "ok" else f" ({known['notReached']})"
    return f"{known[way]}: {contact[way]}{came_back}"
