"""Refunds in the ``cases`` table: ``{payer}#{claimId}`` / ``REFUND#{refundId}``.

The account to pay to is an attribute beside it (``sealedPayTo``). ``BILL#{documentId}`` stands while a refund
of that bill is asked for or granted: one bill is refunded once.
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro import ids
from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.errors import Conflict, NotFound, Refused
from helsebro.events import Event
from helsebro.payments.bank_account import BankAccount
from helsebro.receipt import Receipt
from helsebro.refunds.refund import Refund
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Check, Delete, Item, Operation, Put, Tables, Update, tables
from helsebro_aws.dynamodb.versions import on_top_of
from helsebro_aws.platform import clock, field_encryption

STATED = ("status", "version", "question", "reason", "decidedAt", "treatments")
"""The attributes that change; the sealed account is never written again."""


class DynamoRefunds:
    """Refunds in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, refund_id: str) -> Refund:
        """The refund. Raises ``NotFound``."""
        return from_item(Refund, self._item(refund_id))

    def visible(self, refund_id: str, caller: Caller) -> Refund:
        """The refund. Raises ``NotFound`` also when the caller may not see its claim."""
        pk, sk = _key(refund_id)
        items = self.tables.get_many(self.table, [(pk, "CLAIM"), (pk, sk)])
        found = {item["sk"].partition("#")[0]: item for item in items}
        if len(found) < 2 or not claim_in(found["CLAIM"]).may_be_read_by(caller, clock.now()):
            raise NotFound()
        return from_item(Refund, found["REFUND"])

    def of_claim(self, claim_id: str) -> Sequence[Refund]:
        """A claim's refunds, oldest first."""
        pk = f"{ids.payer_of(claim_id)}#{claim_id}"
        found = self.tables.query(self.table, pk, begins="REFUND#").items
        return sorted((from_item(Refund, item) for item in found), key=lambda one: one.received_at)

    def receive(self, refund: Refund, pay_to: BankAccount, receipt: Receipt) -> None:
        """Stores a new refund. Raises ``Refused`` unless each document is an accepted bill of the claim,
        ``Conflict`` when a refund of one was asked for before, ``Unavailable`` when nothing can be sealed.
        """
        pk, sk = _key(refund.refund_id)
        sealed = field_encryption.encrypt(pay_to.text, **_context(refund))
        item = {"pk": pk, "sk": sk, **to_item(refund), "sealedPayTo": sealed}
        event = Event(
            "refund.received",
            refund.received_at,
            refund.payer,
            {"refundId": refund.refund_id, "claimId": refund.claim_id},
        )
        bills = [
            operation for document in refund.document_ids for operation in self._bill(pk, document, refund)
        ]
        self.tables.commit([Put(self.table, item), *bills], events=[event], receipt=receipt)

    def pay_to(self, refund_id: str) -> BankAccount:
        """The account to pay to, for the payment file only. Raises ``NotFound``, ``Unavailable``."""
        item = self._item(refund_id)
        text = field_encryption.decrypt(item["sealedPayTo"], **_context(from_item(Refund, item)))
        return BankAccount.of_text(text)

    def replacement(self, before: Refund, after: Refund) -> Update:
        """The operation that makes ``after`` of ``before``; a ``Conflict`` when it changed in between."""
        return on_top_of(before.version, self.table, _key(before.refund_id), after, STATED)

    def release_bills(self, refund: Refund) -> list[Operation]:
        """The operations that let the bills of a denied refund be asked for again."""
        pk, _ = _key(refund.refund_id)
        return [Delete(self.table, pk, f"BILL#{document}", when=None) for document in refund.document_ids]

    def _bill(self, pk: str, document_id: str, refund: Refund) -> tuple[Operation, Operation]:
        accepted = Check(
            self.table,
            pk,
            f"DOCUMENT#{document_id}",
            when="#fileType = :invoice AND #status = :accepted",
            values={":invoice": "invoice", ":accepted": "accepted"},
            otherwise=Refused("no-accepted-bill", documentId=document_id),
        )
        once = Put(
            self.table,
            {"pk": pk, "sk": f"BILL#{document_id}", "refundId": refund.refund_id},
            otherwise=Conflict("bill-already-asked-for", documentId=document_id),
        )
        return accepted, once

    def _item(self, refund_id: str) -> Item:
        item = self.tables.get(self.table, *_key(refund_id))
        if item is None:
            raise NotFound()
        return item


def new_id(claim: Claim) -> str:
    """An id for a new refund on a claim."""
    return ids.within("ref", claim.claim_id, clock.randomness())


def _key(refund_id: str) -> tuple[str, str]:
    if not refund_id.startswith("ref_"):
        raise NotFound()
    return f"{ids.payer_of(refund_id)}#{ids.claim_of(refund_id)}", f"REFUND#{refund_id}"


def _context(refund: Refund) -> dict[str, str]:
    return {"table": "cases", "field": "payTo", "person": refund.person_id}
