"""Guarantees in the ``cases`` table: ``{payer}#{claimId}`` / ``GUARANTEE#{guaranteeId}``.

``REFERENCE#{caseReference}`` / ``REFERENCE`` points to the guarantee, for invoices and the public check.
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro import ids
from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.platform import clock


class AlreadyIssued(Conflict):
    """The decision has led to its guarantee already: the step ran before."""


class GuaranteeChanged(Conflict):
    """The guarantee is no longer as it was read: ask the rule again why."""


class DynamoGuarantees:
    """Guarantees in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, guarantee_id: str) -> Guarantee:
        """The guarantee. Raises ``NotFound``."""
        guarantee = self.known(guarantee_id)
        if guarantee is None:
            raise NotFound()
        return guarantee

    def known(self, guarantee_id: str) -> Guarantee | None:
        """The guarantee, or None where there is none yet."""
        item = self.tables.get(self.table, partition(guarantee_id), f"GUARANTEE#{guarantee_id}")
        return from_item(Guarantee, item) if item else None

    def visible(self, guarantee_id: str, caller: Caller) -> tuple[Guarantee, Claim]:
        """The guarantee and its claim in one read. Raises ``NotFound`` also for what the caller may not see.

        People see what they see of the claim; a clinic's system a guarantee for the clinic, or one with a
        booking there.
        """
        pk = partition(guarantee_id)
        items = self.tables.get_many(self.table, [(pk, "CLAIM"), (pk, f"GUARANTEE#{guarantee_id}")])
        found = {item["sk"].partition("#")[0]: item for item in items}
        if len(found) < 2:
            raise NotFound()
        guarantee, claim = from_item(Guarantee, found["GUARANTEE"]), claim_in(found["CLAIM"])
        if caller.clinic_id:
            visible = guarantee.clinic_id == caller.clinic_id or self._is_booked_at(
                guarantee, caller.clinic_id
            )
        else:
            visible = claim.may_be_read_by(caller, clock.now())
        if not visible:
            raise NotFound()
        return guarantee, claim

    def of_claim(self, claim_id: str) -> Sequence[Guarantee]:
        """A claim's guarantees, oldest first (F4-29)."""
        found = self.tables.query(self.table, partition(claim_id), begins="GUARANTEE#").items
        return sorted((from_item(Guarantee, item) for item in found), key=lambda one: str(one.issued_at))

    def by_case_reference(self, case_reference: str) -> Guarantee:
        """The guarantee a case reference leads to. Raises ``NotFound``."""
        pointer = self.tables.get(self.table, f"REFERENCE#{case_reference}", "REFERENCE")
        if pointer is None:
            raise NotFound()
        return self.find(pointer["guaranteeId"])

    def issue(self, guarantee: Guarantee, event: Event) -> None:
        """Stores guarantee, case reference and the news of it in one commit. Raises ``AlreadyIssued``."""
        item = {
            "pk": partition(guarantee.guarantee_id),
            "sk": f"GUARANTEE#{guarantee.guarantee_id}",
            **to_item(guarantee),
        }
        pointer = {
            "pk": f"REFERENCE#{guarantee.case_reference}",
            "sk": "REFERENCE",
            "guaranteeId": guarantee.guarantee_id,
        }
        operations = [Put(self.table, one, otherwise=AlreadyIssued()) for one in (item, pointer)]
        self.tables.commit(operations, events=[event])

    def _is_booked_at(self, guarantee: Guarantee, clinic_id: str) -> bool:
        bookings = self.tables.query(self.table, partition(guarantee.guarantee_id), begins="BOOKING#").items
        return any(
            booking["guaranteeId"] == guarantee.guarantee_id and booking["clinicId"] == clinic_id
            for booking in bookings
        )


def partition(identifier: str) -> str:
    """The partition of a claim, from its id or that of anything within it. Raises ``NotFound``."""
    return f"{ids.payer_of(identifier)}#{ids.claim_of(identifier)}"
