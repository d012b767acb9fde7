"""Payables in the ``money`` table: ``{payer}#{payableId}``, listed in ``{payer}#payables#{status}``.

``{clinicId}`` / ``ORDERED`` counts a clinic's payables that are in payment files and not yet paid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from helsebro.errors import Conflict, HelsebroError, NotFound
from helsebro.ids import ClinicId, PayableId, PayeeId, PaymentFileId
from helsebro.payments.members.member_account import MemberAccount
from helsebro.payments.payable import NotCreditable, Payable, PayableStatus, PaymentRunDrafted
from helsebro.payments.payee_register import PayeeNotInForce
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.operations import Check, Item, Operation, Put, Update
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.keys import ordered_key, payable_key, payables_with_status, payee_key
from helsebro_aws.payments.members.dynamo_member_accounts import DynamoMemberAccounts

IN_FORCE = "#inForceFrom <= :at AND attribute_not_exists(#endedAt) AND attribute_not_exists(#rejectedAt)"


class PayableMoved(Conflict):
    """The payable is no longer as it was read: another run of the same step has moved it."""


class NotOwed(Conflict):
    """What the payable is owed for is no longer so: its session was not held after all."""


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

    def of_ids(self, payer: str, payable_ids: Sequence[PayableId]) -> dict[PayableId, Payable]:
        """Returns those of the payer's payables that exist, by id."""
        keys = [payable_key(payer, each) for each in dict.fromkeys(payable_ids)]
        items = self.tables.get_many(self.tables.settings.money_table, keys)
        found = (from_item(Payable, item) for item in items)
        return {payable.payable_id: payable for payable in found}

    def creation(self, payable: Payable) -> Put:
        """Returns the operation that stores a new payable; it fails with ``Conflict`` when the id exists."""
        return Put(self.tables.settings.money_table, _item(payable))

    def replacement(self, before: Payable, after: Payable, otherwise: HelsebroError | None = None) -> Put:
        """Returns the operation that replaces ``before`` with ``after``.

        It fails with ``NotCreditable``, or ``otherwise``, when the payable was drafted or credited since.
        """
        return Put(
            self.tables.settings.money_table,
            _item(after),
            when="#status = :status AND #amount = :amount",
            values={":status": before.status, ":amount": before.amount.as_json()},
            otherwise=otherwise or NotCreditable(),
        )

    def ordering(
        self,
        payable: Payable,
        at: datetime,
        file_id: PaymentFileId | None = None,
        paid: Payable | None = None,
        account: MemberAccount | None = None,
    ) -> list[Operation]:
        """Returns the operations that put an approved payable into a payment file at a time (promise 28).

        ``paid`` is the payable with the payee of now, where it had none. A clinic's is counted, and its payee
        must be in force at ``at`` when they are committed: they fail with ``PayeeNotInForce``, and with
        ``NotCreditable`` when the payable was drafted or credited since it was read. Raises
        ``PayeeNotInForce`` for a clinic's payable without a payee. A member's goes to the ``account`` that
        the member has confirmed: they fail with ``AccountChanged`` when it is another. As DynamoDB takes one
        operation an item, a commit orders one payable of a clinic. Once the bank has paid, or the file is
        cancelled, the count is lowered (``counted_down``).
        """
        account_id = account.account_id if account else None
        ordered = self.replacement(payable, (paid or payable).drafted_in(file_id, account_id))
        if payable.clinic_id is None:
            return [ordered, *([DynamoMemberAccounts(self.tables).still(account)] if account else [])]
        payee_id = (paid or payable).payee_id
        if payee_id is None:
            raise PayeeNotInForce()
        table, key = self.tables.settings.money_table, ordered_key(payable.clinic_id)
        counted = Update(table, *key, add={"payables": 1}, when=None, creates=True)
        return [ordered, counted, self._in_force(payable.clinic_id, payee_id, at)]

    def _in_force(self, clinic_id: ClinicId, payee_id: PayeeId, at: datetime) -> Check:
        """Returns the operation that fails with ``PayeeNotInForce``; it says what ``Payee.is_in_force`` does.

        What is not approved has no day, and the account of a payee never changes.
        """
        return Check(
            self.tables.settings.money_table,
            *payee_key(clinic_id, payee_id),
            when=IN_FORCE,
            values={":at": instant(at)},
            otherwise=PayeeNotInForce(),
        )

    def giving_back(self, payable: Payable) -> list[Operation]:
        """Returns the operations that take a payable out of its payment file; it is approved again."""
        return [self.replacement(payable, payable.taken_out(), PayableMoved()), *self.counted_down(payable)]

    def answered(self, before: Payable, after: Payable) -> list[Operation]:
        """Returns the operations that store what the bank answered; they fail with ``PayableMoved``.

        The first answer takes the payable out of those that are counted for its clinic.
        """
        change = self.replacement(before, after, PayableMoved())
        return [change, *(self.counted_down(before) if before.status in ("released", "sent") else [])]

    def moving(self, payable: Payable, status: Literal["released", "sent"]) -> Put:
        """Returns the operation that follows the payment file; it fails with ``PayableMoved``."""
        return self.replacement(payable, replace(payable, status=status), PayableMoved())

    def counted_down(self, payable: Payable) -> list[Operation]:
        """Returns the operation that no longer counts a payable for its clinic; none for a refund."""
        if payable.clinic_id is None:
            return []
        table, key = self.tables.settings.money_table, ordered_key(payable.clinic_id)
        return [Update(table, *key, add={"payables": -1}, otherwise=PayableMoved())]

    def none_ordered(self, clinic_id: ClinicId) -> Check:
        """Returns the operation that fails while a payment file has a payable of the clinic.

        It fails with ``PaymentRunDrafted``.
        """
        return Check(
            self.tables.settings.money_table,
            *ordered_key(clinic_id),
            when="attribute_not_exists(#payables) OR #payables = :none",
            values={":none": 0},
            otherwise=PaymentRunDrafted(),
        )


def _item(payable: Payable) -> Item:
    return {
        **as_attributes(payable_key(payable.payer, payable.payable_id)),
        "listPk": payables_with_status(payable.payer, payable.status),
        "listSk": f"{payable.due_on.isoformat()}#{payable.payable_id}",
        **to_item(payable),
    }
