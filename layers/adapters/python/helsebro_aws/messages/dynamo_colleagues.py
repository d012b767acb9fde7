"""Colleagues in the ``cases`` table, in one partition a payer: who has read its inbox or worked in it.

A login says who someone is only when they call. So a colleague is known from the first call of the inbox.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from helsebro.caller import Caller
from helsebro.errors import BadInput, Fault
from helsebro.messages.colleague import Colleague
from helsebro.messages.thread import InboxQueue
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Operation, Put, Tables, tables
from helsebro_aws.messages.keys import colleague_key, colleagues_of

MOST_NAMED = 100


class DynamoColleagues:
    """The staff of payers who have called the inbox."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def seen(self, caller: Caller) -> Sequence[Operation]:
        """Returns what stores that the caller works here; nothing when that is known."""
        colleague = Colleague.of(caller)
        if self.known(caller.payer, caller.subject) == colleague:
            return []
        key = colleague_key(caller.payer, caller.subject)
        return [Put(self.table, {**as_attributes(key), **to_item(colleague)}, when=None)]

    def must_work_on(self, queue: InboxQueue, subject: str, caller: Caller) -> None:
        """Raises ``BadInput`` unless that staff member, or the caller, is known to work on a queue.

        The fault names those who do, so that the caller can choose one.
        """
        assignee = Colleague.of(caller) if subject == caller.subject else self.known(caller.payer, subject)
        if assignee and assignee.works_on(queue):
            return
        named = ", ".join(["me", *self._named(queue, caller)])
        raise BadInput([Fault("/assignee", "colleague-unknown", named)])

    def known(self, payer: str, subject: str) -> Colleague | None:
        """Returns who a staff member is; None before their first call of the inbox."""
        item = self.tables.get(self.table, *colleague_key(payer, subject))
        return from_item(Colleague, item) if item else None

    def _named(self, queue: InboxQueue, caller: Caller) -> list[str]:
        rows = islice(self.tables.query_all(self.table, colleagues_of(caller.payer)), MOST_NAMED)
        found = [from_item(Colleague, item) for item in rows]
        others = (each for each in found if each.works_on(queue) and each.subject != caller.subject)
        return [each.subject.split(":", 2)[-1] for each in others]
