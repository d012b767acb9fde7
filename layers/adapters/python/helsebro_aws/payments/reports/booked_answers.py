"""Booked answers: all that a commit stores when a bank has paid a payable, or rejected or returned it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro.payments.ledger import payable_entries
from helsebro.payments.payable import Payable, PayableKind
from helsebro.payments.statements.statement_line import of_bank
from helsebro_aws.dynamodb.operations import Operation
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables, PayableMoved
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.payments.reports.bank_effect import AlsoStored, BankEffect, OpensBankTasks
from helsebro_aws.payments.reports.matched_answer import MatchedAnswer
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns
from helsebro_aws.payments.runs.dynamo_usual_amounts import DynamoUsualAmounts
from helsebro_aws.payments.statements.dynamo_statements import line_operations


@dataclass(frozen=True)
class BookedAnswers:
    """Returns what is stored. ``effects`` are those on what a kind of payable is owed for."""

    effects: Mapping[PayableKind, BankEffect]
    tasks: OpensBankTasks
    on: Tables = tables
    runs: DynamoRuns = field(default_factory=DynamoRuns)
    payables: DynamoPayables = field(default_factory=DynamoPayables)
    usual: DynamoUsualAmounts = field(default_factory=DynamoUsualAmounts)

    def paid(self, found: MatchedAnswer, answer: BankAnswer, at: datetime) -> AlsoStored:
        """Returns what stores that the bank has paid; the commit fails with ``Conflict`` if it was before."""
        before = _in_that_file(found)
        after, line = before.paid(), found.line.paid(answer)
        changes, events = self.effects[before.kind](after, at)
        entries = payable_entries.paid(before, found.run.entry_cause(before.claim_id, at))
        booked: list[Operation] = [
            *self.payables.answered(before, after),
            *self.runs.answering(found.line, line, before.payer),
            *self.usual.paid(after),
            *entry_operations(entries, self.on),
            *line_operations(of_bank(after, line, found.run, at), self.on),
        ]
        return [*booked, *changes], events

    def returned(self, found: MatchedAnswer, answer: BankAnswer, at: datetime) -> AlsoStored:
        """Returns what stores that the payment was rejected or came back, with the task of finance."""
        before = _in_that_file(found)
        after, line = before.returned(), found.line.returned(answer)
        changes, events = self.effects[before.kind](after, at)
        task, opened = self.tasks.of_returned(after, line, at)
        entries = payable_entries.returned(before, found.run.entry_cause(before.claim_id, at))
        booked: list[Operation] = [
            *self.payables.answered(before, after),
            *self.runs.answering(found.line, line, before.payer),
            *entry_operations(entries, self.on),
            *line_operations(of_bank(after, line, found.run, at, was_paid=before.status == "paid"), self.on),
        ]
        return [*booked, *changes, *task], [*events, *opened]

    def heard(self, found: MatchedAnswer, answer: BankAnswer) -> AlsoStored:
        """Returns what stores a booking that changes nothing, so that it is known when it is told again."""
        line = found.line.heard(answer)
        if line == found.line:
            return (), ()
        return self.runs.hearing(found.line, line, found.run.payer), ()


def _in_that_file(found: MatchedAnswer) -> Payable:
    """Returns the payable. Raises ``PayableMoved`` when another file has it by now: it is read again."""
    if found.payable.file_id != found.run.file_id:
        raise PayableMoved()
    return found.payable
