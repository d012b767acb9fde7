"""Task (opgave): what a staff member has to decide, with the engine's proposal (F1-18, F1-21)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from helsebro import ids
from helsebro.coverage.answer import Answer
from helsebro.errors import Conflict, NotFound
from helsebro.ids import ClaimId, TaskId
from helsebro.tasks.declined_match import DeclinedMatch
from helsebro.tasks.doubts.finance_doubt import InvoiceDoubt, PaymentDoubt
from helsebro.tasks.doubts.register_doubt import RegisterDoubt
from helsebro.tasks.missed_deadline import MissedDeadline
from helsebro.tasks.practitioner_left import PractitionerLeft
from helsebro.tasks.price_change import PriceChange
from helsebro.tasks.proposal import Proposal
from helsebro.tasks.referred_on import ReferredOn
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import CaseSubject, ClaimReview, OutsideCases, Subject, payer_of

if TYPE_CHECKING:
    from helsebro.receipt import Receipt

TaskReason = Literal[
    "workflow-failed",
    "notification-undeliverable",
    "deadline-missed",
    "reconsidered",
    "referred-on",
    "facts-changed",
    "signatory-differs",
    "practitioner-left",
    "match-declined",
    "authorisation-unverified",
    "calendar-unreadable",
    "guardian-unconfirmed",
    "enrolment-denied",
    "invoice-in-review",
    "payment-left-out",
    "payment-returned",
    "payment-differs",
    "bank-rows-unmatched",
    "money-differs",
    "payout-not-covered",
    "payout-paid-before",
    "payout-without-account",
    "payout-not-held",
    "words-acute",
    "words-crisis",
    "paper-arrived",
]
FOLLOW_UPS: frozenset[TaskReason] = frozenset(get_args(TaskReason)) - {"workflow-failed", "reconsidered"}
"""The reasons of tasks without a workflow."""
ABOUT_MONEY: frozenset[TaskReason] = frozenset(
    {"payment-differs", "bank-rows-unmatched", "payout-not-held", "money-differs"}
)
"""The follow-ups that nobody closes without saying what became of the money."""
TaskStatus = Literal["open", "decided"]
Queue = Literal[
    "claims",
    "refunds",
    "extensions",
    "complaints",
    "onboarding",
    "invoices",
    "payments",
    "network",
    "underwriting",
]


PAYING: frozenset[Queue] = frozenset({"refunds", "invoices"})
"""The queues whose approvals pay."""
RETRY = 1
"""A task's only review: the retry of what was decided."""


class AlreadyDecided(Conflict):
    """The task is already decided; only the first decision counts."""

    code = "already-decided"


class ProposalOutdated(Conflict):
    """A fact of the claim or the cover has changed since the proposal was made; a new proposal comes."""

    code = "proposal-outdated"


@dataclass(frozen=True)
class Task:
    """``due_at`` is when it should be decided. The token that resumes its workflow is stored with it, but is
    not part of it.

    ``round`` is the round of the claim that the proposal on a claim was made for, ``claim_version`` the
    version of the claim that any proposal was made from; None when the engine was not asked.
    ``cover_version`` is the text of the version of the cover that it was made under, None without a cover.

    ``reason`` says why it is not an ordinary task. A claim is ``reconsidered`` when it was denied and got new
    evidence; the task is decided as always, and ``reconsidered`` stays True when its workflow fails. For
    ``workflow-failed``, either no one had decided the task, and it is decided as always; or the decision
    could not be carried out, and ``retry_of`` is the task that was decided. To approve such a task is to try
    again. The other reasons are those of a follow-up (``tasks.follow_up``); ``deadline`` is what was missed,
    ``referral`` where a client was referred to, and ``facts`` the paths of what was changed on an approved
    claim, with its guarantee's ``price`` when that would be another now. ``left`` is the practitioner who has
    left the clinic, with the guarantee, and ``declined`` the match that a clinic declined. ``oddities`` are
    the codes of what is odd about a clinic's application, ``register`` is what the authorisation register
    said, ``invoice`` what finance judges of an invoice and ``payment`` what a bank said of a payment.
    ``paused_since`` is when the member was asked about a refund or an extension; until the answer its time
    stands still, as that of its clock.
    """

    task_id: TaskId
    queue: Queue
    payer: str
    subject: Subject
    due_at: datetime
    opened_at: datetime
    version: int = 1
    status: TaskStatus = "open"
    proposal: Proposal | None = None
    decision: StaffDecision | None = None
    reason: TaskReason | None = None
    retry_of: TaskId | None = None
    deadline: MissedDeadline | None = None
    referral: ReferredOn | None = None
    facts: tuple[str, ...] | None = None
    price: PriceChange | None = None
    round: int | None = None
    claim_version: int | None = None
    cover_version: str | None = None
    reconsidered: bool | None = None
    oddities: tuple[str, ...] | None = None
    left: PractitionerLeft | None = None
    declined: DeclinedMatch | None = None
    register: RegisterDoubt | None = None
    invoice: InvoiceDoubt | None = None
    paused_since: datetime | None = None
    payment: PaymentDoubt | None = None

    @property
    def has_workflow(self) -> bool:
        """Whether a workflow waits for the decision; none does for a follow-up."""
        return self.reason not in FOLLOW_UPS

    @property
    def answer(self) -> Answer | None:
        """The answer that the engine proposed."""
        return self.proposal.answer if self.proposal else None

    @property
    def case(self) -> CaseSubject:
        """The claim, refund or extension that is the subject. Raises ``NotFound`` where it is none."""
        if isinstance(self.subject, OutsideCases):
            raise NotFound()
        return self.subject

    @property
    def claim_id(self) -> ClaimId:
        """The claim that is the subject, or the claim of the refund or extension. Raises like ``case``."""
        return self.case.claim_id

    def must_be_open(self) -> None:
        """Raises ``AlreadyDecided`` when it is not open."""
        if self.status != "open":
            raise AlreadyDecided()

    def pays(self, decision: StaffDecision) -> bool:
        """Whether the decision pays a refund or an invoice, or pays one again, or names an amount."""
        names_amount = bool(decision.approved or (decision.grant and decision.grant.per_session))
        pays_again = self.queue in PAYING or self.reason == "payment-returned"
        return names_amount or (pays_again and decision.decision == "approve")

    def decide(self, decision: StaffDecision) -> Task:
        """Returns the decided task. Raises ``AlreadyDecided``."""
        self.must_be_open()
        return replace(self, status="decided", decision=decision, version=self.version + 1)

    def asked(self, at: datetime) -> Task:
        """Returns the open task after a question to the member, until whose answer its time stands still."""
        return replace(self, paused_since=self.paused_since or at, version=self.version + 1)

    def due_as_of(self, at: datetime) -> datetime:
        """Returns when it is due as of an instant: while the member is asked, that moves on."""
        pause = at - self.paused_since if self.paused_since else timedelta()
        return self.due_at + max(pause, timedelta())

    def answered(self, at: datetime) -> Task:
        """Returns the task once the member has answered. Its version stays: it asks for the same decision."""
        return replace(self, due_at=self.due_as_of(at), paused_since=None)

    def referred(self, referral: ReferredOn) -> Task:
        """Returns the open task with what the clinic has reported of the referral since."""
        return replace(self, referral=referral, version=self.version + 1)

    def closed(self) -> Task:
        """Returns the task closed without a decision, because what it asks about is over."""
        self.must_be_open()
        return replace(self, status="decided", version=self.version + 1)

    @property
    def can_be_proposed_again(self) -> bool:
        """Whether the engine can be asked about it again: it is open and waits for a first decision."""
        return self.status == "open" and self.has_workflow and self.retry_of is None

    def was_proposed_before(self, claim_version: int) -> bool:
        """Returns whether its proposal was made from an older version of the claim, or not at all."""
        return self.claim_version is None or self.claim_version < claim_version

    def proposed_again(
        self, proposal: Proposal, claim_round: int, claim_version: int, cover_version: str | None
    ) -> Task:
        """Returns the task with a new proposal, made from these versions of the claim and of the cover."""
        return replace(
            self,
            proposal=proposal,
            round=claim_round if isinstance(self.subject, ClaimReview) else None,
            claim_version=claim_version,
            cover_version=cover_version,
            version=self.version + 1,
        )

    def with_failed_workflow(self) -> Task:
        """Returns the task as one whose workflow failed; a decided task stays as it is (``retry``)."""
        again = True if self.reason == "reconsidered" else self.reconsidered
        return replace(self, reason="workflow-failed", reconsidered=again, version=self.version + 1)


def id_for(subject_id: str, review: int) -> TaskId:
    """Returns the id of the task that a review opens; the same id however often the step runs (promise 4).

    ``subject_id`` is the id of the claim, refund, extension or clinic, ``review`` the round of the claim.
    """
    seed = f"task:{subject_id}:{review}"
    return TaskId(ids.within("tsk", subject_id, hashlib.sha256(seed.encode()).digest()))


def opened(
    queue: Queue,
    subject: Subject,
    at: datetime,
    within: timedelta,
    *,
    review: int = 1,
    proposal: Proposal | None = None,
    reason: TaskReason | None = None,
) -> Task:
    """Returns a new task for the ``review``-th review of its subject, due ``within`` after ``at``."""
    return Task(
        task_id=id_for(subject.subject_id, review),
        queue=queue,
        payer=payer_of(subject),
        subject=subject,
        due_at=at + within,
        opened_at=at,
        proposal=proposal,
        reason=reason,
        reconsidered=True if reason == "reconsidered" else None,
    )


def retry(task: Task, after: TaskId, at: datetime, within: timedelta) -> Task:
    """Returns the task that offers to carry out a decision again, due ``within`` after ``at``.

    ``after`` is the task whose decision started the workflow that failed: ``task`` itself, or an earlier
    retry of it. Each failed workflow has one retry (promise 4).
    """
    return Task(
        task_id=id_for(after, RETRY),
        queue=task.queue,
        payer=task.payer,
        subject=task.subject,
        due_at=at + within,
        opened_at=at,
        reason="workflow-failed",
        retry_of=task.task_id,
        reconsidered=task.reconsidered,
    )


Record: TypeAlias = "Callable[[Task], Receipt]"
"""Returns the receipt for a decided or changed task."""
