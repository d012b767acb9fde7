"""A contact that a person enters, through the handler."""

from __future__ import annotations

from typing import Any

from tests.builders.calls import ask, event, member


def contact_entered(cpr: str, **contact: Any) -> None:
    """Replaces where the person with this number is reached."""
    from functions.notifications.contacts.handler import handler

    version = ask(handler, event("GET", "/v1/me/contact", by=member(cpr))).body["version"]
    headers = {"if-match": f'"{version}"'}
    answer = ask(handler, event("PUT", "/v1/me/contact", by=member(cpr), body=contact, headers=headers))
    assert answer.status == 200, answer.body
