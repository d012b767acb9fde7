"""Judged report: a report of a claim with every fault that it has today, and the policy that it is under."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.report import NewClaim
from helsebro.coverage.engine import faults_against
from helsebro.errors import BadInput, Fault
from helsebro.local_day import local_day
from helsebro_aws.claims.claimants import Claimants, earlier_treatments, fitting, reporter
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.policies.covers import Covered
    from helsebro.policies.insured import Insured
    from helsebro_aws.claims.claim_body import ReadReport


@dataclass(frozen=True)
class JudgedReport:
    """``under`` is the enrolment and cover of the new claim, or one of those that it may fall under."""

    new: NewClaim
    under: Covered
    faults: tuple[Fault, ...]
    at: datetime
    by: Caller

    @property
    def about(self) -> Insured:
        """The person whom the report is about, as they are enrolled."""
        return self.under[0]

    def claim(self, claimants: Claimants) -> Claim:
        """Returns the new claim with what it needs. Raises ``BadInput`` with every fault."""
        if self.faults:
            raise BadInput(self.faults)
        from helsebro.claims.facts.case_needs import with_needs
        from helsebro_aws.claims.claim_needs import ClaimNeeds

        insured, cover = self.under
        today = local_day(self.at, insured.country)
        guardian_id = claimants.guardian(self.by, insured)
        reported = self.new.claim(insured, self.at, clock.randomness(), guardian_id)
        history = earlier_treatments(self.new.asked, self.under)
        return with_needs(reported, cover, today, history, ClaimNeeds().network_price(reported, today))


def judged(read: ReadReport, by: Caller, claimants: Claimants) -> JudgedReport:
    """Returns the report with its faults. Raises ``NotFound``, and ``Refused`` for who has no policy."""
    at = clock.now()
    covered = claimants.covered(by, read.person_id)
    # Which policy answers a question with faults is not known: any of them may.
    fits = covered if read.faults else [fitting(covered, read.asked)]
    insured, cover = fits[0]
    new = NewClaim(read.asked, read.description, reporter(by, insured), cover.home, read.unknown)
    against = faults_against(read.asked, [cover for _, cover in fits], local_day(at, insured.country))
    return JudgedReport(new, fits[0], (*read.faults, *against, *new.faults()), at, by)
