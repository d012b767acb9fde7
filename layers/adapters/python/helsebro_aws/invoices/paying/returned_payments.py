"""Returned payments: what finance decides of a payment that the bank rejected, or that came back.

An approval lets it be paid again by the next payment file; a denial writes it off, with a reason.
"""

from __future__ import annotations

from datetime import datetime

from helsebro.errors import BadInput, Fault
from helsebro.events import Event
from helsebro.payments.ledger import payable_entries
from helsebro.payments.ledger.ledger_entry import EntryCause
from helsebro.payments.payable import Payable
from helsebro.payments.payee_register import PayeeNotInForce
from helsebro.payments.payment_ways import moved_to
from helsebro.payments.payouts.reopened_payout import reopened
from helsebro.payments.statements.statement_line import of_write_off
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import PaymentReview
from helsebro.tasks.task import Record, Task
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables, PayableMoved
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.payments.reports.bank_effect import AlsoStored
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns
from helsebro_aws.payments.statements.dynamo_statements import line_operations
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class ReturnedPayments:
    """Decides the tasks ``payment-returned``."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.tasks, self.payables = on, DynamoTasks(on), DynamoPayables(on)
        self.payees, self.runs = DynamoPayees(on), DynamoRuns(on)

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task; the payable is approved again, or written off.

        Raises ``AlreadyDecided``; ``PayeeNotInForce`` to pay a clinic that has no account in force;
        ``BadInput`` for anything but a plain approval, or a denial with a reason.
        """
        faults = _faults(decision)
        if faults:
            raise BadInput(faults)
        assert isinstance(task.subject, PaymentReview)
        after = task.decide(decision)
        payable = self.payables.find(task.payer, task.subject.payable_id)
        changes, events = self._decided(payable, task, decision)
        self.tables.commit(
            [self.tasks.replacement(task, after), *changes],
            events=[news.closed(task, decision.at), *events],
            receipt=record(after),
        )
        return after

    def _decided(self, payable: Payable, task: Task, decision: StaffDecision) -> AlsoStored:
        assert isinstance(task.subject, PaymentReview)
        if payable.status != "returned" or payable.file_id != task.subject.file_id:
            return [], []
        home = self.runs.find(task.payer, task.subject.file_id).home
        cause = EntryCause(task.task_id, payable.claim_id, decision.at, home)
        data = {"payableId": payable.payable_id, "fileId": task.subject.file_id}
        if decision.decision == "deny":
            change = self.payables.replacement(payable, payable.written_off(), PayableMoved())
            entries = payable_entries.written_off(payable, cause)
            happened = "payable.written-off"
            told = of_write_off(payable, task.task_id, decision.at, home)
            known: list[Operation] = [*line_operations(told, self.tables)]
            also: list[Event] = []
        else:
            again, known = self._payable_again(payable, decision.at, home)
            change = self.payables.replacement(payable, again, PayableMoved())
            entries, happened = payable_entries.approved_again(payable, cause), "payable.reopened"
            also = reopened(payable, decision.at)
        stored = [change, *known, *entry_operations(entries, self.tables)]
        return stored, [Event(happened, decision.at, task.payer, data), *also]

    def _payable_again(self, payable: Payable, at: datetime, home: str) -> tuple[Payable, list[Operation]]:
        """Returns a payable that is paid again, and what must hold: to its account, else the clinic's newest.

        Raises ``PayeeNotInForce``. A refund is paid to the account that is stored with it, a session to that
        which the clinic has when it is drafted, an invoice to no account at Stripe.
        """
        if payable.clinic_id is None or payable.kind == "session":
            return payable.approved_again(None, None), []
        register = self.payees.of_clinic(payable.clinic_id)
        at_banks = (payee for payee in register.payees if not payee.account.is_at_stripe)
        in_force = [payee for payee in at_banks if payee.is_in_force(at)]
        same = [payee for payee in in_force if payee.payee_id == payable.payee_id]
        if not in_force or payable.pay_to is None:
            raise PayeeNotInForce()
        payee = (same or in_force)[-1]
        means = payable.pay_to if same else moved_to(payee.account, payable.pay_to, home)
        unchanged = self.payees.unchanged(payable.clinic_id, register, PayeeNotInForce())
        return payable.approved_again(means, payee.payee_id), [unchanged]


def _faults(decision: StaffDecision) -> list[Fault]:
    if decision.decision == "clarify" or decision.grant or decision.approved:
        return [Fault("/decision", "only-approve-or-deny", "")]
    if decision.decision == "deny" and not decision.reason:
        return [Fault("/reason", "missing", "")]
    return []
