"""Matching a client: staff choose who treats under a guarantee, and the clinic may decline (F1-18, F1-22).

From the match on the clinic reads who the client is (F1-19) and which insurer pays (F1-20).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.consenting.passing_on import must_match
from helsebro.errors import Conflict, NotAllowed, NotFound, Refused
from helsebro.guarantees.client_match import ClientMatch
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.match_decline import Decline
from helsebro.guarantees.standing_session import BookedPlace
from helsebro.ids import ClinicId, PractitionerId
from helsebro.local_day import local_day
from helsebro.network.clinic import Clinic
from helsebro.network.practitioner import Practitioner
from helsebro.network.team.authorisation import AuthorisationMissing
from helsebro.network.treating_place import is_among


class GuaranteeNotActive(Refused):
    """Only an active guarantee can be matched."""

    code = "guarantee-not-active"


class ClinicTakesNoClients(Refused):
    """No client reaches a clinic that has not signed its contract, or has ended (F0-06, F0-22)."""

    code = "clinic-takes-no-clients"


class NotOffered(Refused):
    """No practitioner there offers the treatment to insurance clients on that day (F1-01, F1-21, F1-23)."""

    code = "treatment-not-offered"


class ProblemNotTaken(Refused):
    """A practitioner gets only clients with the problems that they take (F1-22)."""

    code = "problem-not-taken"


class BookedElsewhere(Conflict):
    """A session is booked with another clinic or practitioner."""

    code = "booked-elsewhere"


class SessionsAreBooked(Conflict):
    """Sessions are booked with the clinic; it cancels them before it declines the client."""

    code = "sessions-are-booked"


class NotMatchedHere(NotAllowed):
    """Staff did not match the client with the caller, who may see it: there is nothing to decline."""

    code = "client-not-matched-here"


class DeclinedBefore(Conflict):
    """The clinic or practitioner declined this client before, and staff did not ask to match them again."""

    code = "match-declined-before"


@dataclass(frozen=True)
class MatchChoice:
    """Who shall treat. ``practitioners`` are those who may: the named one, or all of the clinic.

    ``problem`` is the word by which practitioners list the client's problem, if staff named one. ``again``
    says that staff know that the client was declined there: by the clinic, or by the practitioner they name.
    """

    clinic: Clinic
    practitioners: tuple[Practitioner, ...]
    practitioner_id: PractitionerId | None = None
    problem: str | None = field(default=None, repr=False)
    again: bool = False


def matched(
    guarantee: Guarantee, claim: Claim, choice: MatchChoice, booked: Iterable[BookedPlace], at: datetime
) -> Guarantee:
    """Returns the guarantee bound to a clinic, and to the practitioner if one is named.

    It is unchanged when it is matched so already. ``booked`` is where its sessions to come are booked. Raises
    ``ConsentMissing``, ``ClinicConsentMissing``, ``GuaranteeNotActive``, ``Refused``,
    ``ClinicTakesNoClients``, ``NotOffered``, ``ProblemNotTaken``, ``DeclinedBefore`` and
    ``BookedElsewhere``.
    """
    must_match(claim, choice.clinic.clinic_id)
    _must_be_open(guarantee, at)
    _must_treat(choice, guarantee, at)
    _must_not_have_declined(choice, guarantee)
    clinic_id, practitioner_id = choice.clinic.clinic_id, choice.practitioner_id
    again = _is_again(choice, guarantee)
    match = ClientMatch(clinic_id, at, practitioner_id, choice.problem, again)
    if guarantee.match and replace(guarantee.match, matched_at=at) == match:
        return guarantee
    if any(clinic_id != there or practitioner_id not in (None, by) for there, by in booked):
        raise BookedElsewhere()
    return _bound(guarantee, match)


def declined(
    guarantee: Guarantee, decline: Decline, booked: Iterable[BookedPlace], at: datetime
) -> Guarantee:
    """Returns the guarantee without its clinic, after the clinic or the practitioner declined the client.

    Raises ``NotFound`` when it is not matched, and ``SessionsAreBooked``.
    """
    if guarantee.match is None or not guarantee.is_matched:
        raise NotFound()
    if any(clinic_id == guarantee.match.clinic_id for clinic_id, _ in booked):
        raise SessionsAreBooked()
    match = guarantee.match.declined(decline, at)
    freed = replace(guarantee, clinic_id=None, practitioner_id=None)
    return replace(freed, match=match, declines=(*guarantee.declines, match), version=guarantee.version + 1)


def unbound(guarantee: Guarantee) -> Guarantee:
    """Returns the guarantee without its clinic, after its practitioner left or lost the authorisation.

    The member may book elsewhere, and a match has ended. One whose course has ended stays as it is.
    """
    if guarantee.practitioner_id is None or guarantee.course_ended_at:
        return guarantee
    match = replace(guarantee.match, status="ended") if guarantee.is_matched and guarantee.match else None
    return replace(
        guarantee,
        clinic_id=None,
        practitioner_id=None,
        match=match or guarantee.match,
        version=guarantee.version + 1,
    )


def _must_be_open(guarantee: Guarantee, at: datetime) -> None:
    status = guarantee.status_on(local_day(at, guarantee.country))
    if status != "active":
        raise GuaranteeNotActive(guaranteeStatus=status)
    if guarantee.settlement == "refund":
        raise Refused("guarantee-is-refunded")


def _must_treat(choice: MatchChoice, guarantee: Guarantee, at: datetime) -> None:
    if not choice.clinic.takes_clients:
        raise ClinicTakesNoClients()
    on, treatment = local_day(at, guarantee.country), guarantee.treatment
    offering = [each for each in choice.practitioners if each.offers(treatment, on)]
    if not offering:
        if any(each.lacks_authorisation_for(treatment, on) for each in choice.practitioners):
            raise AuthorisationMissing(treatment=treatment)
        raise NotOffered(treatment=treatment)
    if not any(each.fit_to(choice.problem) for each in offering):
        raise ProblemNotTaken()


def _must_not_have_declined(choice: MatchChoice, guarantee: Guarantee) -> None:
    clinic_id, named = choice.clinic.clinic_id, choice.practitioner_id
    treating: list[PractitionerId | None] = [each.practitioner_id for each in choice.practitioners]
    # A clinic that may choose has declined when no one is left whom it could choose.
    asked = [named] if named else treating
    closed = guarantee.declined_by
    if choice.again:
        # The clinic may change its own no; a practitioner's is changed by naming the practitioner.
        closed = tuple(place for place in closed if not named and place[1] is not None)
    if all(is_among((clinic_id, each), closed) for each in asked):
        past = next(each for each in reversed(guarantee.declines) if _is_no_of(each, clinic_id, named))
        raise DeclinedBefore(declineReason=past.reason, declinedOn=_declined_on(past, guarantee))


def _is_no_of(past: ClientMatch, clinic_id: ClinicId, named: PractitionerId | None) -> bool:
    where, who = past.closed_place
    return where == clinic_id and (named is None or who in (None, named))


def _declined_on(past: ClientMatch, guarantee: Guarantee) -> str:
    return local_day(past.declined_at or past.matched_at, guarantee.country).isoformat()


def _is_again(choice: MatchChoice, guarantee: Guarantee) -> bool:
    """Whether staff match who declined, now or with the present match, which they may repeat as it is."""
    known = guarantee.match if guarantee.is_matched else None
    place = choice.clinic.clinic_id, choice.practitioner_id
    is_asked = choice.again or bool(known and known.again and known.place == place)
    return is_asked and any(past.clinic_id == place[0] for past in guarantee.declines)


def _bound(guarantee: Guarantee, match: ClientMatch) -> Guarantee:
    return replace(
        guarantee,
        clinic_id=match.clinic_id,
        practitioner_id=match.practitioner_id,
        match=match,
        version=guarantee.version + 1,
    )
