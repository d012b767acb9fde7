"""The facts of a question as one flat table of path to value, which the conditions of the terms read.

Paths are those of the simulate body; ``cover.…`` and ``person.…`` come from the policy and the person.
``None`` is unknown.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from helsebro.coverage.question import vocabulary
from helsebro.coverage.question.windows import end_of_seventieth

if TYPE_CHECKING:
    from helsebro.coverage.question.cover import Cover
    from helsebro.coverage.question.question import Earlier, Question

Facts = dict[str, object]

FLAG, DAY, NUMBER, AMOUNT, COUNTRY = ("flag",), ("day",), ("number",), ("amount",), ("country",)
TRANSFERS = ("none", "taken-over", "broken", "not-equal")
"""What happened to the seniority at a former insurer."""
PATHS: dict[str, tuple[str, ...]] = {
    "cause": vocabulary.CAUSES,
    "cause.known": FLAG,
    "condition.category": vocabulary.CATEGORIES,
    "condition.arisenOn": DAY,
    "condition.symptomsFrom": DAY,
    "condition.diagnosedOn": DAY,
    "condition.chronic": FLAG,
    "condition.sequelaOfChronicDiagnosedOn": DAY,
    "condition.arisenAbroad": FLAG,
    "condition.circumstances": vocabulary.CIRCUMSTANCES,
    "treatment.type": vocabulary.TREATMENTS,
    "treatment.startsOn": DAY,
    "treatment.country": COUNTRY,
    "treatment.inNetwork": FLAG,
    "treatment.sessions": NUMBER,
    "treatment.hours": NUMBER,
    "treatment.cost": AMOUNT,
    "treatment.practitioner.providerNumber": FLAG,
    "treatment.practitioner.approvals": vocabulary.APPROVALS,
    "treatment.practitioner.relation": vocabulary.RELATIONS,
    "treatment.distanceKm": NUMBER,
    "treatment.nights": NUMBER,
    "treatment.bmi": NUMBER,
    "treatment.recommendedKm": NUMBER,
    "treatment.supplement": AMOUNT,
    "treatment.dischargedOn": DAY,
    "evidence.referral": vocabulary.REFERRALS,
    "evidence.policeReport": FLAG,
    "evidence.specialistOrder": FLAG,
    "evidence.directlyAfterCoveredStay": FLAG,
    "evidence.approvedBeforehand": FLAG,
    "evidence.disabledForTransport": FLAG,
    "evidence.subsidy": AMOUNT,
    "evidence.informationOutstanding": FLAG,
    "evidence.doctorsNamed": FLAG,
    "evidence.writtenConsent": FLAG,
    "evidence.otherInsurer": vocabulary.OTHER_INSURERS,
    "evidence.otherInsurerPays": AMOUNT,
    "evidence.actualCost": AMOUNT,
    "evidence.agreedTariff": AMOUNT,
    "evidence.ratePerKm": AMOUNT,
    "evidence.reportedOn": DAY,
    "evidence.reported": FLAG,
    "evidence.examinationUnderWay": FLAG,
    "evidence.premiumRemindedOn": DAY,
    "evidence.premiumPaidOn": DAY,
    "event.kind": vocabulary.EVENTS,
    "event.occurredOn": DAY,
    "event.known": FLAG,
    "cover.insured": FLAG,
    "cover.start": DAY,
    "cover.seniority": DAY,
    "cover.enrolled": DAY,
    "cover.leftOn": DAY,
    "cover.left": FLAG,
    "cover.endedOn": DAY,
    "cover.ended": FLAG,
    "cover.country": COUNTRY,
    "cover.publicHealthInsurance": FLAG,
    "cover.scheme": ("company", "voluntary"),
    "cover.hasModule": FLAG,
    "cover.modules": vocabulary.MODULES,
    "cover.ownTerms": FLAG,
    "treatment.beforeCover": FLAG,
    "cover.otherPolicy": FLAG,
    "cover.deductsSubsidy": FLAG,
    "cover.transfer": TRANSFERS,
    "cover.seniorityHelpsChronic": FLAG,
    "cover.changeUnreported": FLAG,
    "cover.headCountUnreported": NUMBER,
    "cover.sumIndexed": FLAG,
    "condition.sequela": FLAG,
    "condition.knownBy": DAY,
    "person.age": NUMBER,
    "person.endOfSeventiethBirthMonth": DAY,
    "decision.asOf": DAY,
}
"""Every path a condition may read, with its kind of value or the values of its enumeration."""

SETS = frozenset({"condition.circumstances", "treatment.practitioner.approvals", "cover.modules"})
ASKED_AS = {"condition.knownBy": "condition.arisenOn", "person.endOfSeventiethBirthMonth": "person.bornOn"}
"""The fact to ask for when a derived fact is unknown."""
ASKED_AS |= {"person.age": "person.bornOn", "cover.endedOn": "person.bornOn"}

WORKED_OUT = frozenset(
    {
        *ASKED_AS,
        "cause.known",
        "condition.sequela",
        "evidence.reported",
        "event.known",
        "treatment.beforeCover",
    }
)
"""Facts that are derived from others and that no one enters directly."""

NOT_INSURED: Facts = {"cover.insured": False, "cover.hasModule": True, "cover.left": False}


class Situation(NamedTuple):
    """Everything a rule may read: the facts, the earlier treatments and the policy."""

    facts: Facts
    history: tuple[Earlier, ...]
    cover: Cover
    as_of: date

    @property
    def on(self) -> date:
        """The day of the treatment. One without a day is not agreed yet, and counts as of the decision."""
        starts = self.facts["treatment.startsOn"]
        return starts if isinstance(starts, date) else self.as_of


def facts_of(asked: Question, as_of: date) -> Facts:
    """Returns the facts of the question itself."""
    condition, treatment, evidence = asked.condition, asked.treatment, asked.evidence
    known = [day for day in (condition.arisen_on, condition.symptoms_from, condition.diagnosed_on) if day]
    return {
        "cause": None if asked.cause == "unknown" else asked.cause,
        "cause.known": asked.cause != "unknown",
        "condition.category": condition.category,
        "condition.arisenOn": condition.arisen_on,
        "condition.symptomsFrom": condition.symptoms_from,
        "condition.diagnosedOn": condition.diagnosed_on,
        "condition.chronic": True if condition.category == "chronic" else condition.chronic,
        "condition.sequelaOfChronicDiagnosedOn": condition.sequela_of_chronic_diagnosed_on,
        "condition.sequela": condition.sequela_of_chronic_diagnosed_on is not None,
        "condition.arisenAbroad": condition.arisen_abroad,
        "condition.circumstances": condition.circumstances,
        "condition.knownBy": min(known) if known else None,
        "treatment.type": treatment.type,
        "treatment.startsOn": treatment.starts_on,
        "treatment.country": treatment.country,
        "treatment.inNetwork": treatment.in_network,
        "treatment.sessions": treatment.sessions,
        "treatment.hours": treatment.hours,
        "treatment.cost": treatment.cost,
        "treatment.practitioner.providerNumber": treatment.practitioner.provider_number,
        "treatment.practitioner.approvals": treatment.practitioner.approvals,
        "treatment.practitioner.relation": treatment.practitioner.relation,
        "treatment.distanceKm": treatment.distance_km,
        "treatment.nights": treatment.nights,
        "treatment.bmi": treatment.bmi,
        "treatment.recommendedKm": treatment.recommended_km,
        "treatment.supplement": treatment.supplement,
        "treatment.dischargedOn": treatment.discharged_on,
        "evidence.referral": evidence.referral,
        "evidence.policeReport": evidence.police_report,
        "evidence.specialistOrder": evidence.specialist_order,
        "evidence.directlyAfterCoveredStay": evidence.directly_after_covered_stay,
        "evidence.approvedBeforehand": evidence.approved_beforehand,
        "evidence.disabledForTransport": evidence.disabled_for_transport,
        "evidence.subsidy": evidence.subsidy,
        "evidence.informationOutstanding": bool(evidence.information_outstanding),
        "evidence.doctorsNamed": evidence.doctors_named,
        "evidence.writtenConsent": evidence.written_consent,
        "evidence.otherInsurer": evidence.other_insurer or "none",
        "evidence.otherInsurerPays": evidence.other_insurer_pays,
        "evidence.actualCost": evidence.actual_cost,
        "evidence.agreedTariff": evidence.agreed_tariff,
        "evidence.ratePerKm": evidence.rate_per_km,
        "evidence.reportedOn": evidence.reported_on,
        "evidence.reported": evidence.reported_on is not None,
        "evidence.examinationUnderWay": bool(evidence.examination_under_way),
        "evidence.premiumRemindedOn": evidence.premium_reminded_on,
        "evidence.premiumPaidOn": evidence.premium_paid_on,
        "event.kind": asked.event.kind,
        "event.occurredOn": asked.event.occurred_on,
        "event.known": asked.event.kind is not None,
        "decision.asOf": as_of,
    }


def facts_of_cover(cover: Cover, needed: frozenset[str], deducts: bool) -> Facts:
    """Returns the facts of the policy and the person; any module of ``needed`` is enough."""
    return {
        "cover.insured": True,
        "cover.start": cover.starts_on,
        "cover.seniority": cover.seniority,
        "cover.enrolled": cover.enrolled_on,
        "cover.leftOn": cover.left_on,
        "cover.left": cover.left_on is not None,
        "cover.country": cover.country,
        "cover.publicHealthInsurance": cover.public_health_insurance,
        "cover.scheme": cover.scheme,
        "cover.hasModule": not needed or bool(needed & cover.modules),
        "cover.otherPolicy": cover.other_product is not None,
        "cover.deductsSubsidy": deducts,
        "cover.modules": cover.modules,
        "cover.ownTerms": bool(cover.parameters),
        "cover.transfer": _transfer(cover),
        "cover.seniorityHelpsChronic": cover.parameters.get("seniorityHelpsChronic") is True,
        "cover.changeUnreported": cover.parameters.get("unreportedChange") is True,
        "cover.headCountUnreported": _percent(cover.parameters.get("unreportedHeadCountPercent")),
    }


def _transfer(cover: Cover) -> str:
    """Returns what happened to the seniority at the former insurer (R-1308, R-1309, R-1311)."""
    former = cover.former
    if former is None:
        return "taken-over" if cover.seniority < cover.starts_on else "none"
    if not former.is_equal:
        return "not-equal"
    return "taken-over" if former.is_unbroken(cover.starts_on) else "broken"


def _percent(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def facts_of_day(cover: Cover, starts: date | None, as_of: date) -> Facts:
    """Returns the facts that depend on the day of treatment: whether cover had begun, and the age."""
    return {
        "treatment.startsOn": starts,
        "treatment.beforeCover": starts is not None and starts < cover.starts_on,
        "cover.sumIndexed": _indexed(cover, starts or as_of),
        **_facts_of_end(cover.ended_on(starts or as_of)),
        **_facts_of_age(cover.born_on, starts or as_of),
    }


def _facts_of_end(ended_on: date | None) -> Facts:
    return {"cover.endedOn": ended_on, "cover.ended": ended_on is not None}


def _indexed(cover: Cover, on: date) -> bool:
    """Returns whether the index has changed the sums by that day (R-1318)."""
    if cover.parameters.get("sumsIndexed") is False:
        return False
    return any(cover.effective_from < day <= on for day, _ in cover.sum_index)


def _facts_of_age(born_on: date | None, on: date) -> Facts:
    if born_on is None:
        return {"person.age": None, "person.endOfSeventiethBirthMonth": None}
    age = on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))
    return {"person.age": age, "person.endOfSeventiethBirthMonth": end_of_seventieth(born_on)}
