"""DynamoDB behind one thin module: read, query, and one transactional commit.

Every change is ONE ``commit``: DynamoDB stores its operations, the outbox row of each event and the answer
under the caller's idempotency key, or none of them (promises 4, 5, 6). What must be unique or counted is a
condition on the item; each operation names the error to raise when its condition fails.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from helsebro import ids
from helsebro.errors import BadInput, Fault, NotFound
from helsebro_aws.dynamodb.keys import LAST, Key, as_attributes, event_key, receipt_key
from helsebro_aws.dynamodb.operations import Check, Delete, Item, Operation, Put, Update, calls_of
from helsebro_aws.dynamodb.refusals import AlreadyAnswered, Busy, PartitionTooLarge, must_have_passed
from helsebro_aws.platform import clock
from helsebro_aws.platform.rust_core import core, limits
from helsebro_aws.platform.settings import Settings, settings

if TYPE_CHECKING:
    from helsebro.events import Event
    from helsebro.receipt import Receipt

FEED_DAYS = 30
RECEIPT_HOURS = 24
ATTEMPTS = 4
"""How often one transaction is sent while other writers change the same items."""
MOST_ITEMS = 100_000
"""The most items that ``query_all`` reads: no partition should come near it."""


@dataclass(frozen=True)
class Page:
    """One page of a query, and the cursor of the next page (None at the end)."""

    items: list[Item]
    next_cursor: str | None


class Tables:
    """All tables of the running function, through one client that is made on first use."""

    def __init__(self, to: Settings = settings) -> None:
        self.settings = to

    @cached_property
    def client(self) -> Any:
        """The Rust client; the SDK inside it retries a lost reply with the same request token."""
        return core.DynamoDBClient(
            region=self.settings.region, endpoint_url=self.settings.endpoint_url, **limits(self.settings)
        )

    def call(self, name: str, *given: Any, **named: Any) -> Any:
        """Calls the client: every call to DynamoDB comes through here.

        Raises ``Unavailable`` for a fault that passes (``core_faults``), and any other as the core does.
        """
        try:
            return getattr(self.client, name)(*given, **named)
        except core.PydynoxException as fault:
            # Here, so that a call without a fault loads no code of faults.
            from helsebro_aws.platform import core_faults

            if core_faults.passes(fault):
                raise core_faults.unavailable(fault, "unavailable") from None
            raise

    def get(
        self, table: str, pk: str, sk: str, *, consistent: bool = True, only: Sequence[str] = ()
    ) -> Item | None:
        """Returns one item, or None; with ``only`` no other attributes of it than these."""
        names = {f"#{name}": name for name in only}
        shown = (", ".join(names), names) if names else ()
        item, _ = self.call("sync_get_item", table, {"pk": pk, "sk": sk}, consistent, *shown)
        return item if item is None else dict(item)

    def get_many(self, table: str, keys: Sequence[Key]) -> list[Item]:
        """Returns the items that exist, in any order; no two keys may be equal.

        The client reads batches of 100 keys, and reads again the keys that DynamoDB left unprocessed, five
        times in about 3 s. Raises ``Unavailable`` when some stay unprocessed, and never leaves any out.
        """
        if not keys:
            return []
        wanted = [{"pk": pk, "sk": sk} for pk, sk in keys]
        return [dict(item) for item in self.call("sync_batch_get", table, wanted, True)]

    def get_each(self, table: str, *keys: Key) -> list[Item]:
        """Returns the item of each key, in the order of the keys. Raises ``NotFound`` when one is missing."""
        found = {(item["pk"], item["sk"]): item for item in self.get_many(table, keys)}
        if len(found) != len(keys):
            raise NotFound()
        return [found[key] for key in keys]

    def query(
        self,
        table: str,
        pk: str,
        *,
        begins: str = "",
        after: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        page_cursor: str | None = None,
        listing: bool = False,
        newest_first: bool = False,
    ) -> Page:
        """Returns one page of a partition: the sort key begins with ``begins`` or is in ``after``…``until``.

        ``listing`` reads the index instead of the table. Raises ``BadInput`` for a cursor of another list.
        """
        pk_name, sk_name = ("listPk", "listSk") if listing else ("pk", "sk")
        values: Item = {":pk": pk}
        expression = f"{pk_name} = :pk"
        if after is not None or until is not None:
            expression += f" AND {sk_name} BETWEEN :after AND :until"
            values |= {":after": after or " ", ":until": until or LAST}
        elif begins:
            expression += f" AND begins_with({sk_name}, :begins)"
            values[":begins"] = begins
        start = _start(page_cursor, pk_name, pk) if page_cursor else None
        try:
            items, last, _ = self.call(
                "sync_query_page",
                table,
                expression,
                expression_attribute_values=values,
                limit=limit,
                exclusive_start_key=start,
                scan_index_forward=not newest_first,
                index_name="listing" if listing else None,
                consistent_read=not listing,
            )
        except core.ValidationException:
            if start is None:
                raise
            raise BadInput([Fault("/cursor", "unknown-cursor", "")], malformed=True) from None
        return Page([dict(item) for item in items], _cursor(last, pk_name) if last else None)

    def query_all(
        self,
        table: str,
        pk: str,
        *,
        begins: str = "",
        after: str | None = None,
        until: str | None = None,
        listing: bool = False,
        newest_first: bool = False,
        page_size: int | None = None,
    ) -> Iterator[Item]:
        """Yields every item that ``query`` finds, on all pages; reads a page only when the caller needs it.

        ``page_size`` is for callers that stop early; without it DynamoDB fills each page with 1 MB.
        Raises ``PartitionTooLarge`` instead of leaving items out.
        """
        count, page = 0, None
        while page is None or page.next_cursor:
            page = self.query(
                table,
                pk,
                begins=begins,
                after=after,
                until=until,
                limit=page_size,
                page_cursor=page.next_cursor if page else None,
                listing=listing,
                newest_first=newest_first,
            )
            count += len(page.items)
            if count > MOST_ITEMS:
                raise PartitionTooLarge(table)
            yield from page.items

    def commit(
        self, operations: Sequence[Operation], *, events: Sequence[Event] = (), receipt: Receipt | None = None
    ) -> None:
        """Stores everything or nothing, in one round trip.

        Raises the ``otherwise`` of the first operation whose condition failed, ``AlreadyAnswered`` when the
        receipt's key was used before, ``Busy`` when other writers kept the items busy. Only then it sends the
        transaction again: after a failed condition the caller has to read first. After ``Unavailable`` it
        may be stored: the same request under its key is safe. Raises ``TransactionTooLarge``, a bug.
        """
        receipts = self._receipt_rows(receipt, clock.real_now()) if receipt else []
        notes = [dict(note) for note in receipt.notes] if receipt and operations else []
        added = [*(Put(self.settings.cases_table, note) for note in notes), *map(self._outbox_row, events)]
        changes: list[Operation] = [*operations, *added]
        calls = calls_of([*changes, *receipts])
        # Here, so that a read loads no code of writes.
        from helsebro_aws.dynamodb.retry import retry_on_conflict

        retry_on_conflict(partial(self._write, calls, changes), Busy, attempts=ATTEMPTS)

    def _write(self, calls: list[Item], changes: Sequence[Operation]) -> None:
        """Sends one transaction; the calls after those of the ``changes`` belong to the receipt."""
        reasons = self._transact(calls)
        of_receipt = reasons[len(changes) :]
        if "ConditionalCheckFailed" in of_receipt:
            raise AlreadyAnswered
        for operation, reason in zip(changes, reasons, strict=False):
            if reason == "ConditionalCheckFailed":
                raise operation.otherwise
        must_have_passed(reasons, of_receipt)

    def _transact(self, calls: list[Item]) -> list[str]:
        """Why DynamoDB refused each of the calls; nothing when it took them."""
        try:
            self.call("sync_transact_write", calls)
        except core.TransactionCanceledException as cancelled:
            return _reasons(str(cancelled), len(calls))
        return []

    def _outbox_row(self, event: Event) -> Put:
        event_id = event.event_id or new_event_id()
        row: Item = {
            **as_attributes(event_key(event_id)),
            "type": event.type,
            "at": event.at.isoformat(),
            "payer": event.payer,
            "data": dict(event.data),
            "expiresAt": int((event.at + timedelta(days=FEED_DAYS)).timestamp()),
        }
        if event.clinic_id:
            row["clinicId"] = event.clinic_id
        return Put(self.settings.outbox_table, row)

    def _receipt_rows(self, receipt: Receipt, at: datetime) -> list[Put]:
        row: Item = {
            "fingerprint": receipt.fingerprint,
            "status": receipt.status,
            "body": json.dumps(receipt.body),
            "expiresAt": int((at + timedelta(hours=RECEIPT_HOURS)).timestamp()),
        }
        # DynamoDB may remove an expired item only days later.
        when, values = "attribute_not_exists(#pk) OR #expiresAt < :now", {":now": int(at.timestamp())}
        records = [receipt.record, receipt.message] if receipt.message else [receipt.record]
        table = self.settings.idempotency_table
        return [Put(table, {**as_attributes(receipt_key(record)), **row}, when, values) for record in records]

    def answered(self, record: str) -> Item | None:
        """Returns the first answer under an idempotency key until the key expires; then None."""
        row = self.get(self.settings.idempotency_table, *receipt_key(record))
        return row if row and row["expiresAt"] >= clock.real_now().timestamp() else None


def new_event_id() -> str:
    """Returns an event id that sorts after those of earlier events."""
    return ids.in_time_order("evt", clock.now(), clock.randomness())


def _start(page_cursor: str, partition: str, value: str) -> Item:
    """Where the page of a cursor begins. Most lists are one page: they load no code of cursors."""
    from helsebro_aws.dynamodb import cursor

    return cursor.read(page_cursor, partition, value)


def _cursor(last: Item, partition: str) -> str:
    """The cursor of the page that follows an item."""
    from helsebro_aws.dynamodb import cursor

    return cursor.write(last, partition)


def _reasons(message: str, count: int) -> list[str]:
    listed = re.search(r"\[([\w, ]+)\]", message)
    reasons = [reason.strip() for reason in listed.group(1).split(",")] if listed else []
    return reasons if len(reasons) == count else ["Unknown"] * count


tables = Tables()
"""The running function's tables."""

__all__ = [
    "AlreadyAnswered",
    "Busy",
    "Check",
    "Delete",
    "Item",
    "Operation",
    "Page",
    "PartitionTooLarge",
    "Put",
    "Tables",
    "Update",
    "new_event_id",
    "tables",
]
