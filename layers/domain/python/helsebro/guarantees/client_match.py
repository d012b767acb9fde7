"""Client match: the clinic, and perhaps the practitioner, that staff chose for a guarantee (F1-18)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from helsebro.guarantees.match_decline import Decline, DeclineScope
from helsebro.ids import ClinicId, PractitionerId
from helsebro.network.treating_place import TreatingPlace
from helsebro.tasks.declined_match import DeclineReason

MatchStatus = Literal["matched", "declined", "ended"]


@dataclass(frozen=True)
class ClientMatch:
    """``practitioner_id`` is None when any practitioner of the clinic may treat the client.

    ``problem`` is the word of the problem that staff looked for. ``again`` says that staff chose who had
    declined the client before, and that this decline no longer counts; what a practitioner declined for the
    own person, only when that practitioner is named. A declined match has a ``reason``, and
    ``text`` when the clinic wrote more about it; only staff may read the text. ``declined_for`` is whom the
    decline holds for.
    """

    clinic_id: ClinicId
    matched_at: datetime
    practitioner_id: PractitionerId | None = None
    problem: str | None = field(default=None, repr=False)
    again: bool = False
    status: MatchStatus = "matched"
    declined_at: datetime | None = None
    reason: DeclineReason | None = None
    text: str | None = field(default=None, repr=False)
    declined_for: DeclineScope | None = None

    @property
    def place(self) -> TreatingPlace:
        """Its clinic, with the practitioner if one was named."""
        return self.clinic_id, self.practitioner_id

    @property
    def closed_place(self) -> TreatingPlace:
        """Where its client is not to be treated after a decline.

        It is the whole clinic, unless a practitioner said no, who leaves the client to the colleagues.
        """
        return self.place if self.declined_for == "practitioner" else (self.clinic_id, None)

    def declined(self, decline: Decline, at: datetime) -> ClientMatch:
        """Returns the match after it was declined."""
        return replace(
            self,
            status="declined",
            declined_at=at,
            reason=decline.reason,
            text=decline.text,
            declined_for=decline.scope,
        )
