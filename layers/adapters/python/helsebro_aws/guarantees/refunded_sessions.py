"""Refunded sessions: counts what a paid refund took of a guarantee as booked and held, as a session there is.

A guarantee that pays a clinic is counted as booked when the refund is decided, on the same condition as a
booking; one that is for refunds alone has no bookings, and the ledger's revision protects it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from helsebro.benefits.use import Use
from helsebro.errors import HelsebroError
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, GuaranteeId
from helsebro_aws.dynamodb.tables import Operation, Tables, Update, tables
from helsebro_aws.guarantees import dynamo_references
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees, GuaranteeChanged
from helsebro_aws.guarantees.keys import guarantee_key


def _of_guarantees(use: Use) -> Counter[GuaranteeId]:
    """Returns how many sessions of each guarantee no booking counts."""
    return Counter(
        spent.guarantee_id for spent in use.sessions if spent.guarantee_id and not spent.booking_id
    )


class RefundedSessions:
    """Counts the sessions of refunds on guarantees and on what their case references show."""

    def __init__(self, on: Tables = tables) -> None:
        self.guarantees = DynamoGuarantees(on)

    changed: type[HelsebroError] = GuaranteeChanged

    def of_claim(self, claim_id: ClaimId) -> Sequence[Guarantee]:
        """Returns the guarantees of a claim, whose sessions a refund may take beside the bookings."""
        return self.guarantees.of_claim(claim_id)

    def booked(self, _: ClaimId, use: Use) -> Use:
        """Returns the use with the bookings that its sessions were held on: none are known here."""
        return use

    def taken(self, use: Use) -> Iterator[Update]:
        """Yields the operations that count a decided refund as booked under guarantees that pay a clinic.

        They fail with ``GuaranteeChanged`` when too few sessions are free, or one is no longer active.
        """
        for guarantee_id, sessions in _of_guarantees(use).items():
            guarantee = self.guarantees.known(guarantee_id)
            if guarantee is None or guarantee.settlement == "refund":
                continue
            yield Update(
                self.guarantees.table,
                *guarantee_key(guarantee_id),
                add={"sessionsBooked": sessions},
                when="#status = :active AND #sessionsGranted = :granted AND #sessionsBooked <= :most",
                values={
                    ":active": "active",
                    ":granted": guarantee.sessions_granted,
                    ":most": guarantee.sessions_granted - sessions,
                },
                otherwise=GuaranteeChanged(),
            )

    def counted(self, use: Use) -> Iterator[Operation]:
        """Yields the operations for the commit that ends a refund, which happens once.

        A guarantee that was approved but not issued yet has nothing to count on.
        """
        table = self.guarantees.table
        for guarantee_id, sessions in _of_guarantees(use).items():
            guarantee = self.guarantees.known(guarantee_id)
            if guarantee is None:
                continue
            held = {"sessionsUsed": sessions}
            if guarantee.settlement == "refund":
                held["sessionsBooked"] = sessions
            first = min(spent.on for spent in use.sessions if spent.guarantee_id == guarantee_id)
            begun = {"begunOn": first.isoformat()}
            yield Update(table, *guarantee_key(guarantee_id), add=held, once=begun)
            yield dynamo_references.used(table, guarantee.case_reference, sessions)
