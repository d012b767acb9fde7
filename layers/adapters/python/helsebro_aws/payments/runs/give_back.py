"""The cancelling of a drafted run: each of its payables is approved again, in one commit each (promise 4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from helsebro.ids import PaymentFileId
from helsebro.payments.payable import Payable
from helsebro.payments.payouts.reopened_payout import reopened
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.runs.run_line import RunLine
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables, PayableMoved
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns, RunChanged
from helsebro_aws.platform import clock


@dataclass(frozen=True)
class RunCancelling:
    """Cancels payment runs. A payable that is given back may be in another run before this one is over."""

    on: Tables = tables
    runs: DynamoRuns = field(default_factory=DynamoRuns)
    payables: DynamoPayables = field(default_factory=DynamoPayables)
    now: Callable[[], datetime] = clock.now

    def run(self, payer: str, file_id: PaymentFileId) -> PaymentRun:
        """Returns the run once it has no payable any more; a second call changes nothing."""
        return retry_on_conflict(lambda: self._cancel(payer, file_id), (PayableMoved, RunChanged))

    def _cancel(self, payer: str, file_id: PaymentFileId) -> PaymentRun:
        run = self.runs.find(payer, file_id)
        if run.state != "cancelling":
            return run
        lines = [line for line in self.runs.lines(run) if line.is_in_file]
        found = self.payables.of_ids(payer, [line.payable_id for line in lines])
        for line in lines:
            self._give_back(run, line, found[line.payable_id])
        at = self.now()
        after = run.cancelled(at)
        self.runs.end_work(run, after, "payment-file.cancelled", at)
        return after

    def _give_back(self, run: PaymentRun, line: RunLine, payable: Payable) -> None:
        given = self.payables.giving_back(payable) if payable.file_id == run.file_id else []
        events = reopened(payable, self.now()) if given else []
        self.on.commit(
            [*given, self.runs.marking(replace(line, state="cancelled"), run.payer)], events=events
        )
