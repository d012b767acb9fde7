"""Matched answer: the payable, line and payment file of the payer that a bank's answer is about.

A file and a payable are looked for under the payer who sent the report, so a row about another payer's finds
nothing and shows nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from helsebro.errors import NotFound
from helsebro.ids import PaymentFileId
from helsebro.local_day import local_day
from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro.payments.bank.bank_report import ReportKind
from helsebro.payments.payable import Payable
from helsebro.payments.reports.named_file import named_file
from helsebro.payments.reports.report_row import RowWhy
from helsebro.payments.reports.rule_on_transfer import is_booked_by
from helsebro.payments.runs.end_to_end import payable_named
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.runs.run_line import RunLine
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns


class NoMatch(Exception):
    """The answer is about nothing of the payer; ``why`` says what was looked for."""

    def __init__(self, why: RowWhy) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class MatchedAnswer:
    """What an answer to a transfer is about."""

    payable: Payable
    line: RunLine
    run: PaymentRun


@dataclass(frozen=True)
class AnswerMatching:
    """Finds what answers are about."""

    runs: DynamoRuns = field(default_factory=DynamoRuns)
    payables: DynamoPayables = field(default_factory=DynamoPayables)

    def run_of(self, payer: str, answer: BankAnswer) -> PaymentRun:
        """Returns the run whose file an answer names. Raises ``NoMatch``."""
        file_id = named_file(answer)
        if file_id is None:
            raise NoMatch("file-unknown")
        try:
            return self.runs.find(payer, file_id)
        except NotFound:
            raise NoMatch("file-unknown") from None

    def of_transfer(self, payer: str, kind: ReportKind, answer: BankAnswer) -> MatchedAnswer:
        """Returns what an answer to one transfer is about. Raises ``NoMatch``.

        A status report names its file; a statement may name the transfer alone. Of several attempts to pay a
        payable it is about the one whose booking it is, whatever it names; else the one whose id it has.
        """
        if kind == "status":
            self.run_of(payer, answer)
        payable = self._payable(payer, answer)
        line = self._line(payable, answer)
        return MatchedAnswer(payable, line, self.runs.find(payer, line.file_id))

    def _payable(self, payer: str, answer: BankAnswer) -> Payable:
        if answer.end_to_end_id is None:
            is_ours = named_file(answer) is not None or answer.said != "other"
            raise NoMatch("reference-unknown" if is_ours else "not-ours")
        try:
            return self.payables.find(payer, payable_named(answer.end_to_end_id, payer))
        except NotFound:
            raise NoMatch("reference-unknown") from None

    def _line(self, payable: Payable, answer: BankAnswer) -> RunLine:
        lines = self._attempts(payable, named_file(answer))
        known = [line for line in lines if is_booked_by(answer, line)]
        if known:
            return known[0]
        own = [line for line in lines if answer.is_about(line.end_to_end_id)]
        named = named_file(answer)
        if named:
            own = [line for line in own if line.file_id == named]
        if not own:
            raise NoMatch("not-in-that-file")
        return own[0] if len(own) == 1 else self._by_day(payable.payer, own, answer)

    def _attempts(self, payable: Payable, named: PaymentFileId | None) -> list[RunLine]:
        """Returns the lines of the payable, the latest first, with that of a named file it is out of."""
        latest_first = [payable.file_id, *reversed(payable.past_files), named]
        files = dict.fromkeys(file_id for file_id in latest_first if file_id)
        found = (self.runs.line(payable.payer, file_id, payable.payable_id) for file_id in files)
        return [line for line in found if line]

    def _by_day(self, payer: str, latest_first: Sequence[RunLine], answer: BankAnswer) -> RunLine:
        """Returns the last line released by the booking day; files of before have one id for all attempts."""
        if answer.booked_on is None:
            return latest_first[0]
        for line in latest_first:
            run = self.runs.find(payer, line.file_id)
            if run.released_at and local_day(run.released_at, run.home) <= answer.booked_on:
                return line
        return latest_first[-1]
