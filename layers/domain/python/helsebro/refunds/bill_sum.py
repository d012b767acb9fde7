"""Bill sum: what is asked for and what is paid of each bill of a refund (F3-13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helsebro.ids import DocumentId
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment, RefundOutcome, outcome_of
from helsebro.refunds.refund import Refund


@dataclass(frozen=True)
class BillSum:
    """``approved`` and ``outcome`` are None until the refund is decided."""

    document_id: DocumentId
    claimed: Money
    approved: Money | None = None
    outcome: RefundOutcome | None = None


def bills_of(refund: Refund) -> list[BillSum]:
    """Returns each bill whose treatments are known, in the order of the request.

    The treatments of a single bill are its own; of several, those that name it.
    """
    of_each = {document: _treatments(refund, document) for document in refund.document_ids}
    return [_sum(document, found, refund) for document, found in of_each.items() if found]


def _treatments(refund: Refund, document: DocumentId) -> list[BilledTreatment]:
    only = document if len(refund.document_ids) == 1 else None
    return [treatment for treatment in refund.treatments if (treatment.document_id or only) == document]


def _sum(document: DocumentId, found: Sequence[BilledTreatment], refund: Refund) -> BillSum:
    zero = Money.zero(refund.claimed.currency)
    claimed = sum((treatment.cost for treatment in found), zero)
    if refund.decided_at is None:
        return BillSum(document, claimed)
    approved = sum((treatment.approved or zero for treatment in found), zero)
    return BillSum(document, claimed, approved, outcome_of(claimed, approved))
