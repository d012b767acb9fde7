"""Clinic: where practitioners treat, and how far it has come on the way to its first client (F0-10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from helsebro.caller import NETWORK, Caller
from helsebro.errors import NotFound
from helsebro.network.service import Service
from helsebro.payer import Country

Status = Literal["applied", "active", "ended"]


@dataclass(frozen=True)
class ClinicContact:
    """How the platform and the members reach the clinic."""

    phone: str
    email: str


@dataclass(frozen=True)
class Checklist:
    """The six steps to a clinic that clients reach, each with its time or None (F0-10)."""

    applied: datetime | None = None
    system_connected: datetime | None = None
    contract_signed: datetime | None = None
    details_filled: datetime | None = None
    services_published: datetime | None = None
    active: datetime | None = None

    @property
    def is_ready(self) -> bool:
        """Whether only the last step is left: nothing else stands in the way of clients (F0-06)."""
        steps = (self.applied, self.system_connected, self.contract_signed, self.details_filled)
        return all((*steps, self.services_published))


@dataclass(frozen=True)
class Clinic:
    """A clinic. ``signatory_id`` is the person who may sign for it (F0-03), ``clinic_system`` its vendor.

    ``first_published_at`` and ``follow_up_published_at`` tell when each of the two services that a clinic
    must offer was published (F0-09). ``version`` counts its changes.
    """

    clinic_id: str
    name: str
    cvr: str
    country: Country
    contact: ClinicContact
    status: Status
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
        """Its own system, its signatory, and the platform's network staff."""
        own = caller.clinic_id == self.clinic_id
        signatory = bool(caller.person_id) and caller.person_id == self.signatory_id
        return own or signatory or NETWORK in caller.rights

    def must_be_run_by(self, caller: Caller) -> None:
        """Its own system and its signatory run it. Raises ``NotFound`` for everybody else."""
        signatory = bool(caller.person_id) and caller.person_id == self.signatory_id
        if caller.clinic_id != self.clinic_id and not signatory:
            raise NotFound()

    def publishing(self, services: Iterable[Service], at: datetime) -> Clinic:
        """The clinic once it has slots of these services; both at last, and it may become active (F0-09)."""
        now_has = set(services)
        first = self.first_published_at or (at if "first" in now_has else None)
        follow_up = self.follow_up_published_at or (at if "follow-up" in now_has else None)
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
        """The clinic with what it reports of itself (F0-21); None leaves a field as it is."""
        contact = replace(self.contact, phone=phone or self.contact.phone, email=email or self.contact.email)
        if (name or self.name, contact) == (self.name, self.contact):
            return self
        return replace(self, name=name or self.name, contact=contact, version=self.version + 1)

    def _activated(self, at: datetime) -> Clinic:
        if self.status != "applied" or not self.checklist.is_ready:
            return self
        return replace(self, status="active", checklist=replace(self.checklist, active=at))
