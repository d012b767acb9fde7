"""The content of the page of the own messages: what a person and the payer have written (F4-09)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from helsebro.notifications.contact_record import Language
from local.mailbox.portal.portal_frame import part, words


def title(language: Language) -> str:
    """Returns the title of the page."""
    return str(words(language)["messages"])


def content(answers: Sequence[Any], language: Language) -> str:
    """Returns the content for the API's answer: the newest messages."""
    [written] = answers
    known = words(language)
    parts = [
        part(f"{known['writers'][each['by']]}, {each['at'][:10]} {each['at'][11:16]} UTC", [each["text"]])
        for each in written["items"]
    ]
    return f"<dl>{''.join(parts)}</dl>" if parts else f"<p>{known['noMessages']}</p>"
