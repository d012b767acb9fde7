"""Finding (fund): what a second look at a decision found, and how a wrong denial is put right."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from helsebro.caller import StaffLogin
from helsebro.claims.claim import Claim
from helsebro.claims.reconsidering.reopening import reopened
from helsebro.errors import BadInput, Fault
from helsebro.tasks.second_look import SecondLook
from helsebro.tasks.staff_decision import StaffDecision

LookFinding = Literal["agree", "wrong"]


def finding_of(look: SecondLook, decision: StaffDecision) -> LookFinding:
    """Returns what was found: to approve the task is to agree with the decision, to deny it to find it wrong.

    Raises ``OwnDecision`` for the person who made it, ``EmailMissing``, ``BadInput`` with every fault: a
    question to the member, a grant or an amount, and a wrong decision without its reason or clause.
    """
    look.must_be_taken_by(StaffLogin(decision.person or "", decision.mailbox or ""))
    faults = []
    if decision.decision == "clarify":
        faults.append(Fault("/decision", "agree-or-wrong", ""))
    if decision.grant:
        faults.append(Fault("/grant", "second-look-grants-nothing", ""))
    if decision.approved:
        faults.append(Fault("/approved", "second-look-grants-nothing", ""))
    if decision.decision == "deny" and not decision.clause:
        faults.append(Fault("/clause", "clause-missing", ""))
    if every := decision.faults_beside(faults):
        raise BadInput(every)
    return "agree" if decision.decision == "approve" else "wrong"


def put_right(claim: Claim, look: SecondLook, finding: LookFinding, at: datetime) -> Claim:
    """Returns the claim as the finding requires; the same claim where nothing is to be done.

    A denial that was found wrong, and is still in force, is decided again. An approval stays, whatever was
    found: what the member was promised is kept, and the finding counts in the statistics alone.
    """
    in_force = claim.status == "denied" and claim.decision and claim.decision.decided_at == look.decided_at
    return reopened(claim, "review", at) if finding == "wrong" and in_force else claim
