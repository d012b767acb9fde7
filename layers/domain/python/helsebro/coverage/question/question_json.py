"""The question of cover as JSON: reading returns all faults at once, writing leaves out unknown facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from helsebro.coverage.question import vocabulary
from helsebro.coverage.question.faults.contradictions import contradictions_of_any_question
from helsebro.coverage.question.former import FORMER_PRODUCTS, NO_FORMER, Former
from helsebro.coverage.question.json_reader import MOST_BMI, Reader
from helsebro.coverage.question.question import (
    Condition,
    Earlier,
    Evidence,
    Happening,
    Question,
    Treater,
    Treatment,
)
from helsebro.errors import BadInput, Fault
from helsebro.field_names import camel
from helsebro.money import Money


def read(shape: Mapping[str, object]) -> Question:
    """Returns the question of a body. Raises ``BadInput`` (422) with every fault."""
    question, faults = read_with_faults(shape)
    if faults:
        raise BadInput(faults)
    return question


def read_with_faults(shape: Mapping[str, object]) -> tuple[Question, list[Fault]]:
    """Returns what can be read of the question, and every fault of the body."""
    faults: list[Fault] = []
    body = Reader(shape, faults)
    body.required("cause")
    condition = body.inner("condition")
    reported_on = condition.day("reportedOn")
    question = Question(
        person_id=body.text("personId"),
        as_of=body.day("asOf"),
        cause=body.one_of("cause", vocabulary.CAUSES) or "unknown",
        condition=_condition(condition),
        treatment=_treatment(body.inner("treatment")),
        evidence=_evidence(body.inner("evidence"), reported_on),
        event=_happening(body.inner("event")),
        history=tuple(_earlier(row) for row in body.rows("history")),
    )
    body.refuse_others()
    return question, [*faults, *contradictions_of_any_question(question)]


def _condition(at: Reader) -> Condition:
    condition = Condition(
        category=at.one_of("category", vocabulary.CATEGORIES),
        arisen_on=at.day("arisenOn"),
        symptoms_from=at.day("symptomsFrom"),
        diagnosed_on=at.day("diagnosedOn"),
        chronic=at.flag("chronic"),
        sequela_of_chronic_diagnosed_on=at.day("sequelaOfChronicDiagnosedOn"),
        arisen_abroad=at.flag("arisenAbroad"),
        circumstances=at.some_of("circumstances", vocabulary.CIRCUMSTANCES),
    )
    at.refuse_others()
    return condition


def _treatment(at: Reader) -> Treatment:
    at.required("type")
    nights = at.whole("nights")
    practitioner = _practitioner(at.inner("practitioner"))
    treatment = Treatment(
        type=at.one_of("type", vocabulary.TREATMENTS) or "",
        starts_on=at.day("startsOn"),
        country=at.country("country"),
        in_network=at.flag("inNetwork"),
        sessions=at.count("sessions"),
        hours=at.number("hours"),
        cost=at.money("cost", vocabulary.CURRENCIES),
        practitioner=practitioner,
        distance_km=at.number("distanceKm"),
        nights=nights,
        bmi=at.number("bmi", MOST_BMI),
        recommended_km=at.number("recommendedKm"),
        supplement=at.money("supplement", vocabulary.CURRENCIES),
        discharged_on=at.day("dischargedOn"),
    )
    at.refuse_others()
    return treatment


def _practitioner(at: Reader) -> Treater:
    practitioner = Treater(
        provider_number=at.flag("providerNumber"),
        approvals=at.some_of("approvals", vocabulary.APPROVALS),
        relation=at.one_of("relation", vocabulary.RELATIONS),
    )
    at.refuse_others()
    return practitioner


def _evidence(at: Reader, reported_on: date | None) -> Evidence:
    """Returns the evidence; ``reported_on`` is the day as an older body has it, in its condition."""
    name, decision, pays = _other_insurer(at)
    former, no_former = _former(at)
    evidence = Evidence(
        referral=at.one_of("referral", vocabulary.REFERRALS),
        police_report=at.flag("policeReport"),
        specialist_order=at.flag("specialistOrder"),
        directly_after_covered_stay=at.flag("directlyAfterCoveredStay"),
        approved_beforehand=at.flag("approvedBeforehand"),
        disabled_for_transport=at.flag("disabledForTransport"),
        subsidy=at.money("subsidy", vocabulary.CURRENCIES),
        information_outstanding=at.flag("informationOutstanding"),
        doctors_named=at.flag("doctorsNamed"),
        written_consent=at.flag("writtenConsent"),
        other_insurer=decision,
        other_insurer_pays=pays,
        other_insurer_name=name,
        actual_cost=at.money("actualCost", vocabulary.CURRENCIES),
        reported_on=at.day("reportedOn") or reported_on,
        former=former,
        no_former=no_former,
        examination_under_way=at.flag("examinationUnderWay"),
        premium_reminded_on=at.day("premiumRemindedOn"),
        premium_paid_on=at.day("premiumPaidOn"),
        employment_ended_on=at.day("employmentEndedOn"),
        agreed_tariff=at.money("agreedTariff", vocabulary.CURRENCIES),
        rate_per_km=at.money("ratePerKm", vocabulary.CURRENCIES),
    )
    at.refuse_others()
    return evidence


def _other_insurer(at: Reader) -> tuple[str | None, str | None, Money | None]:
    """Returns the name of another insurer, its decision and what it would pay alone.

    It is an object with its name and sum, or only its decision. With the object, the two share the price
    unless its decision says otherwise.
    """
    pays = at.money("otherInsurerPays", vocabulary.CURRENCIES)
    if not at.is_object("otherInsurer"):
        return None, at.one_of("otherInsurer", vocabulary.OTHER_INSURERS), pays
    inner = at.inner("otherInsurer")
    inner.required("name")
    decision = inner.one_of("decision", vocabulary.OTHER_INSURERS) or "limits"
    name, own = inner.name("name"), inner.money("sum", vocabulary.CURRENCIES)
    inner.refuse_others()
    if own and pays and own != pays:
        at.fault("otherInsurerPays", "other-insurer-two-sums")
    return name, decision, own or pays


def _former(at: Reader) -> tuple[Former | None, bool | None]:
    """Returns an insurance at another company, and whether the body says that there was none."""
    inner = at.inner("formerInsurance")
    if not at.is_object("formerInsurance"):
        return None, None
    inner.required("product")
    product = inner.one_of("product", (NO_FORMER, *FORMER_PRODUCTS))
    if product != NO_FORMER:
        inner.required("beganOn")
        inner.required("endedOn")
    began_on, ended_on = inner.day("beganOn"), inner.day("endedOn")
    inner.refuse_others()
    if product == NO_FORMER:
        for name, day in (("beganOn", began_on), ("endedOn", ended_on)):
            if day is not None:
                inner.fault(name, "former-insurance-none")
        return None, True
    if product is None or began_on is None or ended_on is None:
        return None, None
    if ended_on < began_on:
        inner.fault("endedOn", "former-ended-before-it-began")
    return Former(product, began_on, ended_on), None


def _happening(at: Reader) -> Happening:
    happening = Happening(kind=at.one_of("kind", vocabulary.EVENTS), occurred_on=at.day("occurredOn"))
    at.refuse_others()
    return happening


def _earlier(at: Reader) -> Earlier:
    at.required("treatmentType")
    at.required("on")
    row = Earlier(
        treatment_type=at.one_of("treatmentType", vocabulary.TREATMENTS) or "",
        on=at.day("on") or date.min,
        condition_key=at.one_of("conditionKey", vocabulary.CONDITION_KEYS),
        sessions=at.count("sessions") or 1,
        cost=at.money("cost", vocabulary.CURRENCIES),
        in_network=at.flag("inNetwork"),
        course_ended_on=at.day("courseEndedOn"),
        hours=at.number("hours"),
        product=at.text("product"),
        reserved=at.flag("reserved"),
    )
    at.refuse_others()
    if row.course_ended_on and row.course_ended_on < row.on:
        at.fault("courseEndedOn", "dates-out-of-order", row.on.isoformat())
    return row


def write(asked: Question) -> dict[str, object]:
    """Returns the body of a question; unknown facts are left out."""
    return _known(
        personId=asked.person_id,
        asOf=asked.as_of,
        cause=asked.cause,
        condition=_known(**_camel(asked.condition.__dict__)),
        treatment=_known(
            **_camel(
                {**asked.treatment.__dict__, "practitioner": _camel(asked.treatment.practitioner.__dict__)}
            )
        ),
        evidence=_known(**_written_evidence(asked.evidence)),
        event=_known(**_camel(asked.event.__dict__)),
        history=[_known(**_camel(row.__dict__)) for row in asked.history],
    )


def _written_evidence(evidence: Evidence) -> dict[str, object]:
    fields = _camel(evidence.__dict__)
    former, none, name = (fields.pop(field) for field in ("former", "noFormer", "otherInsurerName"))
    fields["formerInsurance"] = {"product": NO_FORMER} if none else None
    if isinstance(former, Former):
        fields["formerInsurance"] = _camel(former.__dict__)
    if name is not None:
        decision, pays = fields["otherInsurer"], fields.pop("otherInsurerPays")
        fields["otherInsurer"] = {"name": name, "decision": decision, "sum": pays}
    return fields


def _known(**fields: object) -> dict[str, object]:
    return {name: _plain(value) for name, value in fields.items() if value is not None}


def _plain(value: object) -> object:
    if isinstance(value, Money):
        return value.as_json()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, dict):
        return _known(**value)
    return value


def _camel(fields: Mapping[str, object]) -> dict[str, object]:
    return {camel(name): value for name, value in fields.items()}
