"""Register check: what the authorisation register said about a practitioner (F0-11, F0-21)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Literal

from helsebro.errors import Conflict
from helsebro.ids import ClinicId, PractitionerId, TaskId
from helsebro.local_day import zone
from helsebro.network.practitioner import Practitioner
from helsebro.network.registers.registration import Registration

RegisterState = Literal[
    "verified", "not-found", "mismatch", "unavailable", "not-checked", "not-needed", "denied"
]
Difference = Literal["name", "profession", "authorisation"]
RegisterOutcome = Literal["verified", "unverified", "mismatch", "not-needed"]

OUTCOMES: Mapping[RegisterState, RegisterOutcome] = {
    "verified": "verified",
    "mismatch": "mismatch",
    "denied": "mismatch",
    "not-found": "unverified",
    "unavailable": "unverified",
    "not-checked": "unverified",
    "not-needed": "not-needed",
}
"""What each state comes to: only a register that answered and agreed verifies anyone."""
CHECKED_EVENT = "practitioner.checked"
UNVERIFIED_CLOCK = "practitioner-unverified"
"""The clock at whose end a practitioner who is still unverified becomes a task for the network team."""
AGAIN_AFTER: Mapping[RegisterState, timedelta | None] = {
    "unavailable": timedelta(hours=1),
    "not-found": timedelta(days=1),
    "mismatch": timedelta(days=7),
    # An authorisation can be taken away.
    "verified": timedelta(days=30),
    "not-checked": None,
    "not-needed": None,
    "denied": None,
}
"""How long after a check the register is asked again; None waits for other details of the practitioner."""


class RegisterCheckChanged(Conflict):
    """Another check was stored since this one was read."""


@dataclass(frozen=True)
class RegisterFinding:
    """What one look into the register found; ``differs`` names what does not agree, of a mismatch."""

    state: RegisterState
    differs: tuple[Difference, ...] = ()

    @property
    def outcome(self) -> RegisterOutcome:
        """What it comes to."""
        return OUTCOMES[self.state]


@dataclass(frozen=True)
class RegisterCheck:
    """The last check of a practitioner.

    ``registration`` is what was checked: after a change of it the check says nothing any more.
    ``checked_at`` is when the register last answered, or first did not. ``next_at`` is when it is asked
    again. ``task_id`` is the task that the network team has about it; ``reviewed`` says that the team has
    decided, so that only other details are checked anew.
    """

    practitioner_id: PractitionerId
    clinic_id: ClinicId
    registration: Registration
    finding: RegisterFinding
    checked_at: datetime
    next_at: datetime | None = None
    task_id: TaskId | None = None
    reviewed: bool = False
    version: int = 1

    @property
    def outcome(self) -> RegisterOutcome:
        """What it comes to."""
        return self.finding.outcome

    def is_about(self, practitioner: Practitioner) -> bool:
        """Whether what was checked is what the clinic states now."""
        return self.registration == Registration.of(practitioner)

    def with_task(self, task_id: TaskId) -> RegisterCheck:
        """Returns it with the task that the network team has about it."""
        return replace(self, task_id=task_id, version=self.version + 1)

    def without_practitioner(self) -> RegisterCheck:
        """Returns it after the practitioner has left: who comes back is looked up anew."""
        return replace(
            self,
            finding=RegisterFinding("not-checked"),
            next_at=None,
            task_id=None,
            reviewed=False,
            version=self.version + 1,
        )

    def decided(self, *, confirmed: bool, at: datetime) -> RegisterCheck:
        """Returns it after the network team has looked: confirmed is verified, else denied."""
        finding = RegisterFinding("verified" if confirmed else "denied")
        return replace(
            self, finding=finding, checked_at=at, next_at=None, reviewed=True, version=self.version + 1
        )


def waiting(known: RegisterCheck | None, practitioner: Practitioner, at: datetime) -> RegisterCheck:
    """Returns the check of a practitioner whose clinic has not signed: it is made on a later day."""
    return RegisterCheck(
        practitioner.practitioner_id,
        practitioner.clinic_id,
        Registration(name="", profession="", authorised=True, country=""),
        RegisterFinding("not-checked"),
        checked_at=at,
        next_at=at + timedelta(days=1),
        version=known.version + 1 if known else 1,
    )


def after_look(
    known: RegisterCheck | None, practitioner: Practitioner, finding: RegisterFinding, at: datetime
) -> RegisterCheck:
    """Returns the check after a look into the register.

    A register that does not answer takes away nothing: who was verified stays verified as of then.
    """
    same = known if known and known.is_about(practitioner) else None
    if same and finding.state == "unavailable" and same.finding.state != "unavailable":
        return replace(same, next_at=at + timedelta(hours=1), version=same.version + 1)
    return RegisterCheck(
        practitioner_id=practitioner.practitioner_id,
        clinic_id=practitioner.clinic_id,
        registration=Registration.of(practitioner),
        finding=finding,
        checked_at=same.checked_at if same and finding.state == "unavailable" else at,
        next_at=_next_look(practitioner, finding, at),
        task_id=same.task_id if same and same.finding == finding else None,
        version=known.version + 1 if known else 1,
    )


def finding_now(known: RegisterCheck | None, practitioner: Practitioner) -> RegisterFinding:
    """Returns what is known of the practitioner as the clinic describes them now."""
    if not practitioner.authorised:
        return RegisterFinding("not-needed")
    if practitioner.denied_on:
        return RegisterFinding("denied")
    if known is None or not known.is_about(practitioner):
        return RegisterFinding("not-checked")
    return known.finding


def _next_look(practitioner: Practitioner, finding: RegisterFinding, at: datetime) -> datetime | None:
    """Returns when the register is asked again: on its first day about an authorisation that is to come."""
    begins = practitioner.authorised_since
    if finding.state == "not-needed" and practitioner.authorised and begins:
        return datetime.combine(begins, time(), zone(practitioner.address.country))
    wait = AGAIN_AFTER[finding.state]
    return None if wait is None else at + wait
