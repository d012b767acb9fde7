"""Claims in the ``cases`` table: ``{payer}#{claimId}`` / ``CLAIM``; listing ``{payer}#{personId}#claims``.

Each has two items beside it: ``LISTED``, which never changes, in the listing ``{payer}#claims``, and
``STATUS`` in ``{payer}#claims#{status}``, which every commit that changes the claim writes again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from helsebro.caller import Caller
from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.claims.claim_events import completion, facts_changed
from helsebro.claims.shown_claims import ShownClaims
from helsebro.coverage.question.question import Question
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import ClaimId, PersonId
from helsebro.local_day import local_day
from helsebro.receipt import Receipt
from helsebro.tasks.subject import OutsideCases
from helsebro.tasks.task import Task
from helsebro_aws.claims.keys import (
    claim_key,
    claim_status_key,
    claims_of_payer,
    claims_of_person,
    claims_with_status,
    listed_claim_key,
)
from helsebro_aws.coverage.stored_question import as_today
from helsebro_aws.dynamodb.filtered_page import filtered_page
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Check, Item, Operation, Put, Tables, new_event_id, tables
from helsebro_aws.platform import clock

USUALLY_EMPTY = frozenset(
    {"facts", "neededFacts", "replies", "earlierDecisions", "hasNews", "clinicConsents", "complaints"}
)
"""They are left out when they are empty."""


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

    def report(
        self, claim: Claim, receipt: Receipt, also: Sequence[Operation] = (), events: Sequence[Event] = ()
    ) -> None:
        """Stores a new claim and ``also`` in one commit, with ``events`` after that of the report."""
        data = {"claimId": claim.claim_id, "reportedBy": claim.reported_by}
        event = Event("claim.reported", claim.reported_at, claim.payer, data)
        item = self._item(claim)
        listed = {
            **as_attributes(listed_claim_key(claim.claim_id)),
            "listPk": claims_of_payer(claim.payer),
            **{name: item[name] for name in ("listSk", "claimId")},
        }
        rows = (item, listed, status_row(item))
        puts = [Put(self.tables.settings.cases_table, row) for row in rows]
        self.tables.commit([*puts, *also], events=[event, *events], receipt=receipt)

    def replacement(self, before: Claim, after: Claim) -> list[Put]:
        """Returns the operations that replace ``before``; ``ClaimChanged`` when it has changed since."""
        table, item = self.tables.settings.cases_table, self._item(after)
        claim = Put(
            table,
            item,
            when="#version = :before",
            values={":before": before.version},
            otherwise=ClaimChanged(),
        )
        return [claim, Put(table, status_row(item), when=None)]

    def unchanged(self, claim: Claim) -> Check:
        """Returns a check that fails with ``ClaimChanged`` when the claim has changed since it was read."""
        table, read = self.tables.settings.cases_table, {":read": claim.version}
        return Check(table, *claim_key(claim.claim_id), "#version = :read", read, ClaimChanged())

    def end_of_delay(self, task: Task) -> list[Put]:
        """Returns the operations that end the delay of a task which the staff decide; none if it made none.

        They fail with ``ClaimChanged`` when the claim has changed since it was read.
        """
        if task.reason is None or isinstance(task.subject, OutsideCases):
            return []
        before = self.find(task.claim_id)
        after = before.without_delay(task.task_id)
        return [] if after is before else self.replacement(before, after)

    def change(
        self,
        before: Claim,
        after: Claim,
        also: Sequence[Operation] = (),
        events: Sequence[Event] = (),
        receipt: Receipt | None = None,
    ) -> None:
        """Stores the change and ``also`` in one commit, with the events that follow from the change."""
        at = clock.now()
        operations = [*self.replacement(before, after), *also]
        follow = completion(before, after, at)
        for event in facts_changed(before, after, at):
            # Here, so that a read, and most changes, load no code of what waits.
            from helsebro_aws.claims.facts.awaited_proposals import AwaitedProposals

            awaited = replace(event, event_id=new_event_id())
            operations.append(AwaitedProposals(self.tables).awaiting(after.claim_id, awaited))
            follow.append(awaited)
        self.tables.commit(operations, events=[*events, *follow], receipt=receipt)

    def page(
        self,
        payer: str,
        person_id: PersonId | None,
        limit: int,
        cursor: str | None,
        asked: ShownClaims | None = None,
    ) -> tuple[list[Claim], str | None]:
        """Returns a page of a payer's claims, newest first, of one person if given; and the next cursor.

        With ``asked`` it returns those claims only: the page may be short and still have a next one.
        """
        listing = claims_of_payer(payer)
        if person_id:
            listing = claims_of_person(payer, person_id)
        elif asked and asked.status:
            listing = claims_with_status(payer, asked.status)

        def entries_of(rows: Sequence[Item]) -> list[Claim | None]:
            items = rows if person_id else self._claims_listed(rows)
            found = (claim_in(item) if item else None for item in items)
            return [claim if claim and (asked is None or asked.include(claim)) else None for claim in found]

        table = self.tables.settings.cases_table
        return filtered_page(
            self.tables, table, listing, entries_of, limit, cursor, listing=True, newest_first=True
        )

    def _claims_listed(self, listed: Sequence[Item]) -> list[Item | None]:
        """Returns the item of the claim behind each row; None for one that does not exist."""
        keys = [claim_key(row["claimId"]) for row in listed]
        claims = {item["pk"]: item for item in self.tables.get_many(self.tables.settings.cases_table, keys)}
        return [claims.get(row["pk"]) for row in listed]

    def _item(self, claim: Claim) -> Item:
        listing = {
            "listPk": claims_of_person(claim.payer, claim.person_id),
            "listSk": f"{instant(claim.reported_at)}#{claim.claim_id}",
        }
        return {**as_attributes(claim_key(claim.claim_id)), **listing, **attributes_of(claim)}


def status_row(claim: Mapping[str, Any]) -> Item:
    """Returns the item that lists a claim by its status; ``claim`` is the claim's item."""
    claim_id = ClaimId(claim["claimId"])
    return {
        **as_attributes(claim_status_key(claim_id)),
        "listPk": claims_with_status(claim["payer"], claim["status"]),
        "listSk": claim["listSk"],
        "claimId": claim_id,
    }


def attributes_of(claim: Claim) -> Item:
    """Returns a claim's own attributes as they are stored, without what is usually empty."""
    parts = {name: part for name, part in to_item(claim).items() if part or name not in USUALLY_EMPTY}
    return {**parts, "question": question_item(claim.question)}


def question_item(question: Question) -> Item:
    """Returns a claim's question as it is stored and shown: without its empty parts."""
    parts = {name: _known(part) for name, part in to_item(question).items()}
    return {name: part for name, part in parts.items() if part not in ({}, [])}


def _known(part: Any) -> Any:
    """Returns a part of the question without its empty inner parts."""
    return {name: inner for name, inner in part.items() if inner != {}} if isinstance(part, dict) else part


def claim_in(item: Item) -> Claim:
    """Returns the claim of an item, as of today."""
    claim = from_item(Claim, {**item, "question": as_today(item["question"])})
    return claim.seen_on(local_day(clock.now(), claim.country))
