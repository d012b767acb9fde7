"""The writing of a released run's file: stored first, then its payables are released, then it is ready.

Killed between any two steps and run again it has the same outcome: until the file is ready no one gets a link
to it. The account and the name of a member are read here and nowhere else, and stand in the file alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from helsebro.ids import PaymentFileId
from helsebro.local_day import local_day
from helsebro.payments.bank.bank_id import as_bank_id
from helsebro.payments.bank.transfer import CreditTransfer
from helsebro.payments.bank.transfer_file import TransferFile
from helsebro.payments.payable import Payable
from helsebro.payments.runs.carried import Creditor, NotCarried, transfer_of
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables, NotOwed, PayableMoved
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns, RunChanged
from helsebro_aws.payments.runs.follow import RunFollowing, StillOwed
from helsebro_aws.payments.runs.leave_out import RunLeaving
from helsebro_aws.payments.runs.left_out import LeftOut
from helsebro_aws.payments.runs.payment_files import PaymentFiles
from helsebro_aws.platform import clock


@dataclass(frozen=True)
class FileWriting:
    """Writes payment files.

    ``creditor_of`` returns whom a payable of the run is paid to, or raises ``NotCarried``; ``write``
    returns the file as the bank takes it; ``left_out`` opens the task of a payable that no file can carry;
    ``still_owed`` returns what must hold of one when it is released.
    """

    creditor_of: Callable[[Payable, PaymentRun], Creditor]
    left_out: LeftOut
    write: Callable[[TransferFile], bytes]
    still_owed: StillOwed
    on: Tables = tables
    runs: DynamoRuns = field(default_factory=DynamoRuns)
    payables: DynamoPayables = field(default_factory=DynamoPayables)
    following: RunFollowing = field(default_factory=RunFollowing)
    files: PaymentFiles = field(default_factory=PaymentFiles)
    now: Callable[[], datetime] = clock.now

    def run(self, payer: str, file_id: PaymentFileId) -> PaymentRun:
        """Returns the run once its file is ready; a second call changes nothing. Raises ``NotFound``."""
        return retry_on_conflict(lambda: self._write(payer, file_id), (PayableMoved, RunChanged, NotOwed))

    def _write(self, payer: str, file_id: PaymentFileId) -> PaymentRun:
        before = self.runs.find(payer, file_id)
        if before.way != "bank" or before.state != "released" or before.written_at:
            return before
        transfers = self._transfers(before)
        # Without those that were left out, which it no longer counts.
        run, at = self.runs.find(payer, file_id), self.now()
        if not transfers:
            after = run.without_transfers(at)
            self.runs.end_work(run, after, "payment-file.cancelled", at)
            return after
        digest = self.files.store(run, self.write(_file(run, transfers)))
        self.following.move(run, "released", self.still_owed)
        after = run.written(digest, at)
        self.runs.end_work(run, after, "payment-file.written", at)
        return after

    def _transfers(self, run: PaymentRun) -> list[CreditTransfer]:
        lines = [line for line in self.runs.lines(run) if line.is_in_file]
        found = self.payables.of_ids(run.payer, [line.payable_id for line in lines])
        transfers, leaving = [], RunLeaving(self.left_out, self.on, self.runs, self.payables)
        for line in lines:
            payable = found[line.payable_id]
            try:
                transfers.append(
                    transfer_of(payable, self.creditor_of(payable, run), run, line.end_to_end_id)
                )
            except NotCarried as fault:
                leaving.leave(run, line, payable, fault.why, self.now())
        return transfers


def _file(run: PaymentRun, transfers: list[CreditTransfer]) -> TransferFile:
    released = run.released_at
    assert released, "a file is written of a released run only"
    return TransferFile(
        message_id=as_bank_id(run.file_id),
        created_at=released,
        requested_on=local_day(released, run.home),
        debtor=run.debtor,
        currency=run.currency,
        transfers=tuple(transfers),
    )
