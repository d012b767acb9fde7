"""Asked bills: which refund has asked for a bill, known by its document and by its bytes (promise 27).

``{payer}#{claimId}`` / ``BILL#{documentId}`` and ``{payer}#{digest}#bill`` / ``{personId}`` exist while a
refund of the bill is open or granted, in the ``cases`` table. The digest is that of the bytes as sent, so a
second upload of the same file is found whatever its case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from helsebro.errors import Conflict, Fault
from helsebro.ids import DocumentId, RefundId
from helsebro.refunds.refund import Refund
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.tables import Delete, Operation, Put, Tables, tables
from helsebro_aws.refunds.bills.billed_lines import BilledLines
from helsebro_aws.refunds.keys import bill_bytes_key, bill_key, persons_of_bill

MOST_SHOWN = 10
"""How many refunds of other persons with the same bill are shown of each bill."""


class BillAlreadyAskedFor(Conflict):
    """Another refund of the person has asked for the bill, and is open or granted."""

    code = "bill-already-asked-for"

    def at(self, places: list[int]) -> BillAlreadyAskedFor:
        """Returns it with the places of the bills in the body."""
        self.faults = tuple(Fault(f"/documentIds/{place}", self.code, "") for place in places)
        return self


class AskedBills:
    """The bills of refunds that are open or granted."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def asked(self, refund: Refund) -> list[Operation]:
        """Returns the operations that store a new refund's bills; they fail with ``BillAlreadyAskedFor``."""
        asked = [
            Put(
                self.table,
                {**as_attributes(key), "refundId": refund.refund_id, "documentId": document},
                otherwise=BillAlreadyAskedFor(documentId=document),
            )
            for document, key in _keys(refund)
        ]
        return [*asked, BilledLines(self.tables).kept(refund)]

    def released(self, refund: Refund) -> list[Operation]:
        """Returns the operations after which the bills of a denied refund can be sent again."""
        lines = BilledLines(self.tables).dropped(refund)
        return [*(Delete(self.table, *key, when=None) for _, key in _keys(refund)), lines]

    def asked_before(self, refund: Refund) -> Mapping[DocumentId, RefundId]:
        """Returns the refund that has asked for each bill of a refund before; bills of none are left out."""
        by_key = {key: document for document, key in _keys(refund)}
        rows = self.tables.get_many(self.table, list(by_key))
        found = {by_key[(row["pk"], row["sk"])]: RefundId(row["refundId"]) for row in rows}
        return {document: found[document] for document in refund.document_ids if document in found}

    def of_others(self, refund: Refund) -> Iterator[tuple[DocumentId, RefundId]]:
        """Yields each bill that another person at the same payer has sent too, with the refund of it.

        Of each bill the first ``MOST_SHOWN`` are yielded, in one read.
        """
        for document, digest in _digests(refund):
            # One more than is shown: one row is the person's own.
            rows = self.tables.query_all(
                self.table, persons_of_bill(refund.payer, digest), page_size=MOST_SHOWN + 1
            )
            others = (row for row in rows if row["sk"] != refund.person_id)
            yield from ((document, RefundId(row["refundId"])) for row in islice(others, MOST_SHOWN))


def _keys(refund: Refund) -> Iterator[tuple[DocumentId, Key]]:
    for document in refund.document_ids:
        yield document, bill_key(refund.claim_id, document)
    for document, digest in _digests(refund):
        yield document, bill_bytes_key(refund.payer, digest, refund.person_id)


def _digests(refund: Refund) -> Iterator[tuple[DocumentId, str]]:
    """Yields each bill with the digest of its bytes; a refund that is older than this check has none."""
    if refund.digests:
        yield from zip(refund.document_ids, refund.digests, strict=True)
