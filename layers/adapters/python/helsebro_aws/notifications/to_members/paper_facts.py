"""What a message says of a paper that was rejected: which kind of paper it is, and what to do.

Nothing else of it: no name of the file, and no word of what stands in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.documents.document import Document
from helsebro.documents.rejection import REASONS, TOO_COMPLEX
from helsebro.ids import ClaimId, DocumentId
from helsebro.notifications.notification import Notification
from helsebro.occurrence import Occurrence
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.notifications.session_facts import NothingToSay, Variables

PAGE = 100
SENT_AGAIN = ("checking", "accepted")


class PaperFacts:
    """Reads the papers of a case."""

    def __init__(self, on: Tables) -> None:
        self.documents = DynamoDocuments(on)

    def rejected(self, cause: Occurrence) -> Variables:
        """Returns the kind of paper and why it was rejected.

        Raises ``NothingToSay`` of what staff added, who see it themselves and send it again.
        """
        paper = self.documents.find(ClaimId(cause.case_id), DocumentId(str(cause.data["documentId"])))
        if paper.reason is None or paper.added_by == "caseworker":
            raise NothingToSay
        return {"paper": paper.file_type, "rejection": REASONS.get(paper.reason, TOO_COMPLEX)}

    def is_still_wanted(self, notification: Notification) -> bool:
        """Returns whether no paper of that kind was sent since."""
        wanted, since = notification.variables["paper"], notification.planned_at
        return not any(
            paper.file_type == wanted and paper.added_at > since and paper.status in SENT_AGAIN
            for paper in self._papers(ClaimId(notification.case_id))
        )

    def _papers(self, claim_id: ClaimId) -> Iterator[Document]:
        cursor = None
        while True:
            found, cursor = self.documents.page(claim_id, PAGE, cursor)
            yield from found
            if cursor is None:
                return
