"""Decisions on the consents of a case, in the ``cases`` table: one item a decision.

``{payer}#{claimId}`` / ``CONSENT#{decidedAt}``, and ``CONSENT-TO-CLINIC#{decidedAt}#{clinicId}``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.claims.consent import Consent
from helsebro.events import Event
from helsebro.ids import ClaimId
from helsebro_aws.claims.custody.other_guardians import OtherGuardians
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.keys import EVERY_CONSENT, claim_partition, consent_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Put, Tables
from helsebro_aws.platform import clock

Decided = tuple[Claim, Consent] | None
"""The claim and the decision after a rule; None when it changes nothing."""


def decisions(claim_id: ClaimId, on: Tables) -> list[Consent]:
    """Returns every decision on the consents of a case: those about clinics first, each newest first."""
    table, pk = on.settings.cases_table, claim_partition(claim_id)
    items = on.query_all(table, pk, begins=EVERY_CONSENT, newest_first=True)
    return [from_item(Consent, item) for item in items]


def creation(made: Consent, on: Tables) -> Put:
    """Returns the operation that stores a decision."""
    key = as_attributes(consent_key(made.claim_id, made.decided_at, made.clinic_id))
    return Put(on.settings.cases_table, {**key, **to_item(made)})


def nothing_more(_: Claim, __: Claim) -> tuple[Sequence[Operation], Sequence[Event]]:
    """Returns nothing: for a decision that asks the staff for nothing."""
    return (), ()


def decide(
    claims: DynamoClaims,
    claim_id: ClaimId,
    rule: Callable[[Claim, datetime], Decided],
    events: Callable[[Claim, Claim, Consent], list[Event]],
    also: Callable[[Claim, Claim], tuple[Sequence[Operation], Sequence[Event]]] = nothing_more,
) -> Claim:
    """Stores what the rule decides on a case, with its events, and returns the claim as it is then.

    ``events`` is called with the claim before and after, and with the decision, ``also`` with the claim
    before and after: it returns what else the commit stores, and its events. Where a guardian decided, the
    other one is told. Raises what the rule raises.
    """

    def act() -> Claim:
        before = claims.find(claim_id)
        decided = rule(before, clock.now())
        if decided is None:
            return before
        after, made = decided
        operations, told = also(before, after)
        stored = [creation(made, claims.tables), *operations]
        if made.evidence is None:
            guardians = OtherGuardians(claims.tables)
            told = [*told, *guardians.told(after, made.decided_by, "consent", made.decided_at)]
        claims.change(before, after, stored, [*events(before, after, made), *told])
        return after

    return retry_on_conflict(act, ClaimChanged)
