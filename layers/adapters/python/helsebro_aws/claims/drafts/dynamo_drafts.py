"""Drafts in the ``people`` table: ``{author}#drafts`` / ``DRAFT#{draftId}``, erased at ``expiresAt``.

What the author wrote is encrypted with the field key and bound to the author and the draft. No event tells
of a draft: it is nobody's business before it is sent.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from helsebro.claims.drafts.draft import ReportDraft
from helsebro.errors import Conflict, HelsebroError, NotFound, VersionStale
from helsebro.ids import ClaimId, DraftId, PersonId
from helsebro.receipt import Receipt
from helsebro_aws.claims.keys import draft_key, drafts_of
from helsebro_aws.dynamodb.filtered_page import filtered_page
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.operations import Delete
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Item, Put, Tables, tables
from helsebro_aws.platform import clock, field_encryption

Written = Mapping[str, Any]
"""What an author has written so far: any part of a claim report."""


class DraftMoved(Conflict):
    """Another call has changed the draft, or reported it, since it was read."""


class DynamoDrafts:
    """Drafts on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.people_table

    def add(self, draft: ReportDraft, report: Written, receipt: Receipt) -> None:
        """Stores a new draft. Raises ``Unavailable``."""
        self.tables.commit([Put(self.table, _item(draft, report))], receipt=receipt)

    def read(self, author: PersonId, draft_id: DraftId) -> tuple[ReportDraft, Written]:
        """Returns a draft with its text. Raises ``NotFound`` also for one that has expired or was sent."""
        draft, item = self._find(author, draft_id)
        if not draft.is_kept(clock.now()):
            raise NotFound()
        return draft, json.loads(field_encryption.decrypt(item["sealedReport"], **_context(draft)))

    def find(self, author: PersonId, draft_id: DraftId) -> ReportDraft:
        """Returns a draft, or the mark of one that was sent. Raises ``NotFound``."""
        return self._find(author, draft_id)[0]

    def rewrite(self, before: ReportDraft, after: ReportDraft, report: Written) -> None:
        """Stores the change. Raises ``VersionStale`` when the draft has changed since, ``Unavailable``."""
        self.tables.commit([self._replacement(before, _item(after, report), VersionStale())])

    def sent(self, draft: ReportDraft, claim_id: ClaimId, at: datetime) -> Put:
        """Returns the operation that erases the text of a draft, in the commit of the claim it becomes.

        It fails with ``DraftMoved`` when the draft was changed or sent since.
        """
        return self._replacement(draft, _head(draft.sent(claim_id, at)), DraftMoved())

    def remove(self, author: PersonId, draft_id: DraftId) -> None:
        """Erases a draft; a second call changes nothing."""
        self.tables.commit([Delete(self.table, *draft_key(author, draft_id), when=None)])

    def page(
        self, author: PersonId, is_seen: Callable[[ReportDraft], bool], limit: int, cursor: str | None
    ) -> tuple[list[ReportDraft], str | None]:
        """Returns a page of the author's drafts, newest first, without their texts; and the next cursor."""
        at = clock.now()

        def entries_of(rows: Sequence[Item]) -> list[ReportDraft | None]:
            found = (from_item(ReportDraft, row) for row in rows)
            return [draft if draft.is_kept(at) and is_seen(draft) else None for draft in found]

        pk = drafts_of(author)
        return filtered_page(self.tables, self.table, pk, entries_of, limit, cursor, newest_first=True)

    def _find(self, author: PersonId, draft_id: DraftId) -> tuple[ReportDraft, Item]:
        item = self.tables.get(self.table, *draft_key(author, draft_id)) if author else None
        draft = from_item(ReportDraft, item) if item else None
        # DynamoDB removes an expired item hours or days later.
        if item is None or draft is None or clock.now() >= draft.kept_until:
            raise NotFound()
        return draft, item

    def _replacement(self, before: ReportDraft, item: Item, otherwise: HelsebroError) -> Put:
        read = {":before": before.version}
        return Put(self.table, item, "#version = :before", read, otherwise)


def _item(draft: ReportDraft, report: Written) -> Item:
    text = json.dumps(report, ensure_ascii=False)
    return {**_head(draft), "sealedReport": field_encryption.encrypt(text, **_context(draft))}


def _head(draft: ReportDraft) -> Item:
    key = as_attributes(draft_key(draft.author, draft.draft_id))
    return {**key, **to_item(draft), "expiresAt": int(draft.kept_until.timestamp())}


def _context(draft: ReportDraft) -> dict[str, str]:
    return {"table": "people", "field": "draft", "person": draft.author, "draft": draft.draft_id}
