"""The leaving out of a payable of a released run: it waits for another file, and the others are paid."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from helsebro.payments.payable import Payable
from helsebro.payments.payouts.reopened_payout import reopened
from helsebro.payments.runs.carried import NOT_HELD
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.runs.run_line import RunLine
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns
from helsebro_aws.payments.runs.left_out import LeftOut


@dataclass(frozen=True)
class RunLeaving:
    """Takes payables out of released runs; ``left_out`` opens the task of one that no file can carry.

    Without ``left_out`` it takes out sessions that were not held, and nothing else.
    """

    left_out: LeftOut | None
    on: Tables = tables
    runs: DynamoRuns = field(default_factory=DynamoRuns)
    payables: DynamoPayables = field(default_factory=DynamoPayables)

    def leave(self, run: PaymentRun, line: RunLine, payable: Payable, why: str, at: datetime) -> None:
        """Gives a payable back, with a task that says why.

        That a session was not held is no question to anyone: whoever pays sessions withdraws it.
        """
        left = line.left_out(why)
        changes: list[Operation] = [*self.payables.giving_back(payable), *self.runs.leaving(left, run.payer)]
        events = reopened(payable, at)
        if why != NOT_HELD:
            assert self.left_out, "what no file can carry is a task"
            task, opened = self.left_out(payable, left, at)
            changes, events = [*changes, task], [opened, *events]
        self.on.commit(changes, events=events)
