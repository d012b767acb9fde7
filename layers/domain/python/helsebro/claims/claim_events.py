"""The events of a changed claim: the review that it starts, the proposals to make again, the consent lost,
and what one guardian of a child decided.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from helsebro.claims.claim import Claim
from helsebro.events import Event
from helsebro.identity.custody import Custody
from helsebro.ids import ClinicId

GuardianDecision = Literal["consent", "mandate"]


def completion(before: Claim, after: Claim, at: datetime) -> list[Event]:
    """Returns the event that starts a review, if ``after`` is in review and ``before`` was not."""
    if after.status != "in-review" or before.status == "in-review":
        return []
    data = {"claimId": after.claim_id, "personId": after.person_id, "round": after.round}
    return [Event("claim.completed", at, after.payer, data)]


def facts_changed(before: Claim, after: Claim, at: datetime) -> list[Event]:
    """Returns the event for proposals to be made again: a new round of the same review, or an approved claim
    with other facts.
    """
    reviewed = before.status == after.status == "in-review" and after.round > before.round
    stored = after.status == "approved" and after.question != before.question
    if not reviewed and not stored:
        return []
    data = {"claimId": after.claim_id, "personId": after.person_id, "round": after.round}
    return [Event("claim.facts-changed", at, after.payer, data)]


def consent_withdrawn(claim: Claim, clinic_id: ClinicId | None, at: datetime) -> Event:
    """Returns what a clinic hears when it loses a case, by a withdrawal or when a year is over (F4-14)."""
    return Event("consent.withdrawn", at, claim.payer, {"claimId": claim.claim_id}, clinic_id)


def other_guardians_told(
    claim: Claim, family: Custody | None, decided_by: str, what: GuardianDecision, at: datetime
) -> list[Event]:
    """Returns an event for each other guardian of a child under 15 after one of them decided (F4-20).

    ``family`` is the stored one; where none is stored, a case has one guardian.
    """
    if family is None or decided_by == claim.person_id or not claim.has_guardian(at):
        return []
    others = [each for each in family.guardians_at(claim.payer) if each != decided_by]
    about = {"childId": claim.person_id, "what": what}
    return [Event("guardian.decided", at, claim.payer, {"personId": other, **about}) for other in others]
