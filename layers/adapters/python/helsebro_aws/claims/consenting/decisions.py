"""Decisions on the consents of a case, in the ``cases`` table: one item a decision.

``{payer}#{claimId}`` / ``CONSENT#{decidedAt}``, and ``CONSENT-TO-CLINIC#{decidedAt}#{clinicId}``.
"""

from __future__ import annotations

from helsebro.claims.consent import Consent
from helsebro.ids import ClaimId
from helsebro_aws.claims.keys import EVERY_CONSENT, claim_partition, consent_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables


def decisions(claim_id: ClaimId, on: Tables) -> list[Consent]:
    """Returns every decision on the consents of a case: those about clinics first, each newest first."""
    table, pk = on.settings.cases_table, claim_partition(claim_id)
    items = on.query_all(table, pk, begins=EVERY_CONSENT, newest_first=True)
    return [from_item(Consent, item) for item in items]


def creation(made: Consent, on: Tables) -> Put:
    """Returns the operation that stores a decision."""
    key = as_attributes(consent_key(made.claim_id, made.decided_at, made.clinic_id))
    return Put(on.settings.cases_table, {**key, **to_item(made)})
