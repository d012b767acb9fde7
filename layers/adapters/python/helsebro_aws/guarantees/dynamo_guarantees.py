"""Guarantees in the ``cases`` table: ``{payer}#{claimId}`` / ``GUARANTEE#{guaranteeId}``.

One that is bound to a practitioner is in the listing ``{practitionerId}#guarantees``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.prices import promised_money
from helsebro.ids import ClaimId, ClinicId, GuaranteeId, PractitionerId
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.claims.keys import claim_key_within
from helsebro_aws.dynamodb.keys import as_attributes, case_partition
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Check, Operation, Put, Tables, tables
from helsebro_aws.guarantees import dynamo_references
from helsebro_aws.guarantees.clients import clinic_listing
from helsebro_aws.guarantees.keys import (
    GUARANTEES,
    guarantee_key,
    guarantees_of_practitioner,
    reference_key,
)
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.platform import clock


class AlreadyIssued(Conflict):
    """The guarantee of the decision exists already: the step ran before."""


class GuaranteeChanged(Conflict):
    """The guarantee has changed since it was read; check the rule again."""


class DynamoGuarantees:
    """Guarantees in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, guarantee_id: GuaranteeId) -> Guarantee:
        """Returns the guarantee. Raises ``NotFound``."""
        guarantee = self.known(guarantee_id)
        if guarantee is None:
            raise NotFound()
        return guarantee

    def known(self, guarantee_id: GuaranteeId) -> Guarantee | None:
        """Returns the guarantee; None when it does not exist."""
        item = self.tables.get(self.table, *guarantee_key(guarantee_id))
        return from_item(Guarantee, item) if item else None

    def visible(
        self, guarantee_id: GuaranteeId, caller: Caller, is_booked_with: Callable[[GuaranteeId, Caller], bool]
    ) -> tuple[Guarantee, Claim]:
        """Returns the guarantee and its claim, in one read.

        Raises ``NotFound`` also when the caller may not read it. Members and staff may read it when they may
        read the claim; a clinic, when it is for one of its own clients or ``is_booked_with`` the clinic.
        """
        keys = guarantee_key(guarantee_id), claim_key_within(guarantee_id)
        item, claim_item = self.tables.get_each(self.table, *keys)
        guarantee, claim = from_item(Guarantee, item), claim_in(claim_item)
        if caller.clinic_id:
            own = caller.treats_at(guarantee.clinic_id, guarantee.practitioner_id)
            visible = own or is_booked_with(guarantee_id, caller)
        else:
            visible = claim.may_be_read_by(caller, clock.now())
        if not visible:
            raise NotFound()
        return guarantee, claim

    def of_claim(self, claim_id: ClaimId) -> Sequence[Guarantee]:
        """Returns a claim's guarantees, oldest first (F4-29)."""
        found = self.tables.query_all(self.table, case_partition(claim_id), begins=GUARANTEES)
        guarantees = (from_item(Guarantee, item) for item in found)
        return sorted(guarantees, key=lambda guarantee: str(guarantee.issued_at))

    def period_of(self, claim_id: ClaimId) -> tuple[date, date] | None:
        """Returns the first and the last day of a claim's guarantees; None when it has none."""
        known = self.of_claim(claim_id)
        if not known:
            return None
        return min(each.valid_from for each in known), max(each.last_day for each in known)

    def by_case_reference(self, case_reference: str) -> Guarantee:
        """Returns the guarantee with a case reference. Raises ``NotFound``."""
        pointer = self.tables.get(self.table, *reference_key(case_reference))
        if pointer is None:
            raise NotFound()
        return self.find(pointer["guaranteeId"])

    def bound_to(self, practitioner_id: PractitionerId) -> Iterator[Guarantee]:
        """Yields every guarantee that is bound to a practitioner, also those that have ended."""
        listing = guarantees_of_practitioner(practitioner_id)
        for item in self.tables.query_all(self.table, listing, listing=True):
            yield from_item(Guarantee, item)

    def issue(self, guarantee: Guarantee, event: Event, *checks: Check) -> None:
        """Stores guarantee, case reference and event in one commit, if its checks hold.

        Raises ``AlreadyIssued``, or what a check raises.
        """
        self.tables.commit([*self.creation(guarantee), *checks], events=[event])

    def creation(self, guarantee: Guarantee) -> list[Operation]:
        """Returns the operations that store a new guarantee with what it promises, and list it."""
        item = {**as_attributes(guarantee_key(guarantee.guarantee_id)), **to_item(guarantee)}
        if guarantee.practitioner_id:
            item |= place_of(guarantee.practitioner_id, guarantee.guarantee_id)
        promised = promised_money.of_issue(guarantee, guarantee.issued_at or clock.now())
        return [
            Put(self.table, item, otherwise=AlreadyIssued()),
            dynamo_references.created(self.table, guarantee, AlreadyIssued()),
            *clinic_listing.listed(self.table, guarantee, guarantee.clinic_id),
            *entry_operations(promised, self.tables),
        ]


def place_of(practitioner_id: PractitionerId, guarantee_id: GuaranteeId) -> dict[str, str]:
    """Returns the place of a guarantee in the listing of the practitioner to whom it is bound."""
    return {"listPk": guarantees_of_practitioner(practitioner_id), "listSk": guarantee_id}


def binding(
    guarantee_id: GuaranteeId, clinic_id: ClinicId, practitioner_id: PractitionerId
) -> dict[str, str]:
    """Returns the attributes that bind a guarantee to a clinic and a practitioner."""
    place = place_of(practitioner_id, guarantee_id)
    return {"clinicId": clinic_id, "practitionerId": practitioner_id, **place}


def same_version(guarantee: Guarantee) -> str:
    """Returns the condition on ``:version`` that staff and declines have not changed a guarantee since."""
    if guarantee.version > 1:
        return "#version = :version"
    return "(attribute_not_exists(#version) OR #version = :version)"
