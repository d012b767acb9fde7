"""Usual amounts in the ``money`` table: ``{payer}#paid`` / ``USUAL#{clinicId}`` and ``USUAL#{kind}``.

They are counted in the commit that marks a payable as paid, and only shown: no payment depends on them.
"""

from __future__ import annotations

from helsebro.payments.payable import Payable
from helsebro.payments.runs.usual_amount import UsualAmount
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Operation, Tables, Update, tables
from helsebro_aws.payments.keys import usual_key

NOTHING = UsualAmount()


class DynamoUsualAmounts:
    """What payers have paid so far, by clinic and by kind."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def of(self, payable: Payable) -> tuple[UsualAmount, UsualAmount]:
        """Returns what the payer has paid to the clinic of a payable, and for payables of its kind."""
        names = [payable.kind, *([payable.clinic_id] if payable.clinic_id else [])]
        keys = [usual_key(payable.payer, name) for name in names]
        items = self.tables.get_many(self.tables.settings.money_table, keys)
        found = {item["sk"]: from_item(UsualAmount, item) for item in items}
        of_kind, *of_clinic = [found.get(sk, NOTHING) for _, sk in keys]
        return (of_clinic[0] if of_clinic else NOTHING), of_kind

    def paid(self, payable: Payable) -> list[Operation]:
        """Returns the operations that count a paid payable; they belong to the commit that marks it paid."""
        names = [payable.kind, *([payable.clinic_id] if payable.clinic_id else [])]
        return [
            Update(
                self.tables.settings.money_table,
                *usual_key(payable.payer, name),
                add={"payments": 1, "ore": payable.amount.ore},
                when=None,
                creates=True,
            )
            for name in names
        ]
