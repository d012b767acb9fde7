"""Referred on: where a clinic has referred a client to, in the task of the staff who follow up (F1-30)."""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.ids import ClinicId, GuaranteeId, PractitionerId


@dataclass(frozen=True)
class ReferredOn:
    """``to`` is what the clinic wrote, such as ``psychiatry``; it is health data and in no event. It is None
    when the clinic wrote nothing.

    The clinic, and the practitioner if one is known, referred the client on; a task that was stored before
    they were kept names neither.
    """

    guarantee_id: GuaranteeId
    to: str | None = field(repr=False)
    clinic_id: ClinicId | None = None
    clinic_name: str | None = None
    practitioner_id: PractitionerId | None = None
    practitioner_name: str | None = None
