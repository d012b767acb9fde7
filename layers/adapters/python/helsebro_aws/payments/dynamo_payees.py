"""Payees in the ``money`` table, in the partition of their clinic.

``PAYEES`` holds all open ones, so that an invoice is judged with one read and each change is on top of the
last. ``PAYEE#{payeeId}`` is one payee, open or past. Accounts are not encrypted once more: a clinic prints
its account on every invoice, and the table is encrypted at rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from helsebro.errors import Conflict, HelsebroError, NotFound
from helsebro.events import Event
from helsebro.ids import ClinicId, PayeeId
from helsebro.payments.payee import Payee
from helsebro.payments.payee_register import PayeeRegister
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.operations import Check, Operation, Put
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.keys import PAYEES, payee_key, payee_register_key

PayeeChange = Literal["registered", "approved", "rejected", "ended"]
EVENTS: Mapping[PayeeChange, str] = {
    "registered": "payee.registered",
    "approved": "payee.approved",
    "rejected": "payee.ended",
    "ended": "payee.ended",
}
"""What happens to a payee → the event."""


class RegisterChanged(Conflict):
    """The clinic's payees have changed since they were read."""


class DynamoPayees:
    """The payees of clinics in the ``money`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.money_table

    def of_clinic(self, clinic_id: ClinicId) -> PayeeRegister:
        """Returns the clinic's open payees; an empty register when it has never had one."""
        item = self.tables.get(self.table, *payee_register_key(clinic_id))
        return from_item(PayeeRegister, item) if item else PayeeRegister()

    def find(self, clinic_id: ClinicId, payee_id: PayeeId) -> Payee:
        """Returns a payee of the clinic, open or past. Raises ``NotFound``."""
        item = self.tables.get(self.table, *payee_key(clinic_id, payee_id))
        if item is None:
            raise NotFound()
        return from_item(Payee, item)

    def page(self, clinic_id: ClinicId, limit: int, cursor: str | None) -> tuple[Sequence[Payee], str | None]:
        """Returns one page of the clinic's payees, the latest first, and the cursor of the next page."""
        page = self.tables.query(
            self.table, clinic_id, begins=PAYEES, limit=limit, page_cursor=cursor, newest_first=True
        )
        return [from_item(Payee, item) for item in page.items], page.next_cursor

    def change(
        self,
        before: PayeeRegister,
        after: PayeeRegister,
        payee: Payee,
        change: PayeeChange,
        *,
        at: datetime,
        also: Sequence[Operation] = (),
        receipt: Receipt | None = None,
    ) -> None:
        """Stores a changed payee with the register, its event, and ``also``.

        Raises ``RegisterChanged``, and the error of the first operation of ``also`` that fails.
        """
        stored = [*also, *self.storing(before, after, payee)]
        self.tables.commit(stored, events=[_event(payee, change, at)], receipt=receipt)

    def storing(self, before: PayeeRegister, after: PayeeRegister, payee: Payee) -> list[Operation]:
        """Returns the operations that store a changed payee with the register; ``RegisterChanged``."""
        clinic_id = payee.clinic_id
        return [
            self.replacing(clinic_id, before, after),
            Put(
                self.table,
                {**as_attributes(payee_key(clinic_id, payee.payee_id)), **to_item(payee)},
                when=None,
            ),
        ]

    def replacing(self, clinic_id: ClinicId, before: PayeeRegister, after: PayeeRegister) -> Put:
        """Returns the operation that stores a changed register; it fails with ``RegisterChanged``."""
        return Put(
            self.table,
            {**as_attributes(payee_register_key(clinic_id)), **to_item(after)},
            *_as_it_was(before),
            otherwise=RegisterChanged(),
        )

    def unchanged(self, clinic_id: ClinicId, register: PayeeRegister, otherwise: HelsebroError) -> Check:
        """Returns the operation that fails unless the clinic's payees are still those of the register."""
        return Check(self.table, *payee_register_key(clinic_id), *_as_it_was(register), otherwise=otherwise)


def _as_it_was(register: PayeeRegister) -> tuple[str, Mapping[str, object]]:
    """Returns the condition that the register is stored as it was read, and its values."""
    if not register.version:
        return "attribute_not_exists(#pk)", {}
    return "#version = :before", {":before": register.version}


def _event(payee: Payee, change: PayeeChange, at: datetime) -> Event:
    """Returns the event of a change; it names ids, and no number of an account."""
    data = {"clinicId": payee.clinic_id, "payeeId": payee.payee_id, "change": change}
    if change == "registered":
        data["by"] = "network" if payee.is_by_network else "signatory"
    if change == "approved" and payee.in_force_from:
        data["inForceFrom"] = instant(payee.in_force_from)
    return Event(EVENTS[change], at, "", data, payee.clinic_id)
