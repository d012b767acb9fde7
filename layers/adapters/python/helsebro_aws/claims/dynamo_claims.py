"""Claims in the ``cases`` table: ``{payer}#{claimId}`` / ``CLAIM``; listing ``{payer}#{personId}#claims``.

Each has an item ``LISTED`` beside it, which never changes, in the listing ``{payer}#claims``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from helsebro.caller import Caller
from helsebro.claims.claim import Claim, ClaimChanged, completion
from helsebro.coverage.question.question import Question
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import ClaimId, PersonId
from helsebro.local_day import local_day
from helsebro.receipt import Receipt
from helsebro.tasks.task import Task
from helsebro_aws.claims.keys import claim_key, claims_of_payer, claims_of_person, listed_claim_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, tables
from helsebro_aws.platform import clock


class DynamoClaims:
    """Claims in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def find(self, claim_id: ClaimId) -> Claim:
        """Returns the claim as of today, in one read. Raises ``NotFound``."""
        item = self.tables.get(self.tables.settings.cases_table, *claim_key(claim_id))
        if item is None:
            raise NotFound()
        return claim_in(item)

    def visible(self, claim_id: ClaimId, caller: Caller) -> Claim:
        """Returns the claim. Raises ``NotFound`` also when the caller may not read it."""
        claim = self.find(claim_id)
        if not claim.may_be_read_by(caller, clock.now()):
            raise NotFound()
        return claim

    def report(self, claim: Claim, receipt: Receipt) -> None:
        """Stores a new claim."""
        event = Event("claim.reported", claim.reported_at, claim.payer, {"claimId": claim.claim_id})
        item = self._item(claim)
        listed = {
            **as_attributes(listed_claim_key(claim.claim_id)),
            "listPk": claims_of_payer(claim.payer),
            **{name: item[name] for name in ("listSk", "claimId")},
        }
        puts = [Put(self.tables.settings.cases_table, row) for row in (item, listed)]
        self.tables.commit(puts, events=[event], receipt=receipt)

    def replacement(self, before: Claim, after: Claim) -> Put:
        """Returns the operation that replaces ``before``; ``ClaimChanged`` when it has changed since."""
        return Put(
            self.tables.settings.cases_table,
            self._item(after),
            when="#version = :before",
            values={":before": before.version},
            otherwise=ClaimChanged(),
        )

    def end_of_delay(self, task: Task) -> list[Put]:
        """Returns the operation that ends the delay of a task which the staff decide; none if it made none.

        It fails with ``ClaimChanged`` when the claim has changed since it was read.
        """
        if task.reason is None:
            return []
        before = self.find(task.claim_id)
        after = before.without_delay(task.task_id)
        return [] if after is before else [self.replacement(before, after)]

    def change(
        self,
        before: Claim,
        after: Claim,
        also: Sequence[Operation] = (),
        events: Sequence[Event] = (),
        receipt: Receipt | None = None,
    ) -> None:
        """Stores the change and ``also`` in one commit, with the event of a review that it starts."""
        started = completion(before, after, clock.now())
        operations = [self.replacement(before, after), *also]
        self.tables.commit(operations, events=[*events, *started], receipt=receipt)

    def page(
        self, payer: str, person_id: PersonId | None, limit: int, cursor: str | None
    ) -> tuple[list[Claim], str | None]:
        """Returns a page of a payer's claims, newest first, of one person if given; and the next cursor."""
        page = self.tables.query(
            self.tables.settings.cases_table,
            claims_of_person(payer, person_id) if person_id else claims_of_payer(payer),
            limit=limit,
            page_cursor=cursor,
            listing=True,
            newest_first=True,
        )
        items = page.items if person_id else self._claims_listed(page.items)
        return [claim_in(item) for item in items], page.next_cursor

    def _claims_listed(self, listed: Sequence[Item]) -> list[Item]:
        keys = [claim_key(row["claimId"]) for row in listed]
        claims = {item["pk"]: item for item in self.tables.get_many(self.tables.settings.cases_table, keys)}
        return [claims[row["pk"]] for row in listed if row["pk"] in claims]

    def _item(self, claim: Claim) -> Item:
        listing = {
            "listPk": claims_of_person(claim.payer, claim.person_id),
            "listSk": f"{instant(claim.reported_at)}#{claim.claim_id}",
        }
        attributes = {**to_item(claim), "question": question_item(claim.question)}
        return {**as_attributes(claim_key(claim.claim_id)), **listing, **attributes}


def question_item(question: Question) -> Item:
    """Returns a claim's question as it is stored and shown: without its empty parts."""
    parts = {name: _known(part) for name, part in to_item(question).items()}
    return {name: part for name, part in parts.items() if part not in ({}, [])}


def _known(part: Any) -> Any:
    """Returns a part of the question without its empty inner parts."""
    return {name: inner for name, inner in part.items() if inner != {}} if isinstance(part, dict) else part


def claim_in(item: Item) -> Claim:
    """Returns the claim of an item, as of today."""
    claim = from_item(Claim, item)
    return claim.seen_on(local_day(clock.now(), claim.country))
