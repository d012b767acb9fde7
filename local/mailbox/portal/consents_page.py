"""The page of the own consents, to which the reminder of one that belongs to no case leads (F4-13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro.claims.consenting.consent_text import text_of
from helsebro.notifications.contact_record import Language
from local.mailbox.portal.portal_frame import part, words


def title(language: Language) -> str:
    """Returns the title of the page."""
    return str(words(language)["consents"])


def content(answers: Sequence[Any], language: Language) -> str:
    """Returns the content for the API's answer: each consent, and where it stands."""
    [known] = answers
    return f"<dl>{''.join(_consent(each, language) for each in known['items'])}</dl>"


def _consent(each: Mapping[str, Any], language: Language) -> str:
    named, states = text_of(each["kind"], each["textVersion"] or ""), words(language)["consentStates"]
    return part(named.title[language], [states[each["status"]]])
