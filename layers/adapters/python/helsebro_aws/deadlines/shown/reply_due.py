"""Reply due: by when the staff answer in a thread, with one read of its payer while something waits."""

from __future__ import annotations

from datetime import datetime

from helsebro.deadlines.message_reply import reply_due
from helsebro.messages.thread import Thread
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.policies.dynamo_payers import DynamoPayers


class ReplyDue:
    """Shows the clock of a thread."""

    def __init__(self, on: Tables = tables) -> None:
        self.payers = DynamoPayers(on)

    def of(self, thread: Thread) -> datetime | None:
        """Returns by when the staff answer what waits; None when nothing does."""
        return reply_due(thread, self.payers.find(thread.payer)) if thread.waits_since else None
