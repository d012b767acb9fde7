"""When a member can have said what staff record: not before the case, nor while someone else decided (F4-02).

The day of the case counts as a whole: who phones about something new says yes before the claim is stored.
"""

from __future__ import annotations

from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.consent import one_year_on
from helsebro.errors import Fault
from helsebro.ids import MandateId
from helsebro.local_day import local_day

AT = "/evidence/at"


def faults_of_consent(claim: Claim, at: datetime, said_at: datetime) -> list[Fault]:
    """Returns the faults of when a yes or a no in a case was said, seen at an instant."""
    return [*_of_case(claim, said_at), *faults_of_person(claim, at, said_at)]


def faults_of_person(claim: Claim, at: datetime, said_at: datetime) -> list[Fault]:
    """Returns those of a yes or a no that belongs to no case; the case names the person.

    The year of what was said is over on the same day a year later: then the person is asked again.
    """
    is_over = one_year_on(local_day(said_at, claim.country)) <= local_day(at, claim.country)
    return [*([Fault(AT, "evidence-too-old", "")] if is_over else []), *_of_guardian(claim, at, said_at)]


def faults_of_mandate(claim: Claim, at: datetime, said_at: datetime) -> list[Fault]:
    """Returns those of a mandate: it has no year, and a guardian's lapses on the 15th birthday (F4-20)."""
    return [*_of_case(claim, said_at), *_of_guardian(claim, at, said_at)]


def faults_of_revocation(claim: Claim, mandate_id: MandateId, at: datetime, said_at: datetime) -> list[Fault]:
    """Returns those of a revocation: nobody revokes a mandate that is not given yet."""
    given = (mandate.made_at for mandate in claim.mandates if mandate.mandate_id == mandate_id)
    # Evidence names whole seconds.
    seconds = (made_at.replace(microsecond=0) for made_at in given)
    before = [Fault(AT, "evidence-before-mandate", "") for second in seconds if said_at < second]
    return [*before, *faults_of_mandate(claim, at, said_at)]


def _of_case(claim: Claim, said_at: datetime) -> list[Fault]:
    is_before = local_day(said_at, claim.country) < local_day(claim.reported_at, claim.country)
    return [Fault(AT, "evidence-before-case", "")] if is_before else []


def _of_guardian(claim: Claim, at: datetime, said_at: datetime) -> list[Fault]:
    """Returns the fault of what a guardian said, once the person decides."""
    until = claim.guardian_until
    is_over = until and local_day(said_at, claim.country) < until <= local_day(at, claim.country)
    return [Fault(AT, "evidence-of-guardian", "")] if is_over else []
