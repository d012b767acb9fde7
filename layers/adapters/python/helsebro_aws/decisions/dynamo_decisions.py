"""Decision records in the ``cases`` table: ``{payer}#{claimId}`` / ``DECISION#{recordId}``.

Listing ``{payer}#decisions``, in order of time. Question, cover and answer are one JSON text: they are only
read together, and the text returns exactly what was stored.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from helsebro.coverage import answer_json
from helsebro.coverage.question.question import Question
from helsebro.decisions.record import DecisionRecord
from helsebro.tasks.subject import CaseSubject
from helsebro_aws.coverage.stored_question import as_today
from helsebro_aws.decisions.keys import DECISIONS, decision_key, decisions_of_payer
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, read_as, to_item
from helsebro_aws.dynamodb.tables import Item, Put, Tables, tables

COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class DynamoDecisions:
    """Decision records on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def creations(self, records: Sequence[DecisionRecord]) -> list[Put]:
        """Returns operations that store new records; each fails with ``Conflict`` if the record exists."""
        return [Put(self.tables.settings.cases_table, item_of(record)) for record in records]

    def page(self, payer: str, limit: int, cursor: str | None) -> tuple[Sequence[DecisionRecord], str | None]:
        """Returns up to ``limit`` of a payer's decisions, oldest first, and the next cursor."""
        found: list[Item] = []
        while True:
            page = self.tables.query(
                self.tables.settings.cases_table,
                decisions_of_payer(payer),
                limit=limit - len(found),
                page_cursor=cursor,
                listing=True,
            )
            found += page.items
            cursor = page.next_cursor
            if cursor is None or len(found) >= limit:
                return [record_in(item) for item in found], cursor


def item_of(record: DecisionRecord) -> Item:
    """Returns the item that stores a record."""
    from helsebro.coverage.question import cover_json

    at = instant(record.decided_at)
    return {
        **as_attributes(decision_key(record.payer, record.claim_id, record.record_id)),
        "listPk": decisions_of_payer(record.payer),
        "listSk": f"{at}#{record.record_id}",
        "payer": record.payer,
        "personId": record.person_id,
        "taskId": record.task_id,
        "subject": to_item(record.subject),
        "decidedAt": at,
        "asOf": record.as_of.isoformat(),
        "decision": COMPACT.encode(
            {
                "question": to_item(record.question),
                "cover": cover_json.write(record.cover) if record.cover else None,
                "answer": answer_json.write(record.answer),
            }
        ),
    }


def record_in(item: Item) -> DecisionRecord:
    """Returns the record that an item stores."""
    from helsebro.coverage.question import cover_json

    stored: dict[str, Any] = json.loads(item["decision"])
    return DecisionRecord(
        record_id=item["sk"].removeprefix(DECISIONS),
        payer=item["payer"],
        person_id=item["personId"],
        task_id=item["taskId"],
        subject=read_as(CaseSubject, item["subject"]),
        decided_at=datetime.fromisoformat(item["decidedAt"]),
        as_of=date.fromisoformat(item["asOf"]),
        # Read without validation: a question that was decided once is not validated again.
        question=from_item(Question, as_today(stored["question"])),
        cover=cover_json.read(stored["cover"]) if stored["cover"] else None,
        answer=answer_json.read(stored["answer"]),
    )
