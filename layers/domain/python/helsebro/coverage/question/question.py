"""A question of cover: what is known of a person's condition and the treatment asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from helsebro.money import Money


@dataclass(frozen=True)
class Condition:
    """What is wrong and since when. ``None`` is unknown, except ``sequela_of_chronic_diagnosed_on``.

    That one is the day on which the chronic illness was found that this is a sequela of; ``None`` says that
    it is no sequela. ``reported_on`` is ``None`` while we have not heard of it. ``circumstances`` is ``None``
    when nobody has asked, empty when none is at hand.
    """

    category: str | None = None
    arisen_on: date | None = None
    symptoms_from: date | None = None
    diagnosed_on: date | None = None
    chronic: bool | None = None
    sequela_of_chronic_diagnosed_on: date | None = None
    arisen_abroad: bool | None = None
    reported_on: date | None = None
    circumstances: frozenset[str] | None = None


@dataclass(frozen=True)
class Treater:
    """Who treats: with a public provider number or not, approved by which bodies, related or not."""

    provider_number: bool | None = None
    approvals: frozenset[str] | None = None
    relation: str | None = None


@dataclass(frozen=True)
class Treatment:
    """What is asked for. ``cost`` is of one session, or of the whole where there are no sessions.

    ``recommended_km`` is how far the place was that we recommended, ``None`` where it is this one.
    """

    type: str
    starts_on: date | None = None
    country: str | None = None
    in_network: bool | None = None
    sessions: int | None = None
    hours: int | float | None = None
    cost: Money | None = None
    practitioner: Treater = Treater()
    distance_km: int | float | None = None
    nights: int | None = None
    bmi: int | float | None = None
    recommended_km: int | float | None = None


@dataclass(frozen=True)
class Evidence:
    """The papers and facts at hand that a clause may ask for. ``subsidy`` is of one session, as the cost.

    ``information_outstanding``: we have asked for more and it has not come; ``None`` says that nothing is
    asked for. ``other_insurer`` is ``None`` where no other insures the same harm; ``other_insurer_pays`` is
    what it would pay alone, of one session, as the cost. ``actual_cost`` is what a bill says, of one session.
    """

    referral: str | None = None
    police_report: bool | None = None
    specialist_order: bool | None = None
    directly_after_covered_stay: bool | None = None
    approved_beforehand: bool | None = None
    disabled_for_transport: bool | None = None
    subsidy: Money | None = None
    information_outstanding: bool | None = None
    doctors_named: bool | None = None
    written_consent: bool | None = None
    other_insurer: str | None = None
    other_insurer_pays: Money | None = None
    actual_cost: Money | None = None


@dataclass(frozen=True)
class Happening:
    """The event that a crisis follows, and its day."""

    kind: str | None = None
    occurred_on: date | None = None


@dataclass(frozen=True)
class Earlier:
    """One treatment already granted or held; ``cost`` is the total of its sessions.

    ``product`` is that of the policy it counts under; None counts under every one. ``reserved`` says that it
    is granted and not yet held: where it has no agreed price, it takes no money before its bill.
    """

    treatment_type: str
    on: date
    condition_key: str | None = None
    sessions: int = 1
    cost: Money | None = None
    in_network: bool | None = None
    course_ended_on: date | None = None
    hours: int | float | None = None
    product: str | None = None
    reserved: bool | None = None


@dataclass(frozen=True)
class Question:
    """The whole body of ``POST /v1/coverage/simulate``; what is absent there is ``None`` here."""

    treatment: Treatment
    cause: str = "unknown"
    condition: Condition = Condition()
    evidence: Evidence = Evidence()
    event: Happening = Happening()
    history: tuple[Earlier, ...] = ()
    as_of: date | None = None
    person_id: str | None = field(default=None, repr=False)
