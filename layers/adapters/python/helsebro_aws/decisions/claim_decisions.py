"""Deciding a claim: stores task, claim, reserved benefits and event in one commit (promises 4, 6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TypeAlias

from helsebro.benefits.caps import BenefitExceeded
from helsebro.claims.claim import Claim, ClaimChanged, NotInReview
from helsebro.claims.facts.agreed_price import with_agreed_price
from helsebro.decisions import ruling
from helsebro.decisions.granted_place import ClinicWithoutTreatment, must_offer
from helsebro.errors import BadInput, Conflict, Fault, NotFound, Refused
from helsebro.events import Event
from helsebro.guarantees.issue import session_price
from helsebro.guarantees.reserve import price_faults
from helsebro.ids import ClinicId
from helsebro.local_day import local_day
from helsebro.network.practitioner import Practitioner
from helsebro.payer import Payer
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import ProposalOutdated, Record, Task
from helsebro_aws.benefits.dynamo_benefits import LedgerChanged
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Check, Operation, Tables, tables
from helsebro_aws.guarantees.reserve import BenefitGrants
from helsebro_aws.network.active_clinic import active_clinic
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.keys import practitioner_key
from helsebro_aws.policies.cover_versions import unchanged
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.quality.second_looks import SecondLooks
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks

UNKNOWN_CLINIC, UNKNOWN_PRACTITIONER = "grant-clinic-unknown", "grant-practitioner-unknown"
DecidedBeside: TypeAlias = Callable[[Claim], tuple[Claim, Sequence[Operation], Sequence[Event]]]
"""Takes the claim as it is stored. Returns the claim to rule on, and what the same commit stores besides."""
OF_THE_NETWORK = (UNKNOWN_CLINIC, UNKNOWN_PRACTITIONER, "grant-clinic-without-treatment")


def nothing_beside(claim: Claim) -> tuple[Claim, Sequence[Operation], Sequence[Event]]:
    """Returns the claim, and nothing besides."""
    return claim, (), ()


class ClaimDecisions:
    """Decides claims: approves them with a grant, denies them, or sends a question to the member."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.tasks, self.claims, self.benefits = DynamoTasks(on), DynamoClaims(on), BenefitGrants(on)
        self.payers, self.tariffs = DynamoPayers(on), DynamoTariffs(on)
        self.practitioners, self.clinics = DynamoPractitioners(on), DynamoClinics(on)
        self.second_looks = SecondLooks(on)

    def decide(
        self, task: Task, decision: StaffDecision, record: Record, beside: DecidedBeside = nothing_beside
    ) -> Task:
        """Returns the decided task; what it grants is reserved in the person's benefit ledger.

        A complaint gives ``beside``, which reopens the denial. Raises ``AlreadyDecided``, ``BadInput``
        (``BenefitExceeded`` for a cap), ``Refused``, ``Conflict``.
        """
        changed = (ClaimChanged, LedgerChanged)
        return retry_on_conflict(lambda: self._decide(task, decision, record, beside), changed)

    def _decide(self, task: Task, decision: StaffDecision, record: Record, beside: DecidedBeside) -> Task:
        task.must_be_open()
        claim = self.claims.find(task.claim_id)
        ruled_on, also, told = beside(claim)
        payer = self.payers.find(claim.payer) if decision.granted else None
        named = self._practitioner(decision)
        faults = self._network_faults(claim, decision, named)
        if payer:
            # The decision keeps the prices of its day: a later tariff changes neither grant nor guarantee.
            on = local_day(decision.at, claim.country)
            # An unknown practitioner is refused by the check of the commit.
            authorised = named.authorised_on(on) if named else True
            fees = self.tariffs.fees(payer, claim.treatment_type, on, authorised=authorised)
            decision = replace(decision, fees=fees)
        after = task.decide(decision)
        try:
            going_on = ruled_on.without_delay(task.task_id)
            decided = ruling.of_claim(going_on, task, decision, local_day(decision.at, claim.country))
        except NotInReview:
            # The task may have been decided since it was read; then the error is ``AlreadyDecided``.
            self.tasks.find(task.task_id).must_be_open()
            raise
        except BadInput as bad:
            raise self._with_the_caps([*bad.faults, *faults], claim, after, payer) from None
        if faults or (payer and price_faults(claim, after, payer)):
            raise self._with_the_caps(faults, claim, after, payer)
        if payer:
            decided = with_agreed_price(decided, session_price(claim, after, payer))
        counted, drawn = self.second_looks.of_decision(after, decision, ruled_on, decided)
        operations = [
            self.tasks.replacement(task, after),
            *self._same_cover(claim, task, decision),
            *self.claims.replacement(claim, decided),
            *self._network_checks(decision, named),
            *(self.benefits.of_claim(claim, after, payer) if payer else []),
            *counted,
            *also,
        ]
        events = [news.decided(after, decision), *drawn, *told]
        self.tables.commit(operations, events=events, receipt=record(after))
        return after

    def _same_cover(self, claim: Claim, task: Task, decision: StaffDecision) -> list[Check]:
        """Returns the checks that the proposal was made under the cover of now; a question needs no cover."""
        if decision.decision == "clarify":
            return []
        return unchanged(claim.payer, claim.person_id, task.cover_version, ProposalOutdated(), self.tables)

    def _with_the_caps(
        self, faults: Sequence[Fault], claim: Claim, after: Task, payer: Payer | None
    ) -> BadInput:
        """Returns the faults of a decision with those of its price and of the caps that its grant exceeds.

        All come at once. A fault of the network alone has its own code.
        """
        grant = after.decision.granted if after.decision else None
        if payer is None or grant is None:
            return _refusal(faults)
        priced = price_faults(claim, after, payer)
        found = [*faults, *priced]
        if grant.valid_until is None or grant.sessions < 1:
            return _refusal(found)
        try:
            self.benefits.of_claim(claim, _without_price(after) if priced else after, payer)
        except BenefitExceeded as exceeded:
            return exceeded.beside(found)
        except BadInput as bad:
            known = {(fault.pointer, fault.code) for fault in found}
            also = [fault for fault in bad.faults if (fault.pointer, fault.code) not in known]
            return _refusal([*found, *also])
        except (Conflict, NotFound, Refused):
            # The faults that are known already come first.
            return _refusal(found)
        return _refusal(found)

    def _practitioner(self, decision: StaffDecision) -> Practitioner | None:
        """Returns the granted practitioner, whose authorisation decides the rate (F1-03)."""
        grant = decision.granted
        if grant is None or grant.practitioner_id is None:
            return None
        with suppress(NotFound):
            return self.practitioners.find(grant.practitioner_id)
        return None

    def _network_faults(
        self, claim: Claim, decision: StaffDecision, named: Practitioner | None
    ) -> list[Fault]:
        """Returns the faults of the granted clinic and practitioner: unknown, gone, not at that clinic, or
        without the treatment (F0-06). The checks of the commit hold them to it until then.
        """
        grant = decision.granted
        found = []
        if grant and grant.clinic_id and not self._takes_clients(grant.clinic_id):
            found.append(Fault("/grant/clinicId", UNKNOWN_CLINIC, ""))
        if grant and grant.practitioner_id:
            elsewhere = named and grant.clinic_id and named.clinic_id != grant.clinic_id
            if named is None or named.ended_at or elsewhere:
                found.append(Fault("/grant/practitionerId", UNKNOWN_PRACTITIONER, ""))
            elif not grant.clinic_id and not self._takes_clients(named.clinic_id):
                found.append(Fault("/grant/practitionerId", UNKNOWN_CLINIC, ""))
        if not found:
            try:
                self._must_offer(claim, decision, named)
            except ClinicWithoutTreatment as without:
                return [*without.faults]
        return found

    def _takes_clients(self, clinic_id: ClinicId) -> bool:
        with suppress(NotFound):
            return self.clinics.find(clinic_id).status == "active"
        return False

    def _must_offer(self, claim: Claim, decision: StaffDecision, named: Practitioner | None) -> None:
        """Raises ``ClinicWithoutTreatment`` when the granted place does not offer the treatment (F0-06).

        One that does not exist or has left is refused by the check of the commit.
        """
        grant, on = decision.granted, local_day(decision.at, claim.country)
        if grant and named and not named.ended_at:
            must_offer(grant, [named], claim.treatment_type, on)
        elif grant and grant.clinic_id and not grant.practitioner_id:
            there = self.practitioners.of_clinic(grant.clinic_id)
            with suppress(NotFound):
                self.clinics.find(grant.clinic_id)
                must_offer(grant, there, claim.treatment_type, on)

    def _network_checks(self, decision: StaffDecision, named: Practitioner | None) -> list[Operation]:
        """Returns checks that the granted clinic and practitioner exist, and that they belong together.

        The clinic takes clients: no client reaches one that has not signed its contract (F0-06).
        """
        table, grant = self.tables.settings.network_table, decision.granted
        if grant is None:
            return []
        checks: list[Operation] = []
        clinic_id = grant.clinic_id or (named.clinic_id if named else None)
        if clinic_id:
            checks.append(active_clinic(table, clinic_id, Refused("grant-clinic-unknown")))
        if grant.practitioner_id:
            unknown = Refused("grant-practitioner-unknown")
            # One who left is no longer at the clinic.
            exists, values = "attribute_exists(#pk) AND attribute_not_exists(#endedAt)", {}
            if grant.clinic_id:
                exists, values = f"{exists} AND #clinicId = :clinic", {":clinic": grant.clinic_id}
            key = practitioner_key(grant.practitioner_id)
            checks.append(Check(table, *key, exists, values, otherwise=unknown))
        return checks


def _refusal(faults: Sequence[Fault]) -> BadInput:
    """Returns the error of these faults; a single one of the network keeps its own code."""
    refusal = BadInput(faults)
    if len(faults) == 1 and faults[0].code in OF_THE_NETWORK:
        refusal.code = faults[0].code
    return refusal


def _without_price(task: Task) -> Task:
    """Returns the decided task without the price that was agreed for the case, so that its caps are found."""
    decision = task.decision
    if decision is None or decision.grant is None:
        return task
    return replace(task, decision=replace(decision, grant=replace(decision.grant, per_session=None)))
