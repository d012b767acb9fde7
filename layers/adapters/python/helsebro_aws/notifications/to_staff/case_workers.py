"""Case workers: which of the staff works on a case, and at which address mails about it arrive (F4-10)."""

from __future__ import annotations

from helsebro.ids import ThreadId
from helsebro.messages.colleague import Colleague
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.occurrence import Occurrence
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.messages.dynamo_colleagues import DynamoColleagues
from helsebro_aws.messages.dynamo_threads import DynamoThreads

ABOUT_MESSAGES = frozenset({"message-waiting", "case-handed-over", "read-at-once"})
"""The kinds that go to who works on the case; where no one does, to the staff of its queue."""
TO_BOTH = frozenset({"read-at-once"})
"""The kinds that the staff of the queue get too: who works on the case may be away today (F3-22)."""


class CaseWorkers:
    """Reads who works on a case."""

    def __init__(self, on: Tables = tables) -> None:
        self.threads, self.colleagues = DynamoThreads(on), DynamoColleagues(on)

    def of(self, kind: NotificationKind, cause: Occurrence) -> Colleague | None:
        """Returns the staff member who works on the case that an event is about, with an address.

        None for other kinds, for a case that no one works on, and for one whose login names no address or who
        may not read the messages of the queue any more.
        """
        thread_id = cause.data.get("claimId") or cause.data.get("enquiryId")
        if kind.kind not in ABOUT_MESSAGES or not thread_id:
            return None
        thread = self.threads.known(ThreadId(str(thread_id)))
        if thread is None or not thread.assignee:
            return None
        colleague = self.colleagues.known(cause.payer, thread.assignee)
        return colleague if colleague and colleague.email and colleague.works_on(thread.queue) else None
