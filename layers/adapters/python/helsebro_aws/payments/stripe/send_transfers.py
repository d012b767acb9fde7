"""The sending of a released run to Stripe: a transfer a payable, each booked in one commit (promise 4).

Killed anywhere and run again it goes on where it stopped. A transfer that was created and not yet booked is
asked for again under the same key, and Stripe answers with the same transfer. Stripe may forget a key after a
day: from then on a transfer is looked for before it is created.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from helsebro.ids import PayableId, PaymentFileId
from helsebro.payments.payable import Payable
from helsebro.payments.runs.carried import NOT_HELD
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.runs.run_line import RunLine
from helsebro.payments.stripe.stripe_transfer import StripeTransfer, transfer_in
from helsebro.payments.stripe.transfer_outcome import (
    TransferMade,
    TransferOutcome,
    TransferPending,
    answer_of,
)
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables, NotOwed, PayableMoved
from helsebro_aws.payments.reports.booked_answers import BookedAnswers
from helsebro_aws.payments.reports.matched_answer import MatchedAnswer
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns, RunChanged
from helsebro_aws.payments.runs.follow import RunFollowing
from helsebro_aws.payments.runs.leave_out import RunLeaving
from helsebro_aws.platform import clock

KEY_IS_KNOWN_FOR = timedelta(hours=20)
"""Stripe keeps a key for 24 hours at least (https://docs.stripe.com/api/idempotent_requests)."""
MOST_ATTEMPTS = 3
MOST_SECONDS = 5
"""So long the function waits before it asks once more; after a longer wait its message comes again."""
LAST_ATTEMPT = 60.0
"""After so many seconds a transfer is not asked for once more: the others of the run have their turn."""


class CreatesTransfers(Protocol):
    """The payer's account at Stripe. Both raise ``TransferPending``, ``StripeKeyRefused``,
    ``TransferDiffers``."""

    def create(self, transfer: StripeTransfer) -> TransferOutcome:
        """Asks for a transfer, and returns what became of it."""

    def find(self, transfer: StripeTransfer) -> TransferMade | None:
        """Returns the transfer if it was created."""


class KnowsSessions(Protocol):
    """The sessions that are paid for, of a context above this one."""

    def is_held(self, payable: Payable) -> bool:
        """Whether the session is held, and paid by this payable."""

    def must_hold(self, payable: Payable) -> Sequence[Operation]:
        """Returns what fails with ``NotOwed`` when it is not."""


@dataclass(frozen=True)
class TransferSending:
    """Sends runs. ``account_of`` returns the payer's account at Stripe, ``wait`` waits some seconds.

    ``sessions`` says whether a session is still held; one that is not leaves its run.
    """

    account_of: Callable[[str], CreatesTransfers]
    booked: BookedAnswers
    wait: Callable[[float], None]
    sessions: KnowsSessions
    on: Tables = tables
    runs: DynamoRuns = field(default_factory=DynamoRuns)
    payables: DynamoPayables = field(default_factory=DynamoPayables)
    following: RunFollowing = field(default_factory=RunFollowing)
    now: Callable[[], datetime] = clock.now

    def run(self, payer: str, file_id: PaymentFileId) -> PaymentRun:
        """Returns the run once Stripe has answered for each payable; a second call changes nothing.

        Raises ``TransferPending`` when one is still to be asked for again, after all others are done, and
        ``StripeKeyRefused`` and ``TransferDiffers`` at once.
        """
        run = retry_on_conflict(
            lambda: self._handed_over(payer, file_id), (PayableMoved, RunChanged, NotOwed)
        )
        if run.way != "stripe" or run.state != "sent":
            return run
        self.following.move(run, "sent")
        stripe, pending = self.account_of(payer), list[TransferPending]()
        for line in self.runs.lines(run):
            if line.is_open:
                try:
                    self._pay(stripe, run, line)
                except TransferPending as later:
                    pending.append(later)
        if pending:
            raise pending[0]
        return retry_on_conflict(lambda: self._settled(payer, file_id), RunChanged)

    def _handed_over(self, payer: str, file_id: PaymentFileId) -> PaymentRun:
        run = self.runs.find(payer, file_id)
        if run.way != "stripe" or run.state != "released":
            return run
        run = self._without_missed(run)
        if run.count:
            self.following.move(run, "released", self.sessions.must_hold)
        else:
            after = run.without_transfers(self.now())
            self.runs.end_work(run, after, "payment-file.cancelled", self.now())
            return after
        after = run.handed_over(self.now())
        # The run waits for this consumer until it is settled, so no event is needed for what follows.
        self.on.commit([self.runs.change(run, after)])
        return after

    def _without_missed(self, run: PaymentRun) -> PaymentRun:
        """Returns the run after the sessions have left it that were missed after all."""
        lines = [line for line in self.runs.lines(run) if line.is_in_file]
        found = self.payables.of_ids(run.payer, [line.payable_id for line in lines])
        missed = [line for line in lines if not self.sessions.is_held(found[line.payable_id])]
        leaving = RunLeaving(None, self.on, self.runs, self.payables)
        for line in missed:
            leaving.leave(run, line, found[line.payable_id], NOT_HELD, self.now())
        return self.runs.find(run.payer, run.file_id) if missed else run

    def _pay(self, stripe: CreatesTransfers, run: PaymentRun, line: RunLine) -> None:
        transfer = transfer_in(run, self.payables.find(run.payer, line.payable_id))
        outcome = self._outcome(stripe, run, transfer)
        retry_on_conflict(
            partial(self._book, run, line.payable_id, transfer, outcome), (PayableMoved, RunChanged)
        )

    def _outcome(
        self, stripe: CreatesTransfers, run: PaymentRun, transfer: StripeTransfer
    ) -> TransferOutcome:
        assert run.sent_at, "it was handed over"
        is_old = self.now() - run.sent_at >= KEY_IS_KNOWN_FOR
        return retry_on_conflict(
            lambda: (stripe.find(transfer) if is_old else None) or stripe.create(transfer),
            TransferPending,
            attempts=MOST_ATTEMPTS,
            pause=self._pause,
            within=LAST_ATTEMPT,
        )

    def _pause(self, attempt: int, later: TransferPending) -> None:
        """Waits as long as Stripe asks. Raises ``later`` when that is too long."""
        seconds = attempt if later.seconds is None else later.seconds
        if seconds > MOST_SECONDS:
            raise later
        self.wait(seconds)

    def _book(
        self, run: PaymentRun, payable_id: PayableId, transfer: StripeTransfer, outcome: TransferOutcome
    ) -> None:
        """Books what became of a transfer, unless Stripe's event has been booked first."""
        line = self.runs.line(run.payer, run.file_id, payable_id)
        if line is None or not line.is_open:
            return
        found = MatchedAnswer(self.payables.find(run.payer, payable_id), line, run)
        answer = answer_of(transfer, outcome, run.home)
        book = self.booked.paid if answer.said == "paid" else self.booked.returned
        changes, events = book(found, answer, self.now())
        self.on.commit(changes, events=events)

    def _settled(self, payer: str, file_id: PaymentFileId) -> PaymentRun:
        run, at = self.runs.find(payer, file_id), self.now()
        if run.state != "sent" or not run.is_answered:
            return run
        after = run.settled(at)
        self.runs.end_work(run, after, "payment-file.settled", at)
        return after
