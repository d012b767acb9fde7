"""What one guardian decided ends with that guardian, and what the other one decided stays (F4-20)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from helsebro.claims.claim import Claim
from helsebro.claims.consent import Consent
from helsebro.claims.consenting.clinic_consent import ClinicConsent
from helsebro.claims.consenting.consent_state import ConsentState
from helsebro.claims.consenting.ended_guardian import without_decisions_of
from helsebro.claims.mandate import Mandate
from helsebro.ids import ClinicId, MandateId, PersonId
from tests.builders.domain.claims import CLAIM_ID, REPORTED, claim

ENDED, STAYS = PersonId("per_ended"), PersonId("per_stays")
AT = REPORTED + timedelta(days=3)
YES_CLINIC, NO_CLINIC = ClinicId("cli_yes"), ClinicId("cli_no")


def made(
    by: PersonId, status: ConsentState = "given", clinic: ClinicId | None = None, days: int = 1
) -> Consent:
    at: datetime = REPORTED + timedelta(days=days)
    return Consent(CLAIM_ID, status, at, by, clinic_id=clinic)


def case(**changes: Any) -> Claim:
    given: dict[str, Any] = {
        "consent": "given",
        "consent_expires_on": date(2027, 3, 2),
        "clinic_consents": (
            ClinicConsent(YES_CLINIC, "given", date(2027, 3, 2)),
            ClinicConsent(NO_CLINIC, "refused"),
        ),
        "mandates": tuple(Mandate(MandateId(f"man_{by}"), ("act",), by, REPORTED) for by in (ENDED, STAYS)),
    }
    return claim(**{**given, **changes})


def test_the_yes_and_the_mandates_of_the_ended_guardian_go_and_a_no_stays() -> None:
    decisions = [
        made(ENDED),
        made(ENDED, clinic=YES_CLINIC),
        made(ENDED, "refused", NO_CLINIC),
    ]
    before = case()
    ended = without_decisions_of(before, ENDED, decisions, AT)
    assert (ended.consent, ended.clinics, ended.mandates) == (True, (YES_CLINIC,), (f"man_{ENDED}",))
    after = ended.claim
    assert (after.consent, after.consent_expires_on) == ("expired", AT.date())
    assert [each.clinic_id for each in after.clinic_consents] == [NO_CLINIC]
    assert [each.given_by for each in after.mandates] == [STAYS]
    assert after.version == before.version + 1
    assert without_decisions_of(after, ENDED, decisions, AT).is_nothing


@pytest.mark.parametrize("renewed", [None, YES_CLINIC])
def test_what_the_other_guardian_decided_since_is_the_other_guardians(renewed: ClinicId | None) -> None:
    decisions = [
        made(STAYS, clinic=renewed, days=2),
        made(ENDED, clinic=renewed),
    ]
    ended = without_decisions_of(case(mandates=()), ENDED, decisions, AT)
    assert ended.is_nothing


@pytest.mark.parametrize("state", ["refused", "withdrawn", "expired", "undecided"])
def test_a_consent_that_is_not_in_force_does_not_change(state: ConsentState) -> None:
    ended = without_decisions_of(case(consent=state), ENDED, [made(ENDED, state)], AT)
    assert (ended.consent, ended.claim.consent) == (False, state)
