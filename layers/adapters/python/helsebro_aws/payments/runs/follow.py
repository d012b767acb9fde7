"""The payables of a run follow its file: they are released, and sent, some in a commit (promise 4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal, TypeAlias

from helsebro.ids import PaymentFileId
from helsebro.payments.ledger import payable_entries
from helsebro.payments.ledger.ledger_entry import LedgerEntry
from helsebro.payments.payable import Payable
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.runs.run_line import RunLine
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables, PayableMoved
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns

StillOwed: TypeAlias = "Callable[[Payable], Sequence[Operation]]"
"""Returns what fails with ``NotOwed`` when the payable is owed no more. Bookings belong to a context above
this one, which hands it in."""
AT_ONCE = 24
"""How many payables one commit moves: each is up to four operations of the hundred that it may have."""
BEFORE: dict[str, Literal["drafted", "released"]] = {"released": "drafted", "sent": "released"}
"""The status of payables → the one that they have before it."""


def whatever_came(_: Payable) -> Sequence[Operation]:
    """Returns nothing: what the bank has is followed to its end, whatever came of it."""
    return []


@dataclass(frozen=True)
class RunFollowing:
    """Moves the payables of runs, with their lines. What is moved already, or paid by now, stays as it is."""

    on: Tables = tables
    runs: DynamoRuns = field(default_factory=DynamoRuns)
    payables: DynamoPayables = field(default_factory=DynamoPayables)

    def sent(self, payer: str, file_id: PaymentFileId) -> PaymentRun:
        """Returns a run that was handed to the bank, once its payables are sent."""
        run = self.runs.find(payer, file_id)
        if run.state == "sent":
            self.move(run, "sent")
            self.on.commit([self.runs.no_work(run)])
        return run

    def move(
        self, run: PaymentRun, into: Literal["released", "sent"], still_owed: StillOwed = whatever_came
    ) -> None:
        """Moves every payable of the run that is not further yet; a second call changes nothing.

        Raises ``NotOwed`` when what one is owed for is no longer so, as ``still_owed`` says.
        """
        lines = [line for line in self.runs.lines(run) if line.is_in_file]
        for start in range(0, len(lines), AT_ONCE):
            some = lines[start : start + AT_ONCE]
            retry_on_conflict(partial(self._move, run, some, into, still_owed), PayableMoved)

    def _move(
        self,
        run: PaymentRun,
        lines: Sequence[RunLine],
        into: Literal["released", "sent"],
        still_owed: StillOwed,
    ) -> None:
        found = self.payables.of_ids(run.payer, [line.payable_id for line in lines])
        moves: list[Operation] = []
        for line in lines:
            payable = found[line.payable_id]
            if payable.file_id == run.file_id and payable.status == BEFORE[into]:
                booked = _released(run, payable) if into == "released" else ()
                moves += [
                    *still_owed(payable),
                    self.payables.moving(payable, into),
                    self.runs.marking(replace(line, state=into), run.payer),
                    *entry_operations(booked, self.on),
                ]
        if moves:
            self.on.commit(moves)


def _released(run: PaymentRun, payable: Payable) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a released payable: the money is under way to the bank."""
    assert run.released_at, "a run is released at a time"
    return payable_entries.released(payable, run.entry_cause(payable.claim_id, run.released_at))
