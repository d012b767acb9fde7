"""Payables in the ``money`` table: ``{payer}#{payableId}``, listed in ``{payer}#payables#{status}``."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.errors import NotFound
from helsebro.ids import PayableId
from helsebro.payments.payable import NotCreditable, Payable, PayableStatus
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Item, Put, Tables, tables
from helsebro_aws.payments.keys import payable_key, payables_with_status


class DynamoPayables:
    """Payables in the ``money`` table, and the operations that other commits contain."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def find(self, payer: str, payable_id: PayableId) -> Payable:
        """Returns the payable. Raises ``NotFound``, also for another payer's."""
        item = self.tables.get(self.tables.settings.money_table, *payable_key(payer, payable_id))
        if item is None:
            raise NotFound()
        return from_item(Payable, item)

    def with_status(
        self, payer: str, status: PayableStatus, limit: int, cursor: str | None
    ) -> tuple[Sequence[Payable], str | None]:
        """Returns one page of a payer's payables, earliest due first, and the cursor of the next page."""
        page = self.tables.query(
            self.tables.settings.money_table,
            payables_with_status(payer, status),
            limit=limit,
            page_cursor=cursor,
            listing=True,
        )
        return [from_item(Payable, item) for item in page.items], page.next_cursor

    def creation(self, payable: Payable) -> Put:
        """Returns the operation that stores a new payable; it fails with ``Conflict`` when the id exists."""
        return Put(self.tables.settings.money_table, _item(payable))

    def replacement(self, before: Payable, after: Payable) -> Put:
        """Returns the operation that replaces ``before`` with ``after``.

        It fails with ``NotCreditable`` when the payable was ordered or credited since.
        """
        return Put(
            self.tables.settings.money_table,
            _item(after),
            when="#status = :status AND #amount = :amount",
            values={":status": before.status, ":amount": before.amount.as_json()},
            otherwise=NotCreditable(),
        )


def _item(payable: Payable) -> Item:
    return {
        **as_attributes(payable_key(payable.payer, payable.payable_id)),
        "listPk": payables_with_status(payable.payer, payable.status),
        "listSk": f"{payable.due_on.isoformat()}#{payable.payable_id}",
        **to_item(payable),
    }
