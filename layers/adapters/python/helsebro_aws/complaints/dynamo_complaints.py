"""Complaints in the ``cases`` table: ``{payer}#{claimId}`` / ``COMPLAINT#{complaintId}``.

The id of a complaint follows from its claim, the denial and the step, so that each step is taken once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from helsebro.claims.claim import Claim
from helsebro.complaints.complaint import Complaint, StepOutOfOrder
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import ClaimId, ComplaintId, DocumentId
from helsebro.receipt import Receipt
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.complaints.keys import COMPLAINTS, complaint_key
from helsebro_aws.dynamodb.keys import as_attributes, case_partition
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Operation, Put, Tables, Update, tables
from helsebro_aws.dynamodb.versions import on_top_of

CHANGING = ("status", "version", "answer")
"""The attributes that change."""


class DynamoComplaints:
    """Complaints in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.claims = on, DynamoClaims(on)

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, complaint_id: ComplaintId) -> Complaint:
        """Returns the complaint. Raises ``NotFound``."""
        item = self.tables.get(self.table, *complaint_key(complaint_id))
        if item is None:
            raise NotFound()
        return from_item(Complaint, item)

    def of_claim(self, claim_id: ClaimId) -> Sequence[Complaint]:
        """Returns a claim's complaints, oldest first."""
        found = self.tables.query_all(self.table, case_partition(claim_id), begins=COMPLAINTS)
        return sorted((from_item(Complaint, item) for item in found), key=lambda complaint: complaint.made_at)

    def many(self, complaint_ids: Sequence[ComplaintId]) -> Mapping[ComplaintId, Complaint]:
        """Returns these complaints by id, in one batch; at most 100."""
        keys = [complaint_key(complaint_id) for complaint_id in complaint_ids]
        found = (from_item(Complaint, item) for item in self.tables.get_many(self.table, keys))
        return {complaint.complaint_id: complaint for complaint in found}

    def make(
        self,
        before: Claim,
        after: Claim,
        complaint: Complaint,
        accepted_paper: Callable[[ClaimId, DocumentId], Operation],
        receipt: Receipt,
        beside: tuple[Sequence[Operation], Sequence[Event]] = ((), ()),
    ) -> None:
        """Stores a new complaint with its claim, and the operations and events ``beside`` it.

        Raises ``ClaimChanged`` when the claim has changed since it was read, ``StepOutOfOrder`` when the step
        was taken meanwhile, ``Refused`` when a document is not an accepted one of the claim.
        ``accepted_paper`` returns the operation that checks a document of a claim.
        """
        event = Event("complaint.made", complaint.made_at, complaint.payer, complaint.named())
        papers = [accepted_paper(complaint.claim_id, document) for document in complaint.document_ids]
        item = {**as_attributes(complaint_key(complaint.complaint_id)), **to_item(complaint)}
        put = Put(self.table, item, otherwise=StepOutOfOrder())
        changes = [*self.claims.replacement(before, after), put, *papers, *beside[0]]
        self.tables.commit(changes, events=[event, *beside[1]], receipt=receipt)

    def replacement(self, before: Complaint, after: Complaint) -> Update:
        """Returns the operation that replaces ``before``; a ``Conflict`` when it has changed since."""
        return on_top_of(before.version, self.table, complaint_key(before.complaint_id), after, CHANGING)
