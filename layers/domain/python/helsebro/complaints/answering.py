"""Answering: who may answer a complaint, with what, and what becomes of the denial (R-1501, F4-26)."""

from __future__ import annotations

from collections.abc import Iterable

from helsebro.claims.claim import Claim
from helsebro.claims.reconsidering.reopening import reopened
from helsebro.complaints.complain import with_answer
from helsebro.complaints.complaint import Complaint, DenialReplaced
from helsebro.errors import BadInput, Fault, NotAllowed
from helsebro.tasks.staff_decision import StaffDecision


class ComplaintDecidedBefore(NotAllowed):
    """The same person decided on the claim, or answered an earlier step of the complaint."""

    code = "complaint-decided-before"


def must_be_another_person(
    complaint: Complaint, decision: StaffDecision, earlier: Iterable[StaffDecision]
) -> None:
    """Raises ``ComplaintDecidedBefore`` unless another person than of the ``earlier`` decisions answers.

    What the board says is only recorded, by anyone of quality. Raises ``EmailMissing`` for a login that
    cannot be told apart.
    """
    if complaint.step == "board" or decision.login is None:
        return
    decision.login.must_name_an_address()
    logins = (known.login for known in earlier)
    if any(decision.login.may_be(login) for login in logins if login):
        raise ComplaintDecidedBefore()


def must_be_answered_whole(decision: StaffDecision) -> None:
    """Raises ``BadInput`` with every fault of an answer that lets the denial stand, or asks instead."""
    found = decision.faults_in_words
    if decision.decision == "clarify":
        found += [Fault("/decision", "answer-the-complaint", "")]
    if decision.decision == "deny" and not decision.clause:
        found += [Fault("/clause", "clause-missing", "")]
    if decision.approved:
        found += [Fault("/approved", "approved-is-for-refunds", "")]
    if faults := decision.faults_beside(found):
        raise BadInput(faults)


def is_in_force(claim: Claim, complaint: Complaint) -> bool:
    """Whether the denial that the complaint is about still stands."""
    decision = claim.decision
    return claim.status == "denied" and decision is not None and decision.decided_at == complaint.denied_at


def reopened_for(claim: Claim, complaint: Complaint, decision: StaffDecision) -> Claim:
    """Returns the claim in review again, to be decided anew; the denial stays readable.

    Raises ``DenialReplaced`` when another decision has replaced the denial.
    """
    if not is_in_force(claim, complaint):
        raise DenialReplaced()
    return reopened(claim, "complaint", decision.at)


def after_answer(claim: Claim, complaint: Complaint, decision: StaffDecision) -> Claim:
    """Returns the claim after an answer that decides nothing anew: the next step may be taken from now on.

    To approve without a grant is for a claim that was approved meanwhile. Raises ``DenialReplaced``.
    """
    if decision.decision == "approve" and claim.status != "approved":
        raise DenialReplaced()
    return with_answer(claim, decision.at) if is_in_force(claim, complaint) else claim
