"""Refund creditors: the member who is paid back, with the account, for the payment file only."""

from __future__ import annotations

from helsebro import ids
from helsebro.payments.bank.bank_id import as_bank_id
from helsebro.payments.payable import Payable
from helsebro.payments.runs.carried import Creditor, NotCarried
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.members.dynamo_member_accounts import DynamoMemberAccounts
from helsebro_aws.platform.field_encryption import EncryptionRefused
from helsebro_aws.policies.enrolled.registered_names import NamedPerson, RegisteredNames
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds


class RefundCreditors:
    """Reads whom refunds are paid to. What it returns is written into a payment file, and nowhere else."""

    def __init__(self, on: Tables = tables) -> None:
        self.refunds, self.names = DynamoRefunds(on), RegisteredNames(on)
        self.accounts = DynamoMemberAccounts(on)

    def of(self, payable: Payable, run: PaymentRun) -> Creditor:
        """Returns the member who is paid, at the account that was confirmed when the file was drafted.

        Raises ``NotCarried`` without a name or a readable account, ``Unavailable`` when KMS does not answer
        now.
        """
        if payable.refund_id is None:
            raise NotCarried("refund-missing")
        to = payable.to_member
        if to is None or to.account_id is None:
            raise NotCarried("account-not-confirmed")
        refund = self.refunds.find(payable.refund_id)
        named = self.names.of([NamedPerson(refund.person_id, run.payer)])
        if refund.person_id not in named:
            raise NotCarried("creditor-unnamed")
        try:
            account = self.accounts.number(run.payer, to.person_id, to.account_id)
        except EncryptionRefused:
            raise NotCarried("account-unreadable") from None
        number = as_bank_id(ids.without_payer(refund.refund_id))
        return Creditor(named[refund.person_id], account, number)
