"""Reviews: each queue's staff rights and time limit, and the code that proposes and decides its tasks.

A new kind of task needs a file in its context, with a class that proposes and decides, and a review here.
The code is named as text and loaded on its first call, so a list of tasks loads none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from helsebro.caller import CASEWORKER, FINANCE, NETWORK, QUALITY, UNDERWRITING, Right
from helsebro.tasks.subject import (
    ClaimReview,
    ClinicReview,
    ComplaintReview,
    ExtensionReview,
    RefundReview,
    Subject,
)
from helsebro.tasks.task import Queue, TaskReason
from helsebro_aws.dynamodb.record import from_item

if TYPE_CHECKING:
    from helsebro.tasks.staff_decision import StaffDecision
    from helsebro.tasks.task import Record, Task
    from helsebro_aws.tasks.draft import Draft


@dataclass(frozen=True)
class Review:
    """How the tasks of one queue are proposed and decided.

    Staff need one of ``rights``; ``within`` is how long a decision may take; ``starts_on`` is the event that
    starts the workflow, and ``about`` what its ids name. ``propose`` drafts the task from the ids in the
    event. ``decide`` stores the decision on the task and on its subject in one commit, with the receipt of
    the decided task.
    """

    queue: Queue
    rights: frozenset[Right]
    within: timedelta
    starts_on: str
    about: type[Subject]
    propose: Callable[[Mapping[str, Any]], Draft]
    decide: Callable[[Task, StaffDecision, Record], Task]

    def subject_of(self, ids: Mapping[str, Any]) -> Subject:
        """Returns what the ids in an event of this review name."""
        return from_item(self.about, ids)


def method(name: str) -> Callable[..., Any]:
    """Returns a call of ``module.Class.method`` under ``helsebro_aws``; the first call loads it."""

    @cache
    def loaded() -> Callable[..., Any]:
        module, kind, own_name = name.rsplit(".", 2)
        made = getattr(import_module(f"helsebro_aws.{module}"), kind)()
        found: Callable[..., Any] = getattr(made, own_name)
        return found

    return lambda *arguments: loaded()(*arguments)


REVIEWS: Mapping[str, Review] = {
    review.queue: review
    for review in (
        # 98 % of claims are answered within 24 hours (F4-06).
        Review(
            queue="claims",
            rights=frozenset({CASEWORKER}),
            within=timedelta(hours=24),
            starts_on="claim.completed",
            about=ClaimReview,
            propose=method("decisions.proposals.Proposals.of_claim"),
            decide=method("decisions.claim_decisions.ClaimDecisions.decide"),
        ),
        # Further sessions of a treatment cannot wait longer than the first ones.
        Review(
            queue="extensions",
            rights=frozenset({CASEWORKER}),
            within=timedelta(hours=24),
            starts_on="extension.requested",
            about=ExtensionReview,
            propose=method("decisions.proposals.Proposals.of_extension"),
            decide=method("guarantees.extending.extension_decisions.ExtensionDecisions.decide"),
        ),
        # A refund is decided within two weeks (F4-31).
        Review(
            queue="refunds",
            rights=frozenset({FINANCE}),
            within=timedelta(days=14),
            starts_on="refund.received",
            about=RefundReview,
            propose=method("decisions.proposals.Proposals.of_refund"),
            decide=method("bookings.refunded.guaranteed_refunds.GuaranteedRefundDecisions.decide"),
        ),
        # A complaint has its own day (``ReviewDue``); the board of complaints may take half a year.
        Review(
            queue="complaints",
            rights=frozenset({CASEWORKER, QUALITY}),
            within=timedelta(days=180),
            starts_on="complaint.made",
            about=ComplaintReview,
            propose=method("complaints.deciding.complaint_review.ComplaintReviews.propose"),
            decide=method("complaints.deciding.complaint_review.ComplaintReviews.decide"),
        ),
        # Only an odd application becomes a task; its signatory waits for the contract meanwhile.
        Review(
            queue="onboarding",
            rights=frozenset({NETWORK}),
            within=timedelta(days=3),
            starts_on="clinic.applied",
            about=ClinicReview,
            propose=method("onboarding.application_review.ApplicationReview.propose"),
            decide=method("onboarding.application_review.ApplicationReview.decide"),
        ),
    )
}
RETRY = method("decisions.retries.DecisionRetries.decide")
FOLLOW_UP = method("tasks.follow_ups.FollowUps.decide")
DECIDED_FOLLOW_UPS: Mapping[TaskReason, Callable[[Task, StaffDecision, Record], Task]] = {
    "signatory-differs": method("onboarding.signatory_check.SignatoryCheck.decide"),
    "referred-on": method("decisions.triages.Triages.decide"),
    "match-declined": method("decisions.rematches.Rematches.decide"),
    "practitioner-left": method("decisions.rematches.Rematches.decide"),
    "guardian-unconfirmed": method("claims.custody.guardian_answers.GuardianAnswers.decide"),
    "invoice-in-review": method("invoices.review.finance_review.FinanceReview.decide"),
    "payment-returned": method("invoices.paying.returned_payments.ReturnedPayments.decide"),
    "second-look": method("quality.second_looks.SecondLooks.decide"),
    "authorisation-unverified": method("onboarding.registers.register_review.RegisterReview.decide"),
}
"""The follow-ups whose decision changes something else too; all others are only closed."""
NOT_YET: Mapping[str, frozenset[Right]] = {
    "invoices": frozenset({FINANCE}),
    "payments": frozenset({FINANCE}),
    "network": frozenset({NETWORK}),
    "underwriting": frozenset({UNDERWRITING}),
    "second-looks": frozenset({QUALITY}),
}
"""The queues without a workflow, and the rights of the staff who work them."""

WORKED_BY: Mapping[str, frozenset[Right]] = {
    **{queue: review.rights for queue, review in REVIEWS.items()},
    **NOT_YET,
}
"""The rights of each queue."""


def rights_to(task: Task) -> frozenset[Right]:
    """Returns the rights of the staff who may decide a task.

    The department answers a complaint first, then quality does, which also records what the board said
    (R-1501).
    """
    if isinstance(task.subject, ComplaintReview):
        return frozenset({CASEWORKER if task.subject.step == "department" else QUALITY})
    return WORKED_BY[task.queue]


def deciding(task: Task) -> Callable[[Task, StaffDecision, Record], Task]:
    """Returns what stores a decision on a task: its review's own code, or that of a follow-up or retry."""
    if not task.has_workflow:
        return DECIDED_FOLLOW_UPS.get(task.reason, FOLLOW_UP) if task.reason else FOLLOW_UP
    return RETRY if task.retry_of else REVIEWS[task.queue].decide


NAMING_EVERY_FAULT = ("claims", "refunds", "extensions", "complaints")


def names_every_fault(task: Task) -> bool:
    """Returns whether its review names the faults of a decision's shape beside those of the case."""
    if task.reason == "second-look":
        return True
    return task.has_workflow and not task.retry_of and task.queue in NAMING_EVERY_FAULT


def started_by(event_type: str) -> Review:
    """Returns the review whose workflow an event starts. Raises ``KeyError`` if it starts no workflow."""
    return {review.starts_on: review for review in REVIEWS.values()}[event_type]
