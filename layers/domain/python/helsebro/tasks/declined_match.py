"""Declined match: why a clinic declined a client, and who may treat instead, in the task of the staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from helsebro.ids import ClinicId, GuaranteeId, PractitionerId

DeclineReason = Literal["no-capacity", "not-my-field", "language", "conflict-of-interest", "other"]


RematchCause = DeclineReason | Literal["member-refused"]
"""Why the clinic does not treat the client: as it said, or the member refused that it learns of the case."""


@dataclass(frozen=True)
class Suggestion:
    """A practitioner who may treat instead, as the search found them when the clinic declined.

    ``codes`` say why; ``why`` is the same as a sentence in each language.
    """

    practitioner_id: PractitionerId
    clinic_id: ClinicId
    name: str
    clinic_name: str
    codes: tuple[str, ...]
    why: Mapping[str, str]


@dataclass(frozen=True)
class DeclinedMatch:
    """``practitioner_id`` is None when the client was matched to the whole clinic.

    ``text`` is what the clinic wrote, for the staff only. ``suggestions`` are the best three, best first.
    """

    guarantee_id: GuaranteeId
    clinic_id: ClinicId
    reason: RematchCause
    practitioner_id: PractitionerId | None = None
    text: str | None = field(default=None, repr=False)
    suggestions: tuple[Suggestion, ...] = ()
