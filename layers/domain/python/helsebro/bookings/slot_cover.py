"""Whether a guarantee covers a session in a slot, and why not (F0-15, F0-16, F0-26)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from helsebro.calendars.slot import Slot
from helsebro.errors import HelsebroError, Refused
from helsebro.guarantees.extension import CRISIS
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, ClinicId, PractitionerId
from helsebro.local_day import local_day
from helsebro.network.consultation import DEBRIEFING
from helsebro.network.practitioner import Practitioner
from helsebro.network.team.authorisation import AuthorisationMissing


class SessionPlace(Protocol):
    """Where a session may be: what is read of a slot, of its offer, and of a practitioner."""

    @property
    def clinic_id(self) -> ClinicId:
        """The clinic."""

    @property
    def practitioner_id(self) -> PractitionerId:
        """The practitioner."""


class GuaranteeNotValid(Refused):
    """The guarantee was revoked."""

    code = "guarantee-not-valid"


class GuaranteeUsedUp(Refused):
    """Every session of the guarantee is booked or held."""

    code = "guarantee-used-up"


class TooFewSessionsLeft(Refused):
    """Fewer sessions of the guarantee can still be booked than are asked for together."""

    code = "too-few-sessions-left"


class OutsideGuaranteePeriod(Refused):
    """The session's local day lies before the first or after the last day of the guarantee (F0-26)."""

    code = "outside-guarantee-period"


class BeginByPassed(Refused):
    """The session would be the first, and lies after the last day on which the first may be (R-7144)."""

    code = "begin-by-passed"


class GuaranteeBoundElsewhere(Refused):
    """The guarantee is for another clinic or practitioner; the first booking binds it."""

    code = "guarantee-bound-elsewhere"


class ClinicDeclined(Refused):
    """The clinic, or the practitioner, declined to treat this client (F1-22)."""

    code = "clinic-declined"


class GuaranteeIsRefunded(Refused):
    """The guarantee promises a refund to the member, and no clinic a payment (F3-09, F3-13)."""

    code = "guarantee-is-refunded"


class CourseHasEnded(Refused):
    """The clinic has reported the treatment as finished, so its wait has begun (R-822, R-912, Q17)."""

    code = "course-ended"


class FirstSessionBooked(Refused):
    """The first consultation under the guarantee is booked or held; other sessions follow it up (F0-09)."""

    code = "first-session-booked"


class TreatmentNotOffered(Refused):
    """The practitioner does not offer the treatment, or takes no clients on that day (F1-01, F1-23)."""

    code = "treatment-not-offered"


class DebriefingNotCovered(Refused):
    """A debriefing by phone is part of crisis help, and the guarantee is for another treatment (F1-12)."""

    code = "debriefing-not-covered"


def must_cover(guarantee: Guarantee, slot: Slot) -> None:
    """Raises unless the guarantee covers one more session in that slot: status, place, days, count (F0-15).

    Raises ``GuaranteeNotValid``, ``GuaranteeIsRefunded``, ``CourseHasEnded``, ``ClinicDeclined``,
    ``GuaranteeBoundElsewhere``, ``OutsideGuaranteePeriod``, ``BeginByPassed``, ``GuaranteeUsedUp`` or
    ``FirstSessionBooked``, ``DebriefingNotCovered``. The write checks all of it again in its condition.
    """
    refusal = why_not(guarantee, slot)
    if refusal:
        raise refusal


def why_not(guarantee: Guarantee, slot: Slot) -> HelsebroError | None:
    """Returns the first reason why the guarantee does not cover that slot, or None.

    A slot that is booked is taken, also for who booked it: no second first consultation is asked for there.
    """
    reasons = [*against_place(guarantee, slot), *against_day(guarantee, slot)]
    reasons += [*against_debriefing(guarantee, slot), *against_beginning(guarantee, [slot])]
    if not guarantee.sessions_free:
        reasons.append(too_few_left(guarantee))
    if not slot.booking_id:
        reasons += against_another_first(guarantee, slot.service)
    return reasons[0] if reasons else None


def too_few_left(guarantee: Guarantee) -> Refused:
    """Returns the refusal of more sessions than can still be booked, of which there may be some."""
    granted, left = guarantee.sessions_granted, guarantee.sessions_free
    if left:
        return TooFewSessionsLeft(sessionsGranted=granted, sessionsLeft=left)
    return GuaranteeUsedUp(sessionsGranted=granted)


def against_guarantee(guarantee: Guarantee) -> Iterator[HelsebroError]:
    """Yields why the guarantee pays no clinic, whoever treats on whatever day."""
    if guarantee.status != "active":
        yield GuaranteeNotValid()
    if guarantee.settlement == "refund":
        yield GuaranteeIsRefunded()
    if guarantee.course_ended_at:
        yield CourseHasEnded()


def against_place(guarantee: Guarantee, slot: Slot) -> Iterator[HelsebroError]:
    """Yields why the guarantee pays for no session at the slot's practitioner, on whatever day."""
    yield from against_guarantee(guarantee)
    yield from against_decline(guarantee, slot)
    if not is_bound_to(guarantee, slot):
        yield bound_elsewhere(guarantee)


def against_debriefing(guarantee: Guarantee, slot: Slot) -> Iterator[HelsebroError]:
    """Yields that the slot is for a debriefing, which only crisis help has, if so."""
    if slot.service == DEBRIEFING and guarantee.treatment != CRISIS:
        yield DebriefingNotCovered()


def bound_elsewhere(guarantee: Guarantee) -> GuaranteeBoundElsewhere:
    """Returns the refusal of another place, with where the guarantee may be used."""
    bound = {"clinicId": guarantee.clinic_id, "practitionerId": guarantee.practitioner_id}
    return GuaranteeBoundElsewhere(**{name: known for name, known in bound.items() if known})


def against_decline(guarantee: Guarantee, place: Slot | Practitioner) -> Iterator[HelsebroError]:
    """Yields that the clinic or the practitioner declined the client, if so.

    It counts until staff match the client there again, knowing of it.
    """
    if guarantee.was_declined_at(place.clinic_id, place.practitioner_id):
        yield ClinicDeclined()


def against_day(guarantee: Guarantee, slot: Slot) -> Iterator[HelsebroError]:
    """Yields that the slot's local day is outside the period of the guarantee, if it is."""
    if not guarantee.valid_from <= local_day(slot.starts_at, guarantee.country) <= guarantee.valid_until:
        yield outside_period(guarantee)


def outside_period(guarantee: Guarantee) -> OutsideGuaranteePeriod:
    """Returns the refusal of a day outside the guarantee's period, with the period."""
    period = (guarantee.valid_from.isoformat(), guarantee.valid_until.isoformat())
    return OutsideGuaranteePeriod(validFrom=period[0], validUntil=period[1])


def against_beginning(guarantee: Guarantee, slots: Sequence[Slot], moved: int = 0) -> Iterator[HelsebroError]:
    """Yields that the first of the slots would be the first session and is too late, if it is.

    ``moved`` counts the booked sessions that move to the slots.
    """
    first = min(local_day(slot.starts_at, guarantee.country) for slot in slots)
    yield from against_first_day(guarantee, first, moved)


def against_first_day(guarantee: Guarantee, first: date, moved: int = 0) -> Iterator[HelsebroError]:
    """Yields that a session on that local day would be the first session and is too late, if it is."""
    if guarantee.begin_by and guarantee.begins_too_late(first, guarantee.sessions_booked - moved):
        yield BeginByPassed(beginBy=guarantee.begin_by.isoformat())


def against_another_first(
    guarantee: Guarantee, service: str | None, moved: BookingId | None = None
) -> Iterator[HelsebroError]:
    """Yields that a session of this kind would be a second first consultation, if it would.

    One that is booked or held counts, wherever it is; one that was cancelled or missed does not. ``moved`` is
    the booking that moves.
    """
    if service == "first" and guarantee.first_booking_id not in (None, moved):
        yield FirstSessionBooked(service="follow-up")


def must_move_to(guarantee: Guarantee, slot: Slot, moved: BookingId | None = None) -> None:
    """Raises unless the ``moved`` booking of the guarantee may move to that slot.

    Raises ``ClinicDeclined``, ``BeginByPassed`` when it is the only booking, and then too late, and
    ``FirstSessionBooked``, ``DebriefingNotCovered``.
    """
    reasons = [*against_decline(guarantee, slot), *against_debriefing(guarantee, slot)]
    reasons += against_beginning(guarantee, [slot], moved=1)
    reasons += against_another_first(guarantee, slot.service, moved)
    for refusal in reasons:
        raise refusal


def is_bound_to(guarantee: Guarantee, place: SessionPlace) -> bool:
    """Whether the guarantee may be used at the clinic and practitioner of a slot, or of a practitioner."""
    clinic_fits = guarantee.clinic_id in (None, place.clinic_id)
    return clinic_fits and guarantee.practitioner_id in (None, place.practitioner_id)


def must_offer(practitioner: Practitioner, guarantee: Guarantee, slot: Slot) -> None:
    """Raises ``AuthorisationMissing`` or ``TreatmentNotOffered`` unless the practitioner offers the treatment
    on the day of the slot.
    """
    for refusal in against_practitioner(practitioner, guarantee, slot):
        raise refusal


def against_practitioner(
    practitioner: Practitioner, guarantee: Guarantee, slot: Slot
) -> Iterator[HelsebroError]:
    """Yields that the practitioner does not offer the treatment on the day of the slot, if so, and why."""
    on = local_day(slot.starts_at, practitioner.address.country)
    if not practitioner.offers(guarantee.treatment, on):
        yield not_offered(practitioner, guarantee.treatment, [on])


def not_offered(practitioner: Practitioner, treatment: str, days: Sequence[date]) -> Refused:
    """Returns the refusal of a treatment that is offered on none of the days, with the true reason."""
    is_missing = any(practitioner.lacks_authorisation_for(treatment, day) for day in days)
    return (AuthorisationMissing if is_missing else TreatmentNotOffered)(treatment=treatment)
