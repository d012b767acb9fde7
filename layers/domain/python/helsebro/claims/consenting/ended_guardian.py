"""Ended guardian: what someone decided for a child who is no guardian of it any more (F4-20).

It ends as it would by itself: a consent expires and a mandate lapses, on the day on which the guardian ends.
A no stays, since it opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.consent import Consent
from helsebro.ids import ClinicId, MandateId, PersonId
from helsebro.local_day import local_day


@dataclass(frozen=True)
class EndedDecisions:
    """``claim`` is the case without them; ``consent`` says whether its consent was one of them."""

    claim: Claim
    consent: bool
    clinics: tuple[ClinicId, ...]
    mandates: tuple[MandateId, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether the guardian had decided nothing that was still in force."""
        return not (self.consent or self.clinics or self.mandates)


def without_decisions_of(
    claim: Claim, guardian_id: PersonId, decisions: Iterable[Consent], at: datetime
) -> EndedDecisions:
    """Returns a child's case without what the guardian decided; ``decisions`` has the newest ones first.

    A yes to a clinic goes as if it had never been said: the consent of the case then holds for the clinic.
    """
    newest = _newest(decisions)

    def is_of_guardian(clinic_id: ClinicId | None) -> bool:
        return clinic_id in newest and newest[clinic_id].decided_by == guardian_id

    consent = claim.consent == "given" and is_of_guardian(None)
    said_yes = (each.clinic_id for each in claim.clinic_consents if each.status == "given")
    clinics = tuple(clinic_id for clinic_id in said_yes if is_of_guardian(clinic_id))
    in_force = claim.mandates_in_force(at)
    mandates = tuple(each.mandate_id for each in in_force if each.given_by == guardian_id)
    left = tuple(each for each in claim.mandates if each.mandate_id not in mandates)
    known = tuple(each for each in claim.clinic_consents if each.clinic_id not in clinics)
    after = replace(claim.with_mandates(left), clinic_consents=known)
    if consent:
        ended = after.with_consent("expired", local_day(at, claim.country), at)
        after = replace(ended, version=after.version)
    return EndedDecisions(after, consent, clinics, mandates)


def _newest(decisions: Iterable[Consent]) -> Mapping[ClinicId | None, Consent]:
    newest: dict[ClinicId | None, Consent] = {}
    for each in decisions:
        newest.setdefault(each.clinic_id, each)
    return newest
