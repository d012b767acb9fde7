"""The list of a person's consents: the two that belong to no case, then those of each case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from helsebro.claims.claim import Claim
from helsebro.claims.consenting.personal_consent import PersonalConsent
from helsebro.ids import PersonId
from helsebro_aws.claims.consenting.consent_view import shown
from helsebro_aws.claims.consenting.decisions import decisions
from helsebro_aws.claims.consenting.dynamo_personal_consents import DynamoPersonalConsents
from helsebro_aws.claims.custody.deciding_guardians import GuardianOf
from helsebro_aws.dynamodb.tables import Tables, tables

if TYPE_CHECKING:
    from helsebro_aws.claims.consenting.consent_answer import AnyConsentAnswer


def of_person(consents: DynamoPersonalConsents, person_id: PersonId, language: str) -> list[AnyConsentAnswer]:
    """Returns the person's consents that belong to no case."""
    return [
        shown(known.kind, known.status, consents.history(person_id, known.kind), language)
        for known in consents.every(person_id)
    ]


def of_person_to_staff(
    consents: DynamoPersonalConsents, known: PersonalConsent, payer: str, language: str
) -> AnyConsentAnswer:
    """Returns a person's consent that belongs to no case, as a payer's staff read it.

    It holds at all of the person's insurers: what another one's staff recorded is shown without how.
    """
    history = [_without_others(made, payer) for made in consents.history(known.person_id, known.kind)]
    return {**shown(known.kind, known.status, history, language), "receipt": None}


def of_case(
    claim: Claim, language: str, guardian_of: GuardianOf, on: Tables = tables
) -> Iterator[AnyConsentAnswer]:
    """Yields the consent of a case, and then what was decided about clinics."""
    made = decisions(claim.claim_id, on)
    of_claim = [each for each in made if each.clinic_id is None]
    until = claim.consent_expires_on
    yield shown("case", claim.consent, of_claim, language, claim.claim_id, None, guardian_of, until)
    for known in claim.clinic_consents:
        about = [each for each in made if each.clinic_id == known.clinic_id]
        yield shown("clinic", known.status, about, language, claim.claim_id, known.clinic_id, guardian_of)


def _without_others(made: PersonalConsent, payer: str) -> PersonalConsent:
    is_own = made.evidence is None or made.evidence.is_of(payer)
    return made if is_own else replace(made, evidence=None)
