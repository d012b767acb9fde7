"""The content of the page of the own family, which messages about guardians and birthdays lead to (F4-23)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from helsebro.notifications.contact_record import Language
from local.mailbox.portal.portal_frame import part, words


def title(language: Language) -> str:
    """Returns the title of the page."""
    return str(words(language)["family"])


def content(answers: Sequence[Any], language: Language) -> str:
    """Returns the content for the API's answer: each member of the family, and what the person may see."""
    [me] = answers
    known = words(language)
    parts = [part(each["name"], [known["access"][each["access"]]]) for each in me["family"]]
    return f"<dl>{''.join(parts)}</dl>" if parts else f"<p>{known['noFamily']}</p>"
