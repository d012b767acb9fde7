"""Entry end: why an entry of the waitlist ends, and when its guarantee can no longer serve it."""

from __future__ import annotations

from typing import Literal, Protocol

from helsebro.bookings.slot_cover import against_another_first
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClinicId, PractitionerId
from helsebro.network.consultation import Consultation

EndedBecause = Literal[
    "withdrawn",
    "offers-missed",
    "window-over",
    "guarantee-over",
    "guarantee-used-up",
    "first-session-booked",
    "bound-elsewhere",
    "consent-withdrawn",
    "clinic-declined",
    "practitioner-left",
    "course-ended",
]


class WaitedFor(Protocol):
    """What an entry waits for, and where."""

    @property
    def service(self) -> Consultation | None:
        """The kind of session, None for any."""

    @property
    def practitioner_id(self) -> PractitionerId | None:
        """The practitioner, if one is waited for."""

    @property
    def clinic_id(self) -> ClinicId | None:
        """The clinic, if one is waited for."""

    @property
    def follows_match(self) -> bool:
        """Whether it waits wherever the client is matched."""


def why_over(guarantee: Guarantee, entry: WaitedFor, *, has_consent: bool) -> EndedBecause | None:
    """Returns why an entry can get no slot under its guarantee any more, None while it can.

    One for first consultations alone waits in vain once the first consultation is booked; one for any session
    still waits for a follow-up.
    """
    reasons: list[tuple[bool, EndedBecause]] = [
        (guarantee.status != "active", "guarantee-over"),
        (not has_consent, "consent-withdrawn"),
        (guarantee.course_ended_at is not None, "course-ended"),
        (not guarantee.sessions_free, "guarantee-used-up"),
        (any(against_another_first(guarantee, entry.service)), "first-session-booked"),
    ]
    if not entry.follows_match:
        reasons += [
            (_is_declined(guarantee, entry), "clinic-declined"),
            (_is_bound_elsewhere(guarantee, entry), "bound-elsewhere"),
        ]
    return next((why for is_so, why in reasons if is_so), None)


def _is_declined(guarantee: Guarantee, entry: WaitedFor) -> bool:
    clinic_id = entry.clinic_id
    return clinic_id is not None and guarantee.was_declined_at(clinic_id, entry.practitioner_id)


def _is_bound_elsewhere(guarantee: Guarantee, entry: WaitedFor) -> bool:
    places = (
        (entry.practitioner_id, guarantee.practitioner_id),
        (entry.clinic_id, guarantee.clinic_id),
    )
    return any(own and bound and own != bound for own, bound in places)
