"""Documents in the ``cases`` table: ``{payer}#{claimId}`` / ``DOCUMENT#{documentId}``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from helsebro import ids
from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.claims.facts.case_fact import FactRole
from helsebro.documents.document import Document, DocumentChanged
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import ClaimId, DocumentId
from helsebro.receipt import Receipt
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.keys import claim_partition
from helsebro_aws.documents.keys import DOCUMENTS, bill_key, document_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Put, Tables, new_event_id, tables
from helsebro_aws.dynamodb.waiting import waits_for
from helsebro_aws.platform import clock

PaperAnswer = Callable[[Claim, str, DocumentId, datetime, FactRole], tuple[list[Operation], list[Event]]]
"""Returns what a commit needs so that a paper of a type answers a question about a refund, say; nothing if
none is open."""


class DynamoDocuments:
    """Documents in the ``cases`` table.

    ``answering`` are asked in turn whose question an accepted paper answers, when the claim has none, and
    ``answered`` whether something about the claim was asked and answered before.
    """

    def __init__(
        self,
        on: Tables = tables,
        answering: Sequence[PaperAnswer] = (),
        answered: Sequence[Callable[[ClaimId], bool]] = (),
    ) -> None:
        self.tables, self.answering, self.answered = on, answering, answered
        self.claims = DynamoClaims(on)

    def find(self, claim_id: ClaimId, document_id: DocumentId) -> Document:
        """Returns a document of a case. Raises ``NotFound``, also for a document of another case."""
        item = self.tables.get(self.tables.settings.cases_table, *document_key(claim_id, document_id))
        if item is None:
            raise NotFound()
        return from_item(Document, item)

    def page(self, claim_id: ClaimId, limit: int, cursor: str | None) -> tuple[list[Document], str | None]:
        """Returns one page of a case's documents, and the cursor of the next."""
        table, pk = self.tables.settings.cases_table, claim_partition(claim_id)
        page = self.tables.query(table, pk, begins=DOCUMENTS, limit=limit, page_cursor=cursor)
        return [from_item(Document, item) for item in page.items], page.next_cursor

    def add(self, document: Document, receipt: Receipt) -> None:
        """Stores a new document."""
        put = Put(self.tables.settings.cases_table, self._item(document))
        self.tables.commit([put], receipt=receipt)

    def save(self, before: Document, after: Document, receipt: Receipt) -> None:
        """Stores a document that was made final, with the event that starts its check.

        When it was final already, only the receipt is stored. Raises ``DocumentChanged``.
        """
        if before == after:
            self.tables.commit([], receipt=receipt)
            return
        event = replace(self._event("document.saved", after), event_id=new_event_id())
        # Until it is checked the document is listed, so that the sweep finds one whose event was lost.
        saved = self._replacement(before, after, **waits_for(event))
        self.tables.commit([saved], events=[event], receipt=receipt)

    def reject(self, before: Document, after: Document) -> None:
        """Stores that a document was rejected. Raises ``DocumentChanged`` when it was checked before."""
        events = [self._event("document.rejected", after)]
        self.tables.commit([self._replacement(before, after)], events=events)

    def accept(self, before: Document, after: Document) -> None:
        """Stores that a document was accepted, and its claim, which the document may complete (F4-07).

        What the claim still needs follows from the facts that the document proves. A paper that no one waits
        for opens a task. Raises ``DocumentChanged`` when it was checked before.
        """
        # Imported here, so that only the check of a document loads the engine.
        from helsebro.claims.facts.accepted_paper import AcceptedPaper
        from helsebro_aws.claims.claim_needs import ClaimNeeds
        from helsebro_aws.claims.facts.fact_news import FactNews
        from helsebro_aws.documents.late_papers import LatePapers
        from helsebro_aws.tasks.dynamo_tasks import TaskChanged

        def act() -> None:
            claim = self.claims.find(after.claim_id)
            paper = AcceptedPaper(after.file_type, after.referral_kind, after.document_id, after.added_by)
            at = clock.now()
            completed = paper.of(claim, at, ClaimNeeds(self.tables).renewed)
            opening: list[Operation]
            changed, opened = FactNews(self.tables).opening(claim, completed, at, paper=after.file_type)
            answered, told = self._answered(claim, after, at)
            opening = [*changed]
            if not opening and not answered:
                late = LatePapers(self.tables, self.answered)
                opening, opened = late.opening(claim, completed, after, at)
            found, billed = self._found_by_its_bytes(claim, after)
            found = replace(found, late=bool(opening))
            operations = [self._replacement(before, found), *billed, *opening, *answered]
            accepted = self._event("document.accepted", found)
            self.claims.change(claim, completed, operations, [accepted, *opened, *told])

        retry_on_conflict(act, (ClaimChanged, TaskChanged))

    def _answered(
        self, claim: Claim, document: Document, at: datetime
    ) -> tuple[list[Operation], list[Event]]:
        """Returns what a commit needs so that the document answers a question that is not the claim's own."""
        if claim.clarification is not None:
            return [], []
        sent = document.file_type, document.document_id, at, document.added_by
        answers = (by(claim, *sent) for by in self.answering)
        return next((answer for answer in answers if answer[0]), ([], []))

    def _found_by_its_bytes(self, claim: Claim, document: Document) -> tuple[Document, list[Operation]]:
        """Returns a bill with the one of the same bytes that was accepted before it, whatever its case.

        The first is stored under its bytes, in the commit that accepts it.
        """
        if document.file_type != "invoice" or document.digest is None:
            return document, []
        table, key = (
            self.tables.settings.cases_table,
            bill_key(claim.claim_id, claim.person_id, document.digest),
        )
        first = self.tables.get(table, *key)
        if first is not None:
            return replace(document, sent_before=DocumentId(str(first["documentId"]))), []
        item = {**as_attributes(key), "documentId": document.document_id}
        # Of two at once one is the first: the other reads again, and finds it.
        put = Put(table, item, when="attribute_not_exists(pk)", otherwise=ClaimChanged())
        return document, [put]

    def _replacement(self, before: Document, after: Document, **listed: object) -> Put:
        return Put(
            self.tables.settings.cases_table,
            {**self._item(after), **listed},
            when="#status = :before",
            values={":before": before.status},
            otherwise=DocumentChanged(),
        )

    def _item(self, document: Document) -> dict[str, object]:
        key = document_key(document.claim_id, document.document_id)
        return {**as_attributes(key), **to_item(document)}

    def _event(self, kind: str, document: Document) -> Event:
        named = {"claimId": document.claim_id, "documentId": document.document_id}
        # It starts the clock of the reply, which no review of the claim does.
        data = {**named, "late": "yes"} if document.late else named
        return Event(kind, clock.now(), ids.payer_of(document.claim_id), data)
