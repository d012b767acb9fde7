"""Invoice creditors: the clinic that is paid, for the payment file."""

from __future__ import annotations

from helsebro.payments.payable import Payable
from helsebro.payments.runs.carried import Creditor, NotCarried, clinic_account
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.network.dynamo_clinics import DynamoClinics


class InvoiceCreditors:
    """Reads whom accepted invoices are paid to."""

    def __init__(self, on: Tables = tables) -> None:
        self.invoices, self.clinics = DynamoInvoices(on), DynamoClinics(on)

    def of(self, payable: Payable, run: PaymentRun) -> Creditor:
        """Returns the clinic, with the number of its invoice. Raises ``NotCarried``."""
        if payable.clinic_id is None or payable.invoice_id is None:
            raise NotCarried("clinic-missing")
        account = clinic_account(payable, run)
        invoice = self.invoices.find(payable.invoice_id)
        return Creditor(self.clinics.find(payable.clinic_id).name, account, invoice.number or "")
