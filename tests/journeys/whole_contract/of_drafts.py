"""Calls of the routes of drafts."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from local.journey.people import User


def of_drafts(member: User) -> Iterator[httpx.Response]:
    """Yields the answers to a member who keeps a draft, changes it and throws it away."""
    drafts = "/v1/me/drafts"
    kept = member.post(drafts, {"cause": "leisure"})
    yield kept
    draft = f"{drafts}/{kept.json()['draftId']}"
    found = member.get(draft)
    yield found
    yield member.put(draft, {"cause": "work"}, **{"If-Match": found.headers["ETag"]})
    yield member.get(drafts)
    yield member.delete(draft)
