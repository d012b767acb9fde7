"""The content of the page of a clinic: for its owner, who runs its webhooks, or for the network's staff."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro.notifications.contact_record import Language
from local.mailbox.portal.portal_frame import part, record, words


def title(language: Language) -> str:
    """Returns the title of the page."""
    return str(words(language)["clinic"])


def content(answers: Sequence[Any], language: Language) -> str:
    """Returns the content for the API's answers: a clinic, and its webhooks or None."""
    clinic, endpoints = answers
    known = words(language)
    parts = [
        part(known["name"], [clinic["name"]]),
        part(known["email"], [clinic["contact"]["email"]]),
        part(known["phone"], [clinic["contact"]["phone"]]),
        part(known["webhooks"], [_endpoint(each, known) for each in endpoints["items"]]) if endpoints else "",
    ]
    return record(clinic["clinicId"], parts)


def _endpoint(endpoint: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    state = known["enabled"] if endpoint["enabled"] else known["disabled"]
    because = f" ({endpoint['disabledBecause']})" if endpoint["disabledBecause"] else ""
    return f"{endpoint['url']}: {state}{because}"
