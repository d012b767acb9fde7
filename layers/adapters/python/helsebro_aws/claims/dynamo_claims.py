"""Claims in the ``cases`` table: ``{payer}#{claimId}`` / ``CLAIM``; listing ``{payer}#{personId}#claims``.

Beside each lies ``LISTED``, which never changes and stands in the listing ``{payer}#claims``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from helsebro import ids
from helsebro.caller import Caller
from helsebro.claims.claim import Claim, ClaimChanged, completion
from helsebro.coverage.question.question import Question
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.local_day import local_day
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, tables
from helsebro_aws.platform import clock

Found = TypeVar("Found")
ATTEMPTS = 5


class DynamoClaims:
    """Claims in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def item_key(self, claim_id: str) -> tuple[str, str]:
        """Where the claim lies. Raises ``NotFound`` for what is no claim's id."""
        return self.partition(claim_id), "CLAIM"

    def partition(self, claim_id: str) -> str:
        """The partition of the claim and of all that belongs to it."""
        if not claim_id.startswith("clm_") or ids.claim_of(claim_id) != claim_id:
            raise NotFound()
        return f"{ids.payer_of(claim_id)}#{claim_id}"

    def find(self, claim_id: str) -> Claim:
        """The claim as it reads today, in one read. Raises ``NotFound``."""
        item = self.tables.get(self.tables.settings.cases_table, *self.item_key(claim_id))
        if item is None:
            raise NotFound()
        return claim_in(item)

    def visible(self, claim_id: str, caller: Caller) -> Claim:
        """The claim. Raises ``NotFound`` also when the caller may not see it."""
        claim = self.find(claim_id)
        if not claim.may_be_read_by(caller, clock.now()):
            raise NotFound()
        return claim

    def reported(self, claim: Claim, receipt: Receipt) -> None:
        """Stores a new claim."""
        event = Event("claim.reported", claim.reported_at, claim.payer, {"claimId": claim.claim_id})
        item = self._item(claim)
        listed = {**{name: item[name] for name in ("pk", "listSk", "claimId")}, "sk": "LISTED"}
        rows = [item, {**listed, "listPk": f"{claim.payer}#claims"}]
        puts = [Put(self.tables.settings.cases_table, row) for row in rows]
        self.tables.commit(puts, events=[event], receipt=receipt)

    def replacement(self, before: Claim, after: Claim) -> Put:
        """The operation that puts ``after`` where ``before`` was; ``ClaimChanged`` when it is no more."""
        return Put(
            self.tables.settings.cases_table,
            self._item(after),
            when="#version = :before",
            values={":before": before.version},
            otherwise=ClaimChanged(),
        )

    def change(
        self,
        before: Claim,
        after: Claim,
        also: Sequence[Operation] = (),
        events: Sequence[Event] = (),
        receipt: Receipt | None = None,
    ) -> None:
        """Commits the change, what goes with it, and the start of a review if it began one."""
        began = completion(before, after, clock.now())
        operations = [self.replacement(before, after), *also]
        self.tables.commit(operations, events=[*events, *began], receipt=receipt)

    def page(
        self, payer: str, person_id: str | None, limit: int, cursor: str | None
    ) -> tuple[list[Claim], str | None]:
        """One page of a person's claims at one payer, or of all its claims, newest first; and the cursor."""
        page = self.tables.query(
            self.tables.settings.cases_table,
            f"{payer}#{person_id}#claims" if person_id else f"{payer}#claims",
            limit=limit,
            page_cursor=cursor,
            listing=True,
            newest_first=True,
        )
        items = page.items if person_id else self._behind(page.items)
        return [claim_in(item) for item in items], page.next_cursor

    def _behind(self, listed: Sequence[Item]) -> list[Item]:
        keys = [(row["pk"], "CLAIM") for row in listed]
        claims = {item["pk"]: item for item in self.tables.get_many(self.tables.settings.cases_table, keys)}
        return [claims[row["pk"]] for row in listed if row["pk"] in claims]

    def _item(self, claim: Claim) -> Item:
        pk, sk = self.item_key(claim.claim_id)
        listing = {
            "listPk": f"{claim.payer}#{claim.person_id}#claims",
            "listSk": f"{instant(claim.reported_at)}#{claim.claim_id}",
        }
        return {"pk": pk, "sk": sk, **listing, **to_item(claim), "question": question_item(claim.question)}


def question_item(question: Question) -> Item:
    """A claim's question as it is stored and shown: without the parts that hold nothing."""
    parts = {name: _known(part) for name, part in to_item(question).items()}
    return {name: part for name, part in parts.items() if part not in ({}, [])}


def _known(part: Any) -> Any:
    """A part of the question without the inner parts that hold nothing."""
    return {name: inner for name, inner in part.items() if inner != {}} if isinstance(part, dict) else part


def claim_in(item: Item) -> Claim:
    """The claim an item holds, as it reads today."""
    claim = from_item(Claim, item)
    return claim.seen_on(local_day(clock.now(), claim.country))


def until_unchanged(act: Callable[[], Found]) -> Found:
    """Reads and writes again when somebody else changed the claim in between: their change stands too."""
    for _ in range(ATTEMPTS - 1):
        try:
            return act()
        except ClaimChanged:
            continue
    return act()
