"""The drafting of a payment run: it takes approved payables one by one, each in one commit (promise 4).

One payable a commit: what stops one of them (an account that has ended, an invoice credited meanwhile) stops
no other, and two payables of one clinic would change the clinic's count twice in one commit. Killed anywhere
and run again it goes on where it stopped: a payable joins at most one run, on the condition that it is still
approved. The listing only proposes; the commit decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from helsebro.errors import Conflict
from helsebro.ids import PaymentFileId
from helsebro.payments.members.member_account import AccountChanged, MemberAccount
from helsebro.payments.payable import Payable
from helsebro.payments.payee import Payee
from helsebro.payments.payee_register import PayeeMissing, PayeeNotChosen, PayeeNotInForce, PayeeRegister
from helsebro.payments.payment_ways import means_to
from helsebro.payments.runs.carried import NotCarried
from helsebro.payments.runs.payment_oddity import counted, oddities_of, with_twins
from helsebro.payments.runs.payment_run import MOST_PAYABLES, PaymentRun, RunWay
from helsebro.payments.runs.run_line import line_of
from helsebro.payments.stripe.stripe_transfer import must_go_out
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables, PayableMoved
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.payments.members.dynamo_member_accounts import DynamoMemberAccounts
from helsebro_aws.payments.reports.bank_effect import AlsoStored
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns, RunChanged, RunFull
from helsebro_aws.payments.runs.dynamo_usual_amounts import DynamoUsualAmounts
from helsebro_aws.payments.runs.follow import StillOwed
from helsebro_aws.payments.runs.left_out import LeftOut, LookedAt
from helsebro_aws.platform import clock

EndsTasks: TypeAlias = "Callable[[Payable, datetime], AlsoStored]"
"""Returns what closes the tasks that ask why a payable is in no file."""
PAGE = 100
MOST_PAGES = 50
"""The most pages of approved payables that one drafting reads."""


@dataclass(frozen=True)
class RunDrafting:
    """Drafts payment runs; ``left_out`` opens the task of a payable that no file can carry.

    ``still_owed`` returns what must hold of a payable that is a session's, ``over`` what closes the tasks
    about one that is now in a file."""

    left_out: LeftOut
    still_owed: StillOwed
    over: EndsTasks = lambda _payable, _at: ((), ())
    on: Tables = tables
    runs: DynamoRuns = field(default_factory=DynamoRuns)
    payables: DynamoPayables = field(default_factory=DynamoPayables)
    payees: DynamoPayees = field(default_factory=DynamoPayees)
    accounts: DynamoMemberAccounts = field(default_factory=DynamoMemberAccounts)
    usual: DynamoUsualAmounts = field(default_factory=DynamoUsualAmounts)
    now: Callable[[], datetime] = clock.now

    def run(self, payer: str, file_id: PaymentFileId) -> PaymentRun:
        """Returns the run once it is drafted; a second call changes nothing. Raises ``NotFound``."""
        run = self.runs.find(payer, file_id)
        if run.state != "drafting":
            return run
        known = {line.payable_id for line in self.runs.lines(run)}
        for payable in self._proposed(run):
            if len(known) >= MOST_PAYABLES:
                break
            if payable.payable_id not in known and _may_join(payable, run):
                self._take(run, payable)
                known.add(payable.payable_id)
        return retry_on_conflict(lambda: self._finish(payer, file_id), RunChanged)

    def _proposed(self, run: PaymentRun) -> Iterator[Payable]:
        """Yields the payables that the run asks for, those that are due first before the others."""
        if run.payable_ids is not None:
            found = self.payables.of_ids(run.payer, run.payable_ids)
            yield from (
                found[each] for each in run.payable_ids if each in found and _is_due(found[each], run)
            )
            return
        cursor = None
        for _ in range(MOST_PAGES):
            page, cursor = self.payables.with_status(run.payer, "approved", PAGE, cursor)
            for payable in page:
                if not _is_due(payable, run):
                    return
                yield payable
            if cursor is None:
                return

    def _take(self, run: PaymentRun, payable: Payable) -> None:
        """Lets a payable join the run, or leaves it out with a task; another may have taken it meanwhile."""
        try:
            retry_on_conflict(lambda: self._join(run, payable), (AccountChanged, LookedAt))
        except NotCarried as fault:
            self._leave_out(run, payable, fault.why)
        except (PayeeNotInForce, PayeeMissing, PayeeNotChosen) as fault:
            # A run to Stripe leaves it to that of the bank: one task says that the account is missing.
            if run.way == "bank":
                self._leave_out(run, payable, fault.code)
        except RunFull:
            return
        except Conflict:
            # It is credited, or in another run, or this one has it already: nothing is left to do.
            return

    def _join(self, run: PaymentRun, payable: Payable) -> None:
        if payable.status != "approved":
            return
        register = self.payees.of_clinic(payable.clinic_id) if payable.clinic_id else None
        payee, account = self._payee(payable, register) if register else None, self._account(payable)
        if _way_of(payee) != run.way:
            # It waits for a run of its own way.
            return
        paid = _paid_to(payable, payee, run)
        must_go_out(paid, run)
        counts_from, masked = _shown_of(payee, account)
        of_clinic, of_kind = self.usual.of(payable)
        odd = oddities_of(paid, counts_from, of_clinic, of_kind, self.now())
        line = line_of(paid, run.file_id, odd, masked)
        joined = self.payables.ordering(payable, self.now(), run.file_id, paid, account)
        unchanged = self._as_chosen(payable, register) if register else []
        over, closed = self.over(payable, self.now())
        held = [*unchanged, *self.still_owed(payable)]
        self.on.commit([*held, *joined, *self.runs.joining(line, run.payer), *over], events=closed)

    def _as_chosen(self, payable: Payable, register: PayeeRegister) -> list[Operation]:
        """Returns the operation that fails with ``PayableMoved`` when the clinic's accounts have changed.

        That an account is in force is checked for every payable. A session's the run itself chose: it must be
        the clinic's choice at this very moment (promise 28). The next file chooses again.
        """
        if payable.kind != "session" or payable.clinic_id is None:
            return []
        return [self.payees.unchanged(payable.clinic_id, register, PayableMoved())]

    def _payee(self, payable: Payable, register: PayeeRegister) -> Payee:
        """Returns the clinic's account that a payable is paid to.

        Raises ``PayeeNotInForce``, ``PayeeMissing`` and ``PayeeNotChosen``.
        """
        if payable.kind == "session":
            return register.without_invoice(self.now())
        known = register.payees
        payee = next((each for each in known if each.payee_id == payable.payee_id), None)
        if payee is None or not payee.is_in_force(self.now()):
            raise PayeeNotInForce()
        return payee

    def _account(self, payable: Payable) -> MemberAccount | None:
        """Returns the account that a member has confirmed by now. Raises ``NotCarried`` without one."""
        if payable.kind != "refund":
            return None
        to = payable.to_member
        account = self.accounts.current(payable.payer, to.person_id) if to else None
        if account is None:
            raise NotCarried("account-not-confirmed")
        return account

    def _leave_out(self, run: PaymentRun, payable: Payable, why: str) -> None:
        """Notes that a payable waits for a person; it stays approved, and the run goes on without it."""
        line = line_of(payable, run.file_id, (), None).left_out(why)
        task, opened = self.left_out(payable, line, self.now())
        with suppress(Conflict):
            self.on.commit([self.runs.noting(line, run.payer), task], events=[opened])

    def _finish(self, payer: str, file_id: PaymentFileId) -> PaymentRun:
        run = self.runs.find(payer, file_id)
        if run.state != "drafting":
            return run
        lines = [line for line in self.runs.lines(run) if line.is_in_file]
        marked = with_twins(lines)
        self.runs.mark([after for before, after in zip(lines, marked, strict=True) if before != after], payer)
        at = self.now()
        after = run.drafted(counted(marked), at)
        self.runs.end_work(run, after, f"payment-file.{after.state}", at)
        return after


def _paid_to(payable: Payable, payee: Payee | None, run: PaymentRun) -> Payable:
    """Returns the payable with its account: a session's is the payee that the clinic has now."""
    if payable.kind != "session" or payee is None:
        return payable
    return payable.paid_to(payee.payee_id, means_to(payee.account, run.home))


def _way_of(payee: Payee | None) -> RunWay:
    return "stripe" if payee and payee.account.is_at_stripe else "bank"


def _may_join(payable: Payable, run: PaymentRun) -> bool:
    """Whether a run may take it. Only what no invoice asks for is paid to an account at Stripe."""
    is_of_way = run.way == "bank" or payable.kind == "session"
    return is_of_way and payable.amount.currency == run.currency


def _is_due(payable: Payable, run: PaymentRun) -> bool:
    return run.due_before is None or payable.due_on < run.due_before


def _shown_of(payee: Payee | None, account: MemberAccount | None) -> tuple[datetime | None, str | None]:
    """Returns from when the account of a clinic or a member counts as new, and its last digits."""
    if account:
        return account.changed_at, account.masked
    return (payee.in_force_from, payee.account.masked) if payee else (None, None)
