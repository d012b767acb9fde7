"""What who approves a refund sees of what was paid before, and of bills that others sent (promise 27)."""

from __future__ import annotations

from functools import cache
from typing import Any

from helsebro.benefits.ledger import Ledger
from helsebro.refunds.paid_twice import clashes_in
from helsebro.refunds.refund import Refund
from helsebro.refunds.resembling import doubles_in, resembling
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.refunds.bills.asked_bills import AskedBills
from helsebro_aws.refunds.bills.billed_lines import BilledLines


class ClashesShown:
    """Shows refunds of one person to the staff; the person's ledger is read once."""

    def __init__(self, on: Tables = tables) -> None:
        self.bills, self.lines = AskedBills(on), BilledLines(on)
        benefits = DynamoBenefits(on)
        self._ledger = cache(benefits.ledger)

    def show(self, refund: Refund, shown: Any) -> None:
        """Puts ``clashes`` and ``resembles`` into each treatment that has any, and ``sameBills`` into the
        refund.
        """
        ledger: Ledger = self._ledger(refund.payer, refund.person_id)
        for treatment, clashes in zip(shown["treatments"], clashes_in(refund, ledger), strict=True):
            if clashes:
                treatment["clashes"] = [to_item(clash) for clash in clashes]
        others = self.lines.beside(refund)
        for place, treatment in enumerate(shown["treatments"]):
            alike = [*doubles_in(refund, place), *resembling(refund.treatments[place], others)]
            if alike:
                treatment["resembles"] = [
                    {"refundId": one.refund_id, "treatment": one.place, "sameClinic": one.same_clinic}
                    for one in alike
                ]
        same = [
            {"documentId": document, "refundId": other} for document, other in self.bills.of_others(refund)
        ]
        if same:
            shown["sameBills"] = same
