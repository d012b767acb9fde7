"""The payment of refunds as it is shown: when and how much, and to which account, never in full (F4-31)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from helsebro.caller import Caller
from helsebro.ids import PayableId, PersonId
from helsebro.local_day import local_day
from helsebro.payments.members.member_account import MemberAccount
from helsebro.payments.payable import Payable
from helsebro.refunds.member_payment import TOLD, expected_on
from helsebro.refunds.refund import Refund, payable_id_for
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.members.account_view import confirmed_shown
from helsebro_aws.payments.members.dynamo_member_accounts import DynamoMemberAccounts
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.refunds.payment_answer import PaidToAnswer, RefundPaymentAnswer


class PaymentsShown:
    """Shows the payments of some refunds to a caller; they are read together."""

    def __init__(self, refunds: Iterable[Refund], caller: Caller, on: Tables = tables) -> None:
        self.caller, accounts = caller, DynamoMemberAccounts(on)
        self._current, self._find = cache(accounts.current), accounts.find
        self._payables: dict[PayableId, Payable] = {}
        paid = [refund for refund in refunds if refund.decided_at and refund.approved.amount]
        if paid:
            ids = [payable_id_for(refund.refund_id) for refund in paid]
            self._payables = DynamoPayables(on).of_ids(paid[0].payer, ids)

    def show(self, refund: Refund, shown: Any) -> None:
        """Puts ``payment`` into a refund of which something is paid, and ``paidTo`` for who may see it."""
        payable = self._payables.get(payable_id_for(refund.refund_id))
        if payable:
            shown["payment"] = _payment(payable, refund)
        if self.caller.is_staff or self.caller.person_id == refund.paid_to:
            account = self._account(refund.payer, refund.paid_to, payable)
            if account:
                shown["paidTo"] = self._paid_to(account, refund)

    def _account(self, payer: str, whose: PersonId, payable: Payable | None) -> MemberAccount | None:
        """Returns the account of the payment file that has it, else the one that counts now."""
        drafted = payable.to_member.account_id if payable and payable.to_member else None
        return self._find(payer, whose, drafted) if drafted else self._current(payer, whose)

    def _paid_to(self, account: MemberAccount, refund: Refund) -> PaidToAnswer:
        confirmed = confirmed_shown(account)
        shown: PaidToAnswer = {"masked": confirmed["masked"], "confirmedAt": confirmed["confirmedAt"]}
        if self.caller.is_staff:
            is_own = account.person_id == refund.person_id
            shown["holder"] = "unknown"
            shown["confirmedBy"] = "person" if is_own else "representative"
        return shown


def _payment(payable: Payable, refund: Refund) -> RefundPaymentAnswer:
    shown: RefundPaymentAnswer = {"status": TOLD[payable.status], "amount": to_item(payable.amount)}
    if day := expected_on(payable, local_day(clock.now(), refund.country)):
        shown["expectedOn"] = day.isoformat()
    return shown
