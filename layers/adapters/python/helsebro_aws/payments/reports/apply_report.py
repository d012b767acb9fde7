"""The applying of a bank's report: row by row, each in one commit with all that follows from it (promise 4).

Killed anywhere and run again it goes on where it stopped: a row is stored once, in the commit of its effect,
and a payable, its line and its run change only from what they were. A part of a long report is applied in one
run of the function; the next part has an event of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from helsebro.errors import Conflict
from helsebro.ids import BankReportId, PaymentFileId
from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro.payments.bank.bank_report import BankReport, ReportKind
from helsebro.payments.reports.ordered_answers import counts_for_all, named_by_themselves, ordered_answers
from helsebro.payments.reports.received_report import ReceivedReport
from helsebro.payments.reports.report_row import APPLIED, ReportRow, Ruling, row_of
from helsebro.payments.reports.rule_on_batch import rule_on_batch
from helsebro.payments.reports.rule_on_transfer import out_of_place, rule_by_order, rule_on_transfer
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.runs.run_line import RunLine
from helsebro_aws.dynamodb.retry import ATTEMPTS, retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.reports.bank_effect import AlsoStored, OpensBankTasks
from helsebro_aws.payments.reports.booked_answers import BookedAnswers
from helsebro_aws.payments.reports.dynamo_reports import DynamoReports, ReportFollowed, RowApplied
from helsebro_aws.payments.reports.matched_answer import AnswerMatching, MatchedAnswer, NoMatch
from helsebro_aws.payments.reports.report_files import ReportFiles
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns, RunChanged
from helsebro_aws.platform import clock

MOST_COMMITS = 400
"""About how many commits one run of the function makes; a row about a whole file makes up to 500 more."""
NOTHING: AlsoStored = ((), ())


@dataclass
class _Part:
    """The part of a report that one run applies, and the payment files that its rows have named."""

    report: ReceivedReport
    kind: BankReport
    answers: Sequence[BankAnswer]
    files: set[PaymentFileId] = field(default_factory=set)
    commits: int = 0


@dataclass(frozen=True)
class ReportApplying:
    """Applies bank reports. ``read`` returns what a file of a kind says, ``tasks`` opens those of finance."""

    read: Callable[[ReportKind, bytes], BankReport]
    booked: BookedAnswers
    tasks: OpensBankTasks
    on: Tables = tables
    reports: DynamoReports = field(default_factory=DynamoReports)
    files: ReportFiles = field(default_factory=ReportFiles)
    runs: DynamoRuns = field(default_factory=DynamoRuns)
    matching: AnswerMatching = field(default_factory=AnswerMatching)
    now: Callable[[], datetime] = clock.now
    most_commits: int = MOST_COMMITS
    attempts: int = ATTEMPTS

    def run(self, payer: str, report_id: BankReportId) -> ReceivedReport:
        """Returns the report after a part of it, or all, is applied; a second call changes nothing."""
        report = self.reports.find(payer, report_id)
        if report.state == "applied":
            return report
        said = self.read(report.kind, self.files.content(report))
        part, number = _Part(report, said, ordered_answers(said)), report.done
        while number < report.rows and part.commits < self.most_commits:
            number += 1
            self._apply(part, number)
        for file_id in part.files:
            self._settle(payer, file_id)
        return self._follow(report, number)

    def _follow(self, report: ReceivedReport, done: int) -> ReceivedReport:
        at = self.now()
        try:
            if done < report.rows:
                return self.reports.go_on(report, done, at)
            counted = self.reports.find(report.payer, report.report_id)
            task, opened = self.tasks.of_rows(counted, at) if counted.asking else NOTHING
            return self.reports.end(report, at, task, opened)
        except ReportFollowed:
            return self.reports.find(report.payer, report.report_id)

    def _apply(self, part: _Part, number: int) -> None:
        answer = part.answers[number - 1]
        act = self._transfer if answer.scope == "transfer" else self._batch
        try:
            retry_on_conflict(lambda: act(part, number, answer), Conflict, attempts=self.attempts)
        except NoMatch as nothing:
            row = row_of(part.report.report_id, number, answer, Ruling("unmatched", why=nothing.why))
            self._keep(part, row, NOTHING)

    def _transfer(self, part: _Part, number: int, answer: BankAnswer) -> None:
        done = self.reports.row(part.report, number)
        if done:
            part.files.update([done.file_id] if done.file_id else [])
            return
        payer, at = part.report.payer, self.now()
        found = self.matching.of_transfer(payer, part.kind.kind, answer)
        ruling = rule_on_transfer(answer, found.line, found.run)
        row = row_of(
            part.report.report_id, number, answer, ruling, found.run.file_id, found.payable.payable_id, 1
        )
        if ruling.state in ("applied", "differs"):
            self._is_sent(part, found.run)
        self._keep(part, row, self._stored(found, answer, row, at))

    def _stored(self, found: MatchedAnswer, answer: BankAnswer, row: ReportRow, at: datetime) -> AlsoStored:
        if row.effect == "paid":
            return self.booked.paid(found, answer, at)
        if row.effect == "returned":
            return self.booked.returned(found, answer, at)
        task, opened = (
            self.tasks.of_difference(found.payable, row, at) if row.ruling.needs_a_person else NOTHING
        )
        if not row.ruling.is_about_a_booking:
            return task, opened
        heard, _ = self.booked.heard(found, answer)
        return [*task, *heard], opened

    def _keep(self, part: _Part, row: ReportRow, stored: AlsoStored) -> None:
        """Stores what became of a row with all that follows from it; nothing when another run has done so."""
        changes, events = stored
        part.commits += 1
        try:
            self.on.commit([*self.reports.applying(part.report, row), *changes], events=events)
        except RowApplied:
            return

    def _batch(self, part: _Part, number: int, answer: BankAnswer) -> None:
        """Applies an answer to a whole file: what it is is stored first, then each payment follows."""
        payer = part.report.payer
        run = self.matching.run_of(payer, answer)
        lines = [line for line in self.runs.lines(run) if line.is_in_file]
        alone = named_by_themselves(answer, part.answers)
        covered = [line for line in lines if line.end_to_end_id.lower() not in alone]
        row = self.reports.row(part.report, number)
        if row is None:
            ruling = self._ruling(part, answer, lines, covered, run)
            row = row_of(part.report.report_id, number, answer, ruling, run.file_id, payments=len(covered))
            if ruling.state == "applied":
                self._is_sent(part, run)
            self._keep(part, row, NOTHING)
        if row.state == "applied":
            part.files.add(run.file_id)
        if row.effect != "none":
            for line in covered:
                self._follow_batch(part, answer, line)

    def _ruling(
        self,
        part: _Part,
        answer: BankAnswer,
        lines: Sequence[RunLine],
        covered: Sequence[RunLine],
        run: PaymentRun,
    ) -> Ruling:
        if out_of_place(answer, run) is None and not counts_for_all(answer, part.answers):
            return APPLIED
        return rule_on_batch(answer, lines, covered, run)

    def _follow_batch(self, part: _Part, answer: BankAnswer, line: RunLine) -> None:
        retry_on_conflict(lambda: self._one_of_batch(part, answer, line), Conflict, attempts=self.attempts)

    def _one_of_batch(self, part: _Part, answer: BankAnswer, listed: RunLine) -> None:
        payer = part.report.payer
        line = self.runs.line(payer, listed.file_id, listed.payable_id)
        if line is None or not line.is_with_bank or rule_by_order(answer, line).state != "applied":
            return
        payable = self.matching.payables.find(payer, line.payable_id)
        found = MatchedAnswer(payable, line, self.runs.find(payer, line.file_id))
        book = self.booked.paid if answer.said == "paid" else self.booked.returned
        changes, events = book(found, answer, self.now())
        part.commits += 1
        self.on.commit(changes, events=events)

    def _is_sent(self, part: _Part, run: PaymentRun) -> None:
        """Notes that the bank has the file, when it is the first to say so."""
        part.files.add(run.file_id)
        if run.state == "released" and run.way == "bank":
            retry_on_conflict(lambda: self._send(run.payer, run.file_id), RunChanged)

    def _send(self, payer: str, file_id: PaymentFileId) -> None:
        run, at = self.runs.find(payer, file_id), self.now()
        if run.state == "released":
            self.runs.hand_on(run, run.sent(at), "payment-file.sent", at)

    def _settle(self, payer: str, file_id: PaymentFileId) -> None:
        """Settles a file once each of its payments is answered for."""
        retry_on_conflict(lambda: self._settle_once(payer, file_id), RunChanged)

    def _settle_once(self, payer: str, file_id: PaymentFileId) -> None:
        run, at = self.runs.find(payer, file_id), self.now()
        if run.state == "sent" and run.is_answered:
            self.runs.end_work(run, run.settled(at), "payment-file.settled", at)
