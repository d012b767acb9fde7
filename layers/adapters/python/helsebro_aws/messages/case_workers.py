"""Case workers: which of the staff works on a case, and at which address mails about it arrive (F4-10)."""

from __future__ import annotations

from helsebro.ids import ThreadId
from helsebro.messages.colleague import Colleague
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.messages.dynamo_colleagues import DynamoColleagues
from helsebro_aws.messages.dynamo_threads import DynamoThreads


class CaseWorkers:
    """Reads who works on a case."""

    def __init__(self, on: Tables = tables) -> None:
        self.threads, self.colleagues = DynamoThreads(on), DynamoColleagues(on)

    def of(self, thread_id: ThreadId) -> Colleague | None:
        """Returns the staff member who works on a case or an enquiry, with an address.

        None where no one does, and for one whose login names no address or who may not read the messages of
        the queue any more.
        """
        thread = self.threads.known(thread_id)
        if thread is None or not thread.assignee:
            return None
        colleague = self.colleagues.known(thread.payer, thread.assignee)
        return colleague if colleague and colleague.email and colleague.works_on(thread.queue) else None
