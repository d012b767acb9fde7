"""Threads and their messages in the ``cases`` table, in the partition of their case or enquiry.

``THREAD`` is the thread, in the listing of its queue; ``ASSIGNED`` lists it by who works on it; and
``MESSAGE#{number}`` is a message. A commit that changes a thread has a condition on its version, so the
numbers of messages have no gap and no two are equal.
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.claims.claim import Claim
from helsebro.errors import NotFound
from helsebro.ids import MessageId, ThreadId
from helsebro.messages.message import ThreadMessage
from helsebro.messages.thread import InboxQueue, Thread, ThreadChanged
from helsebro_aws.dynamodb import cursor as cursors
from helsebro_aws.dynamodb.filtered_page import cursor_after, filtered_page
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, tables
from helsebro_aws.messages.keys import (
    LAST_MESSAGE,
    MESSAGES,
    THREAD,
    assigned_key,
    inbox_of,
    inbox_of_assignee,
    message_at,
    message_key,
    number_at,
    thread_key,
    thread_partition,
)
from helsebro_aws.messages.message_text import opened, sealed

URGENT, WAITING, ANSWERED = "!#", "0#", "1#"
"""How the sort key of a listing begins, so that acute words come first, then what else waits."""
LATEST = 10**13 - 1
"""In milliseconds; counted down from, so that the thread that changed last comes first."""


class DynamoThreads:
    """Threads and messages."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def known(self, thread_id: ThreadId) -> Thread | None:
        """Returns the thread; None while no one has written in it or taken it."""
        item = self.tables.get(self.table, *thread_key(thread_id))
        return from_item(Thread, item) if item else None

    def find(self, thread_id: ThreadId) -> Thread:
        """Returns the thread. Raises ``NotFound``."""
        known = self.known(thread_id)
        if known is None:
            raise NotFound()
        return known

    def of_claim(self, claim: Claim) -> Thread:
        """Returns the thread of a case, which may be new."""
        return self.known(ThreadId(claim.claim_id)) or Thread.of_claim(claim)

    def page(
        self, thread: Thread, limit: int, before: int, *, notes: bool
    ) -> tuple[list[ThreadMessage], int | None]:
        """Returns the messages before one by its number, newest first, and up to which number it has read.

        That number is None when no message is left. Notes are returned only where asked for.
        """

        def entries_of(rows: Sequence[Item]) -> list[ThreadMessage | None]:
            return [_message_in(row, thread) if notes or not row.get("note") else None for row in rows]

        partition = thread_partition(thread.thread_id)
        found, cursor = filtered_page(
            self.tables,
            self.table,
            partition,
            entries_of,
            limit,
            cursor_after({"pk": partition, "sk": message_at(before)}, listing=False),
            after=MESSAGES,
            until=LAST_MESSAGE,
            newest_first=True,
        )
        return found, number_at(cursors.read(cursor, "pk", partition)["sk"]) if cursor else None

    def message(self, thread: Thread, message_id: MessageId) -> ThreadMessage:
        """Returns a message of the thread. Raises ``NotFound``, ``Unavailable``."""
        item = self.tables.get(self.table, *message_key(thread.thread_id, message_id))
        if item is None:
            raise NotFound()
        return _message_in(item, thread)

    def inbox(
        self,
        payer: str,
        queue: InboxQueue,
        limit: int,
        cursor: str | None,
        *,
        assignee: str | None = None,
        by_assignee: bool = False,
    ) -> tuple[list[Thread], str | None]:
        """Returns a page of a queue's threads, what waits longest first, and the next cursor.

        ``by_assignee`` limits it to those of ``assignee``, or of no one.
        """
        listing = inbox_of_assignee(payer, queue, assignee) if by_assignee else inbox_of(payer, queue)
        page = self.tables.query(self.table, listing, limit=limit, page_cursor=cursor, listing=True)
        if not by_assignee:
            return [from_item(Thread, item) for item in page.items], page.next_cursor
        keys = [(item["pk"], THREAD) for item in page.items]
        found = {item["pk"]: from_item(Thread, item) for item in self.tables.get_many(self.table, keys)}
        return [found[pk] for pk, _ in keys if pk in found], page.next_cursor

    def creation(self, message: ThreadMessage) -> Put:
        """Returns the operation that stores a message, its text encrypted. Raises ``Unavailable``."""
        kept = {name: value for name, value in to_item(message).items() if name != "text"}
        key = message_key(message.thread_id, message.message_id)
        text = sealed(message.thread_id, message.message_id, message.text)
        return Put(self.table, {**as_attributes(key), **kept, "sealedText": text}, otherwise=ThreadChanged())

    def replacement(self, before: Thread, after: Thread) -> list[Operation]:
        """Returns the operations that store a thread; they fail with ``ThreadChanged``."""
        place = _place(after)
        item = {
            **as_attributes(thread_key(after.thread_id)),
            **to_item(after),
            "version": before.version + 1,
            "listPk": inbox_of(after.payer, after.queue),
            "listSk": place,
        }
        listed = {
            **as_attributes(assigned_key(after.thread_id)),
            "threadId": after.thread_id,
            "listPk": inbox_of_assignee(after.payer, after.queue, after.assignee),
            "listSk": place,
        }
        when = "#version = :before" if before.version else "attribute_not_exists(#pk)"
        values = {":before": before.version} if before.version else {}
        stored = Put(self.table, item, when, values, otherwise=ThreadChanged())
        return [stored, Put(self.table, listed, when=None)]


def _message_in(row: Item, thread: Thread) -> ThreadMessage:
    text = opened(thread.thread_id, row["messageId"], row["sealedText"])
    return from_item(ThreadMessage, {**row, "text": text})


def _place(thread: Thread) -> str:
    """Returns where a thread stands in its listing: acute words, what waits longest, what changed last."""
    if thread.waits_since:
        return f"{URGENT if thread.need else WAITING}{instant(thread.waits_since)}#{thread.thread_id}"
    changed = int(thread.changed_at.timestamp() * 1000)
    return f"{ANSWERED}{LATEST - changed:013d}#{thread.thread_id}"
