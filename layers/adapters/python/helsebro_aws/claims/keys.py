"""The keys of claims, consents and mandates in the ``cases`` table, and of their listings.

Drafts are in the ``people`` table: nobody knows yet under which payer their claim falls.
"""

from __future__ import annotations

from datetime import datetime

from helsebro import ids
from helsebro.errors import NotFound
from helsebro.ids import ClaimId, ClinicId, DraftId, MandateId, PersonId
from helsebro_aws.dynamodb.keys import Key, case_partition
from helsebro_aws.dynamodb.record import instant

CLAIM = "CLAIM"
CONSENTS = "CONSENT#"
CONSENTS_TO_CLINICS = "CONSENT-TO-CLINIC#"
EVERY_CONSENT = "CONSENT"
"""What the sort keys of both begin with, and no other of a case."""
MANDATES_GIVEN = "MANDATEGIVEN#"
PERSONAL = "PERSONAL-CONSENT#"
PERSONAL_DECISIONS = "PERSONAL-DECISION#"


def claim_partition(claim_id: ClaimId) -> str:
    """Returns the partition of a claim. Raises ``NotFound`` when it is not a claim's id."""
    if not claim_id.startswith("clm_") or ids.claim_of(claim_id) != claim_id:
        raise NotFound()
    return case_partition(claim_id)


def claim_key(claim_id: ClaimId) -> Key:
    """Returns the key of a claim. Raises ``NotFound`` when it is not a claim's id."""
    return claim_partition(claim_id), CLAIM


def claim_key_within(identifier: str) -> Key:
    """Returns the key of the claim that ``identifier`` is a part of. Raises ``NotFound``."""
    return case_partition(identifier), CLAIM


def listed_claim_key(claim_id: ClaimId) -> Key:
    """Returns the key of the item that lists a claim at its payer."""
    return claim_partition(claim_id), "LISTED"


def claim_status_key(claim_id: ClaimId) -> Key:
    """Returns the key of the item that lists a claim at its payer by its status."""
    return claim_partition(claim_id), "STATUS"


def facts_changed_key(claim_id: ClaimId) -> Key:
    """Returns the key of the item that waits for new proposals after the facts of a claim changed."""
    return claim_partition(claim_id), "FACTS-CHANGED"


def claims_of_person(payer: str, person_id: PersonId) -> str:
    """Returns the listing of a person's claims at one payer, sorted by when they were reported."""
    return f"{payer}#{person_id}#claims"


def claims_of_payer(payer: str) -> str:
    """Returns the listing of a payer's claims, sorted by when they were reported."""
    return f"{payer}#claims"


def claims_with_status(payer: str, status: str) -> str:
    """Returns the listing of a payer's claims with a status, sorted by when they were reported."""
    return f"{payer}#claims#{status}"


def consent_key(claim_id: ClaimId, decided_at: datetime, clinic_id: ClinicId | None = None) -> Key:
    """Returns the key of a decision on the consent of a case, or on the one to a clinic."""
    partition, at = claim_partition(claim_id), instant(decided_at)
    return partition, f"{CONSENTS_TO_CLINICS}{at}#{clinic_id}" if clinic_id else f"{CONSENTS}{at}"


def personal_consent_key(person_id: PersonId, kind: str) -> Key:
    """Returns the key of what a person last decided on one kind, in the ``people`` table."""
    return person_id, f"{PERSONAL}{kind}"


def personal_decision_key(person_id: PersonId, kind: str, decided_at: datetime) -> Key:
    """Returns the key of one of a person's decisions on a kind, in the ``people`` table."""
    return person_id, f"{decided_on(kind)}{instant(decided_at)}"


def decided_on(kind: str) -> str:
    """Returns what the sort keys of a person's decisions on a kind begin with."""
    return f"{PERSONAL_DECISIONS}{kind}#"


def mandate_key(claim_id: ClaimId, mandate_id: MandateId) -> Key:
    """Returns the key of a mandate."""
    return claim_partition(claim_id), f"MANDATE#{mandate_id}"


def given_mandate_key(claim_id: ClaimId, mandate_id: MandateId, given_at: datetime) -> Key:
    """Returns the key of the item that lists a mandate, also when it is over: in its case by when it was
    given, and for the person of the case.
    """
    return claim_partition(claim_id), f"{MANDATES_GIVEN}{instant(given_at)}#{mandate_id}"


def mandates_of_person(person_id: PersonId) -> str:
    """Returns the listing of the mandates in a person's cases, sorted by when they were given."""
    return f"{person_id}#mandates-given"


def mandates_of_holder(person_id: PersonId) -> str:
    """Returns the listing of the mandates that a person holds, sorted by when they were given."""
    return f"{person_id}#mandates"


def drafts_of(author: PersonId) -> str:
    """Returns the partition of a person's drafts, sorted by when they were begun."""
    return f"{author}#drafts"


def draft_key(author: PersonId, draft_id: DraftId) -> Key:
    """Returns the key of a draft."""
    return drafts_of(author), f"DRAFT#{draft_id}"


def acts_under(mandate_id: MandateId) -> str:
    """Returns how the keys of what was done under a mandate begin."""
    return f"MANDATEACT#{mandate_id}#"


def lookups_at(payer: str) -> str:
    """Returns the partition of a payer's searches for persons, in the ``audit`` table."""
    return f"{payer}#lookups"


def lookup_key(partition: str, at: datetime, lookup_id: str) -> Key:
    """Returns the key of a search for persons, at the payer or at a person whom it showed."""
    return partition, f"LOOKUP#{instant(at)}#{lookup_id}"
