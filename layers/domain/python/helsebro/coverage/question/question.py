"""A question of cover: what is known about a person's condition and the requested treatment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from helsebro.coverage.question.former import Former
from helsebro.money import Money


@dataclass(frozen=True)
class Condition:
    """The illness or injury and its dates. ``None`` means unknown.

    ``sequela_of_chronic_diagnosed_on`` is the diagnosis day of the chronic illness that this is a sequela of;
    ``None`` means no sequela. ``circumstances`` is ``None`` when they were not asked for, empty when there
    are none.
    """

    category: str | None = None
    arisen_on: date | None = None
    symptoms_from: date | None = None
    diagnosed_on: date | None = None
    chronic: bool | None = None
    sequela_of_chronic_diagnosed_on: date | None = None
    arisen_abroad: bool | None = None
    circumstances: frozenset[str] | None = None


@dataclass(frozen=True)
class Treater:
    """The practitioner: provider number, approving bodies, and relation to the person."""

    provider_number: bool | None = None
    approvals: frozenset[str] | None = None
    relation: str | None = None


@dataclass(frozen=True)
class Treatment:
    """The requested treatment. ``cost`` is for one session, or for all of it when it has no sessions.

    ``recommended_km`` is the distance to the place we recommended, ``None`` when it is this place.
    ``discharged_on`` is the day of discharge after the stay or operation that the treatment follows.
    ``supplement`` is the part of ``cost`` for an evening, a weekend or the like.
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
    supplement: Money | None = None
    discharged_on: date | None = None


@dataclass(frozen=True)
class Evidence:
    """The papers and facts that a clause may require. Amounts are for one session, as the cost is.

    ``information_outstanding``: we have asked for more and it has not arrived; ``None`` means that nothing
    was asked for. ``other_insurer`` is ``None`` when no other insurer covers the same harm;
    ``other_insurer_pays`` is what it would pay alone, ``other_insurer_name`` its name. ``actual_cost`` is the
    amount on the bill. ``agreed_tariff`` is what those with a provider number take for the treatment, and
    ``rate_per_km`` the lowest rate of the state; without them, those of a tariff count. ``reported_on`` is
    the day on which the illness or injury was first reported to us. ``former`` is an insurance at another
    company that the policy does not have yet; ``no_former`` says that there was none.
    ``examination_under_way`` at that company; ``premium_reminded_on`` is the day of a reminder of an unpaid
    premium, ``premium_paid_on`` the day it was paid. ``employment_ended_on`` is the last day of the
    employment, when the enrolment does not know it yet.
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
    other_insurer_name: str | None = None
    reported_on: date | None = None
    former: Former | None = None
    examination_under_way: bool | None = None
    premium_reminded_on: date | None = None
    premium_paid_on: date | None = None
    employment_ended_on: date | None = None
    agreed_tariff: Money | None = None
    rate_per_km: Money | None = None
    no_former: bool | None = None


@dataclass(frozen=True)
class Happening:
    """The event that caused a crisis, and its day."""

    kind: str | None = None
    occurred_on: date | None = None


@dataclass(frozen=True)
class Earlier:
    """One treatment already granted or held; ``cost`` is the total of its sessions.

    ``product`` is that of the policy it counts under; with None it counts under every policy. ``reserved``
    says that it is granted and not yet held: without an agreed price it uses no money until its bill.
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
    """The body of ``POST /v1/coverage/simulate``; a field that is absent there is ``None`` here."""

    treatment: Treatment
    cause: str = "unknown"
    condition: Condition = Condition()
    evidence: Evidence = Evidence()
    event: Happening = Happening()
    history: tuple[Earlier, ...] = ()
    as_of: date | None = None
    person_id: str | None = field(default=None, repr=False)
