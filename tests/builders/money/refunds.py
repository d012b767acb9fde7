"""Refunds as the domain has them."""

from __future__ import annotations

from datetime import UTC, datetime

from helsebro.ids import ClaimId, DocumentId, PersonId, RefundId
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.refund import Refund

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
FIRST, SECOND = DocumentId("doc_first"), DocumentId("doc_second")


def refund(*treatments: BilledTreatment, bills: tuple[DocumentId, ...] = (FIRST, SECOND)) -> Refund:
    """Returns a refund that was asked for with two bills."""
    return Refund(
        refund_id=RefundId("ref_1"),
        claim_id=ClaimId("clm_1"),
        payer="tryg",
        person_id=PersonId("per_1"),
        country="DK",
        document_ids=bills,
        treatments=treatments,
        status="received",
        received_at=AT,
    )
