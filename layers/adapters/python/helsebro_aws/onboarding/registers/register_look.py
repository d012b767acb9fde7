"""Register look: asks the authorisation register about a practitioner and stores what it says (F0-21).

A look is made again whenever the details that it compares have changed. What it finds is stored in one commit
with its event, and with a task for the network team when something does not agree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import PractitionerId
from helsebro.local_day import local_day
from helsebro.network.practitioner import Practitioner
from helsebro.network.registers.register_check import (
    CHECKED_EVENT,
    RegisterCheck,
    RegisterCheckChanged,
    RegisterFinding,
    after_look,
    waiting,
)
from helsebro.network.registers.registration import Registration
from helsebro.onboarding.registers.comparison import compared
from helsebro.tasks.doubts.register_doubt import RegisterDoubt
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import PractitionerReview
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.registers.dynamo_register_checks import DynamoRegisterChecks
from helsebro_aws.onboarding.registers.authorisation_register import RegisterUnavailable
from helsebro_aws.onboarding.registers.connected_registers import ConnectedRegisters
from helsebro_aws.platform import clock
from helsebro_aws.tasks.follow_ups import FollowUps

DECIDED_WITHIN = timedelta(days=3)
Looked = Literal["looked", "known", "gone", "waits"]


@dataclass(frozen=True)
class RegisterLook:
    """Looks practitioners up in the register of their country."""

    registers: ConnectedRegisters
    practitioners: DynamoPractitioners = field(default_factory=DynamoPractitioners)
    clinics: DynamoClinics = field(default_factory=DynamoClinics)
    checks: DynamoRegisterChecks = field(default_factory=DynamoRegisterChecks)
    follow_ups: FollowUps = field(default_factory=FollowUps)
    on: Tables = tables

    def run(self, practitioner_id: PractitionerId, *, again: bool = False) -> Looked:
        """Asks the register about a practitioner, unless it answered about these details before.

        ``again`` asks in any case, but never about details that the network team has decided on. Raises
        ``RegisterUnavailable`` once that is stored, so that the caller comes again.
        """
        practitioner = self._present(practitioner_id)
        if practitioner is None:
            retry_on_conflict(lambda: self._forget(practitioner_id), RegisterCheckChanged)
            return "gone"
        if not self.clinics.find(practitioner.clinic_id).checklist.contract_signed:
            retry_on_conflict(lambda: self._wait(practitioner), RegisterCheckChanged)
            return "waits"
        known = self.checks.known(practitioner_id)
        if _is_settled(known, practitioner, again=again):
            return "known"
        fault: RegisterUnavailable | None = None
        try:
            finding = self._finding(practitioner)
        except RegisterUnavailable as unavailable:
            finding, fault = RegisterFinding("unavailable"), unavailable
        retry_on_conflict(lambda: self._store(practitioner, finding), RegisterCheckChanged)
        if fault:
            raise fault
        return "looked"

    def escalate(self, practitioner_id: PractitionerId) -> bool:
        """Opens a task for the network team about a practitioner who is still not verified.

        Returns whether it did: run again, and once verified or decided, it does nothing.
        """
        return retry_on_conflict(lambda: self._escalate(practitioner_id), RegisterCheckChanged)

    def _present(self, practitioner_id: PractitionerId) -> Practitioner | None:
        """Returns the practitioner, None for one who has left and for one of a clinic that has ended."""
        try:
            found = self.practitioners.find(practitioner_id)
        except NotFound:
            return None
        if found.ended_at or self.clinics.find(found.clinic_id).status == "ended":
            return None
        return found

    def _finding(self, practitioner: Practitioner) -> RegisterFinding:
        # The register is asked about what the clinic states, also after a denial.
        if not practitioner.confirmed().authorised_on(local_day(clock.now(), practitioner.address.country)):
            return RegisterFinding("not-needed")
        if not practitioner.authorisation_id:
            return RegisterFinding("not-checked")
        register = self.registers.of_country(practitioner.address.country)
        if register is None:
            return RegisterFinding("unavailable")
        return compared(Registration.of(practitioner), register.entries(practitioner.authorisation_id))

    def _store(self, practitioner: Practitioner, finding: RegisterFinding) -> None:
        known = self.checks.known(practitioner.practitioner_id)
        after = after_look(known, practitioner, finding, clock.now())
        events = [_checked(after)] if _is_news(known, after) else []
        changes: list[Operation] = []
        if known and known.task_id and known.task_id != after.task_id:
            # A practitioner has one open task at most: the one about what the register says now.
            changes, closed = self.follow_ups.closing(known.task_id, clock.now())
            events += closed
        if after.outcome == "verified" and practitioner.denied_on:
            judged, judgements = self.practitioners.judged(
                practitioner.practitioner_id, after.registration, clock.now(), confirmed=True
            )
            changes += judged
            events += judgements
        if after.outcome == "mismatch" and after.task_id is None:
            task = _task(after)
            opening, opened = self.follow_ups.opening(task)
            changes.append(opening)
            events.append(opened)
            after = after.with_task(task.task_id)
        self.on.commit([self.checks.change(known, after), *changes], events=events)

    def _wait(self, practitioner: Practitioner) -> None:
        known = self.checks.known(practitioner.practitioner_id)
        self.on.commit([self.checks.change(known, waiting(known, practitioner, clock.now()))])

    def _forget(self, practitioner_id: PractitionerId) -> None:
        """Takes a practitioner who has left out of those who are checked again, and closes the task."""
        known = self.checks.known(practitioner_id)
        if known and (known.next_at or known.task_id):
            task = known.task_id
            changes, closed = self.follow_ups.closing(task, clock.now()) if task else ([], [])
            forgotten = self.checks.change(known, known.without_practitioner())
            self.on.commit([forgotten, *changes], events=closed)

    def _escalate(self, practitioner_id: PractitionerId) -> bool:
        practitioner = self._present(practitioner_id)
        if practitioner is None:
            return False
        known = self.checks.known(practitioner_id)
        if known is None or known.task_id or known.reviewed or not known.is_about(practitioner):
            return False
        if known.outcome != "unverified":
            return False
        task = _task(known)
        opening, opened = self.follow_ups.opening(task)
        self.on.commit([self.checks.change(known, known.with_task(task.task_id)), opening], events=[opened])
        return True


def _is_settled(known: RegisterCheck | None, practitioner: Practitioner, *, again: bool) -> bool:
    """Whether nothing has to be asked."""
    if known is None:
        return not practitioner.authorised
    if not known.is_about(practitioner):
        return False
    if known.finding.state == "not-checked":
        return not practitioner.authorisation_id
    return known.reviewed or not (again or known.finding.state == "unavailable")


def _is_news(before: RegisterCheck | None, after: RegisterCheck) -> bool:
    """Whether others learn of it: not when it comes to what it came to, about the same details."""
    return before is None or (before.registration, before.outcome) != (after.registration, after.outcome)


def _checked(check: RegisterCheck) -> Event:
    ids = {"practitionerId": check.practitioner_id, "clinicId": check.clinic_id}
    return Event(CHECKED_EVENT, clock.now(), "", {**ids, "outcome": check.outcome}, check.clinic_id)


def _task(check: RegisterCheck) -> Task:
    """Returns the task about a check; each check that asks for one has its own."""
    return follow_up(
        "network",
        PractitionerReview(check.clinic_id, check.practitioner_id),
        "authorisation-unverified",
        f"{check.practitioner_id}:{check.version}",
        clock.now(),
        DECIDED_WITHIN,
        register=RegisterDoubt(check.finding.state, check.finding.differs),
    )
