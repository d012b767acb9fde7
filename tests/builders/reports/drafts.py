"""Builders of drafts, made through the handler, and of drafts that are older than they can be made."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from helsebro.ids import DraftId, PersonId
from helsebro_aws.claims.drafts.dynamo_drafts import DynamoDrafts
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member
from tests.builders.policies import ANNA

BEGUN = {"cause": "leisure", "treatment": {"type": "physiotherapy"}, "description": "Kanariefugl i knæet"}
"""A draft that lacks the illness or injury."""


def keep(by: dict[str, Any] | None = None, key: str = "", **changes: Any) -> Answered:
    """Returns the answer to a new draft, by default Anna's; a part that is None is left out."""
    return _send("POST", "", by, {**BEGUN, **changes}, key=key)


def draft_of(by: dict[str, Any] | None = None, **changes: Any) -> DraftId:
    """Keeps a draft and returns its id."""
    answer = keep(by, **changes)
    assert answer.status == 201, answer.body
    return DraftId(answer.body["draftId"])


def read_draft(draft_id: str, by: dict[str, Any] | None = None) -> Answered:
    """Returns a draft as a caller reads it."""
    return _send("GET", f"/{draft_id}", by, None)


def rewrite(draft_id: str, version: int | None, by: dict[str, Any] | None = None, **changes: Any) -> Answered:
    """Returns the answer to another text of a draft."""
    headers = {"if-match": f'"{version}"'} if version else {}
    return _send("PUT", f"/{draft_id}", by, {**BEGUN, **changes}, headers=headers)


def remove(draft_id: str, by: dict[str, Any] | None = None) -> Answered:
    """Returns the answer to erasing a draft."""
    return _send("DELETE", f"/{draft_id}", by, None)


def listed_drafts(by: dict[str, Any] | None = None, query: str = "") -> list[dict[str, Any]]:
    """Returns the drafts that a caller lists."""
    answer = _send("GET", query, by, None)
    assert answer.status == 200, answer.body
    return list(answer.body["items"])


def aged(author: PersonId, draft_id: DraftId, by: timedelta) -> None:
    """Makes a draft as it is so long after its last change."""
    drafts = DynamoDrafts()
    draft, report = drafts.read(author, draft_id)
    older = replace(draft, changed_at=draft.changed_at - by, kept_until=draft.kept_until - by)
    drafts.rewrite(draft, older, report)
    assert older.is_kept(clock.now()) or by >= timedelta(days=30)


def _send(method: str, path: str, by: dict[str, Any] | None, body: Any, **more: Any) -> Answered:
    from functions.claims.drafts.handler import handler

    sent = body and {name: part for name, part in body.items() if part is not None}
    return ask(handler, event(method, f"/v1/me/drafts{path}", by=by or member(ANNA), body=sent, **more))
