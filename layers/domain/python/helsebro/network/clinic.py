"""Clinic: where practitioners treat, with the checklist it completes before its first client (F0-10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from helsebro.caller import NETWORK, Caller
from helsebro.errors import NotFound
from helsebro.ids import ClinicId
from helsebro.network.service import Service
from helsebro.payer import Country

ClinicStatus = Literal["applied", "active", "ended"]


@dataclass(frozen=True)
class ClinicContact:
    """How the platform and members contact the clinic."""

    phone: str
    email: str


@dataclass(frozen=True)
class Checklist:
    """The six steps until clients can find a clinic, each with the time it was completed or None (F0-10)."""

    applied: datetime | None = None
    system_connected: datetime | None = None
    contract_signed: datetime | None = None
    details_filled: datetime | None = None
    services_published: datetime | None = None
    active: datetime | None = None

    @property
    def is_ready(self) -> bool:
        """Whether every step but the last is done, so that the clinic can become active (F0-06)."""
        steps = (self.applied, self.system_connected, self.contract_signed, self.details_filled)
        return all((*steps, self.services_published))


@dataclass(frozen=True)
class Clinic:
    """A clinic. ``signatory_id`` is the person who may sign for it (F0-03), ``clinic_system`` its vendor.

    ``first_published_at`` and ``follow_up_published_at`` are when the clinic first published each of the two
    services it must offer (F0-09). ``version`` counts its changes.
    """

    clinic_id: ClinicId
    name: str
    cvr: str
    country: Country
    contact: ClinicContact
    status: ClinicStatus
    checklist: Checklist
    clinic_system: str = "other"
    signatory_id: str | None = None
    first_published_at: datetime | None = None
    follow_up_published_at: datetime | None = None
    version: int = 1

    @property
    def takes_clients(self) -> bool:
        """Whether members may find and book it (F0-06, F0-22)."""
        return self.status == "active"

    def is_seen_by(self, caller: Caller) -> bool:
        """Whether the caller is its own system, its signatory, or the platform's network staff."""
        own = caller.clinic_id == self.clinic_id
        signatory = bool(caller.person_id) and caller.person_id == self.signatory_id
        return own or signatory or NETWORK in caller.rights

    def must_be_run_by(self, caller: Caller) -> None:
        """Raises ``NotFound`` unless the caller is its own system or its signatory."""
        signatory = bool(caller.person_id) and caller.person_id == self.signatory_id
        if caller.clinic_id != self.clinic_id and not signatory:
            raise NotFound()

    def publishing(self, services: Iterable[Service], at: datetime) -> Clinic:
        """Returns the clinic after it published slots of these services.

        With both services published it becomes active if the rest of the checklist is done (F0-09).
        """
        published = set(services)
        first = self.first_published_at or (at if "first" in published else None)
        follow_up = self.follow_up_published_at or (at if "follow-up" in published else None)
        if (first, follow_up) == (self.first_published_at, self.follow_up_published_at):
            return self
        both = max(first, follow_up) if first and follow_up else None
        checklist = replace(self.checklist, services_published=self.checklist.services_published or both)
        changed = replace(
            self,
            first_published_at=first,
            follow_up_published_at=follow_up,
            checklist=checklist,
            version=self.version + 1,
        )
        return changed._activated(at)

    def changed(self, *, name: str | None, phone: str | None, email: str | None) -> Clinic:
        """Returns the clinic with the details it reports (F0-21); None leaves a field unchanged."""
        contact = replace(self.contact, phone=phone or self.contact.phone, email=email or self.contact.email)
        if (name or self.name, contact) == (self.name, self.contact):
            return self
        return replace(self, name=name or self.name, contact=contact, version=self.version + 1)

    def _activated(self, at: datetime) -> Clinic:
        if self.status != "applied" or not self.checklist.is_ready:
            return self
        return replace(self, status="active", checklist=replace(self.checklist, active=at))
