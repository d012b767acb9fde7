"""Practitioner left: whose client staff match anew, in the task about the guarantee (F1-18, F0-21)."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.ids import ClinicId, GuaranteeId, PractitionerId


@dataclass(frozen=True)
class PractitionerLeft:
    """The guarantee that is bound to a practitioner who left the clinic, with ``sessions_left``."""

    guarantee_id: GuaranteeId
    clinic_id: ClinicId
    practitioner_id: PractitionerId
    sessions_left: int
