"""Stores what a payer owes to a clinic, and plays payment files as its finance and the bus do."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from helsebro import ids
from helsebro.ids import ClaimId, ClinicId, InvoiceId, PayableId, PayeeId, PaymentFileId
from helsebro.invoices.received_invoice import ReceivedInvoice, id_for
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payments.payable import Payable
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.runs.paying_account import PayingAccount
from helsebro.payments.runs.run_line import RunLine
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.runs.dynamo_paying_accounts import DynamoPayingAccounts
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, LambdaContext, ask, event, staff
from tests.builders.clinics.payees import DANISH_ACCOUNT, store_payees
from tests.builders.network import SECRET, clinic
from tests.builders.payments.begun_files import DEBTOR

DRAFTS, RELEASES = (
    staff("finance", sub="f-1", email="birthe@example.org"),
    staff("finance", sub="f-2", email="carlo@example.org"),
)
"""Two people of a payer's finance."""
TO_ACCOUNT = PaymentMeans("42", account="0440116243", branch="0040")
FIRST_PAYEE = PayeeId("pye_0")
"""As ``store_payees`` names it."""
STEPS = {
    "payment-file.begun": "move_payment_files",
    "payment-file.withdrawn": "move_payment_files",
    "payment-file.sent": "move_payment_files",
    "payment-file.released": "write_payment_file",
}


@dataclass(frozen=True)
class Owing:
    """A payer that owes something to a clinic; ``payee_id`` is the clinic's account."""

    clinic_id: ClinicId
    payee_id: PayeeId = FIRST_PAYEE
    payer: str = "tryg"

    def owes(self, amount: int | str = 850, due: date | None = None, **changes: Any) -> Payable:
        """Stores an approved payable for an accepted invoice of the clinic, and returns it."""
        invoice_id = self._invoice()
        base = Payable(
            payable_id=PayableId(ids.within("pay", claim_of(self.payer), clock.randomness())),
            payer=self.payer,
            kind="invoice",
            amount=Money.of(amount),
            due_on=due or local_day(clock.now()),
            claim_id=claim_of(self.payer),
            invoice_id=invoice_id,
            clinic_id=self.clinic_id,
            pay_to=TO_ACCOUNT,
            payee_id=self.payee_id,
        )
        owed = replace(base, **changes)
        tables.commit([DynamoPayables().creation(owed)])
        return owed

    def _invoice(self) -> InvoiceId:
        at = clock.now()
        invoice_id = id_for(self.clinic_id, clock.randomness().hex())
        number = clock.randomness().hex()[:8]
        DynamoInvoices().receive(
            ReceivedInvoice(invoice_id, self.clinic_id, "accepted", at, "d", number=number, payer=self.payer),
            Receipt(clock.randomness().hex(), "f", 201, {}),
        )
        return invoice_id


def claim_of(payer: str) -> ClaimId:
    """Returns the id of a claim of the payer, a new one at each call."""
    return ClaimId(ids.mint("clm", payer, clock.randomness()))


def owing(payer: str = "tryg", pays_from: bool = True) -> Owing:
    """Stores a clinic with an account in force, and the account that the payer pays from."""
    registered = clinic()
    DynamoClinics().register(registered, SECRET)
    store_payees(registered.clinic_id, DANISH_ACCOUNT)
    if pays_from:
        set_paying_account(payer)
    return Owing(registered.clinic_id, payer=payer)


def set_paying_account(payer: str = "tryg") -> None:
    """Stores the account that a payer pays from, unless it has one."""
    accounts = DynamoPayingAccounts()
    if accounts.of(payer) is None:
        accounts.set(None, PayingAccount(payer, "DKK", DEBTOR, clock.now(), "staff::platform"))


def begin(by: dict[str, Any] = DRAFTS, key: str = "", **body: Any) -> Answered:
    """Asks for a payment file."""
    return ask(_files(), event("POST", "/v1/payment-files", by=by, body=body, key=key))


def act(
    file_id: str, verb: str, by: dict[str, Any] = RELEASES, version: int | None = None, key: str = ""
) -> Answered:
    """Releases a payment file, or says that it is sent."""
    path = f"/v1/payment-files/{file_id}/{verb}"
    headers = {} if version is None else {"if-match": f'"{version}"'}
    return ask(_files(), event("POST", path, by=by, headers=headers, key=key))


def cancel(file_id: str, by: dict[str, Any] = DRAFTS) -> Answered:
    """Calls off a payment file."""
    return ask(_files(), event("DELETE", f"/v1/payment-files/{file_id}", by=by))


def read(file_id: str, by: dict[str, Any] = DRAFTS) -> Answered:
    """Reads a payment file in full."""
    return ask(_files(), event("GET", f"/v1/payment-files/{file_id}", by=by))


def listed(query: str = "", by: dict[str, Any] = DRAFTS) -> Answered:
    """Lists payment files."""
    return ask(_files(), event("GET", f"/v1/payment-files{query}", by=by))


def content(file_id: str, by: dict[str, Any] = RELEASES) -> Answered:
    """Asks for the file of the bank."""
    return ask(_files(), event("GET", f"/v1/payment-files/{file_id}/content", by=by))


def follow(happened: str, file_id: str, payer: str = "tryg") -> list[Any]:
    """Gives an event of a payment file to its consumer, as the bus does; returns what must come again."""
    body = {"type": happened, "payer": payer, "data": {"fileId": file_id}}
    record = {"messageId": file_id, "eventSource": "aws:sqs", "body": json.dumps(body)}
    answer = _consumer(happened)({"Records": [record]}, LambdaContext())
    return list(answer["batchItemFailures"])


def drafted(by: dict[str, Any] = DRAFTS, **body: Any) -> PaymentFileId:
    """Drafts a payment file to its end, and returns its id."""
    answer = begin(by, **body)
    assert answer.status == 202, answer.body
    assert follow("payment-file.begun", answer.body["fileId"], by["payer"]) == []
    return PaymentFileId(answer.body["fileId"])


def released(**body: Any) -> PaymentFileId:
    """Drafts and releases a payment file, and writes it."""
    file_id = drafted(**body)
    answer = act(file_id, "release", version=read(file_id).body["version"])
    assert answer.status == 200, answer.body
    assert follow("payment-file.released", file_id) == []
    return file_id


def found(payable: Payable) -> Payable:
    """Returns a payable as it is stored now."""
    return DynamoPayables().find(payable.payer, payable.payable_id)


def lines(file_id: PaymentFileId, payer: str = "tryg") -> list[RunLine]:
    """Returns the lines of a run as they are stored."""
    runs = DynamoRuns()
    return runs.lines(runs.find(payer, file_id))


def left_out(opened: list[Payable]) -> Callable[..., Any]:
    """Returns a double of the tasks, which notes what was left out and stores nothing but a note of it."""
    from helsebro.events import Event
    from helsebro_aws.dynamodb.tables import Put

    def note(payable: Payable, line: RunLine, at: datetime) -> tuple[Put, Event]:
        opened.append(payable)
        item = {"pk": f"note#{line.file_id}#{payable.payable_id}", "sk": "NOTE"}
        return Put(tables.settings.cases_table, item), Event("task.opened", at, payable.payer, {})

    return note


def _files() -> Any:
    from functions.payments.payment_files.handler import handler

    return handler


def _consumer(happened: str) -> Any:
    from importlib import import_module

    return import_module(f"functions.payments.{STEPS[happened]}.handler").handler
