"""Refunds in the ``cases`` table: ``{payer}#{claimId}`` / ``REFUND#{refundId}``.

It is paid to the confirmed account of who asked for it (``payments.members``), which the commit of a new
refund stores or checks. A bill is refunded once (``asked_bills``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from helsebro import ids
from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import ClaimId, DocumentId, RefundId
from helsebro.receipt import Receipt
from helsebro.refunds.refund import Refund
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.claims.keys import claim_key_within
from helsebro_aws.dynamodb.keys import as_attributes, case_partition
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.sorted_page import sorted_page
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, Update, tables
from helsebro_aws.dynamodb.versions import on_top_of
from helsebro_aws.payments.reports.bank_effect import AlsoStored
from helsebro_aws.platform import clock
from helsebro_aws.refunds.bills.asked_bills import AskedBills
from helsebro_aws.refunds.keys import REFUNDS, refund_key

CHANGING = (
    "status",
    "version",
    "question",
    "askedAt",
    "replies",
    "reason",
    "decidedAt",
    "treatments",
    "openFacts",
    "paidAt",
    "paymentReturnedAt",
)
"""The attributes that change."""


class DynamoRefunds:
    """Refunds in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, refund_id: RefundId) -> Refund:
        """Returns the refund. Raises ``NotFound``."""
        return from_item(Refund, self._item(refund_id))

    def visible(self, refund_id: RefundId, caller: Caller) -> Refund:
        """Returns the refund. Raises ``NotFound`` also when the caller may not read its claim."""
        keys = refund_key(refund_id), claim_key_within(refund_id)
        item, claim = self.tables.get_each(self.table, *keys)
        if not claim_in(claim).may_be_read_by(caller, clock.now()):
            raise NotFound()
        return from_item(Refund, item)

    def of_claim(self, claim_id: ClaimId) -> Sequence[Refund]:
        """Returns a claim's refunds, oldest first."""
        found = self.tables.query_all(self.table, case_partition(claim_id), begins=REFUNDS)
        return sorted((from_item(Refund, item) for item in found), key=lambda refund: refund.received_at)

    def page(self, claim_id: ClaimId, limit: int, cursor: str | None) -> tuple[list[Refund], str | None]:
        """Returns a page of a claim's refunds, oldest first, and the cursor of the next."""
        return sorted_page(self.of_claim(claim_id), lambda refund: refund.refund_id, limit, cursor)

    def receive(
        self,
        refund: Refund,
        paid_to: AlsoStored,
        accepted_bill: Callable[[ClaimId, DocumentId], Operation],
        receipt: Receipt,
    ) -> None:
        """Stores a new refund.

        ``paid_to`` stores or checks the account of who asks, with its event. Raises ``Refused`` when a
        document is not an accepted bill of the claim, ``BillAlreadyAskedFor`` when a refund of a bill was
        asked for before, ``AccountChanged`` when the account is another than was read. ``accepted_bill``
        returns the operation that checks a document of a claim.
        """
        item = {**as_attributes(refund_key(refund.refund_id)), **to_item(refund)}
        event = Event(
            "refund.received",
            refund.received_at,
            refund.payer,
            {"refundId": refund.refund_id, "claimId": refund.claim_id},
        )
        accepted = [accepted_bill(refund.claim_id, document) for document in refund.document_ids]
        asked = AskedBills(self.tables).asked(refund)
        account, confirmed = paid_to
        stored = [Put(self.table, item), *account, *accepted, *asked]
        self.tables.commit(stored, events=[event, *confirmed], receipt=receipt)

    def replacement(self, before: Refund, after: Refund) -> Update:
        """Returns the operation that replaces ``before``; a ``Conflict`` when it has changed since."""
        return on_top_of(before.version, self.table, refund_key(before.refund_id), after, CHANGING)

    def _item(self, refund_id: RefundId) -> Item:
        item = self.tables.get(self.table, *refund_key(refund_id))
        if item is None:
            raise NotFound()
        return item


def new_id(claim: Claim) -> RefundId:
    """Returns an id for a new refund on a claim."""
    return RefundId(ids.within("ref", claim.claim_id, clock.randomness()))
