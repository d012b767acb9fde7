"""The question of cover as JSON: reading returns all faults at once, writing leaves out unknown facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from helsebro.coverage.question import vocabulary
from helsebro.coverage.question.json_reader import Reader
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
from helsebro.money import Money


def read(shape: Mapping[str, object]) -> Question:
    """Returns the question of a body. Raises ``BadInput`` (422) with every fault of value and date order."""
    question, faults = read_with_faults(shape)
    if faults:
        raise BadInput(faults)
    return question


def read_with_faults(shape: Mapping[str, object]) -> tuple[Question, list[Fault]]:
    """Returns what can be read of the question, and every fault of the body."""
    faults: list[Fault] = []
    body = Reader(shape, faults)
    body.required("cause")
    question = Question(
        person_id=body.text("personId"),
        as_of=body.day("asOf"),
        cause=body.one_of("cause", vocabulary.CAUSES) or "unknown",
        condition=_condition(body.inner("condition")),
        treatment=_treatment(body.inner("treatment")),
        evidence=_evidence(body.inner("evidence")),
        event=_happening(body.inner("event")),
        history=tuple(_earlier(row) for row in body.rows("history")),
    )
    return question, [*faults, *_out_of_order(question)]


def _condition(at: Reader) -> Condition:
    return Condition(
        category=at.one_of("category", vocabulary.CATEGORIES),
        arisen_on=at.day("arisenOn"),
        symptoms_from=at.day("symptomsFrom"),
        diagnosed_on=at.day("diagnosedOn"),
        chronic=at.flag("chronic"),
        sequela_of_chronic_diagnosed_on=at.day("sequelaOfChronicDiagnosedOn"),
        arisen_abroad=at.flag("arisenAbroad"),
        reported_on=at.day("reportedOn"),
        circumstances=at.some_of("circumstances", vocabulary.CIRCUMSTANCES),
    )


def _treatment(at: Reader) -> Treatment:
    at.required("type")
    by = at.inner("practitioner")
    nights = at.number("nights")
    return Treatment(
        type=at.one_of("type", vocabulary.TREATMENTS) or "",
        starts_on=at.day("startsOn"),
        country=at.country("country"),
        in_network=at.flag("inNetwork"),
        sessions=at.count("sessions"),
        hours=at.number("hours"),
        cost=at.money("cost", vocabulary.CURRENCIES),
        practitioner=Treater(
            provider_number=by.flag("providerNumber"),
            approvals=by.some_of("approvals", vocabulary.APPROVALS),
            relation=by.one_of("relation", vocabulary.RELATIONS),
        ),
        distance_km=at.number("distanceKm"),
        nights=None if nights is None else int(nights),
        bmi=at.number("bmi"),
        recommended_km=at.number("recommendedKm"),
    )


def _evidence(at: Reader) -> Evidence:
    return Evidence(
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
        other_insurer=at.one_of("otherInsurer", vocabulary.OTHER_INSURERS),
        other_insurer_pays=at.money("otherInsurerPays", vocabulary.CURRENCIES),
        actual_cost=at.money("actualCost", vocabulary.CURRENCIES),
    )


def _happening(at: Reader) -> Happening:
    return Happening(kind=at.one_of("kind", vocabulary.EVENTS), occurred_on=at.day("occurredOn"))


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
    if row.course_ended_on and row.course_ended_on < row.on:
        at.fault("courseEndedOn", "dates-out-of-order", row.on.isoformat())
    return row


def _out_of_order(asked: Question) -> list[Fault]:
    """Returns a fault for dates out of order: arisen, symptoms, diagnosis; a treatment follows its event."""
    condition, treatment, event = asked.condition, asked.treatment, asked.event
    orders = (
        ("/condition/symptomsFrom", condition.arisen_on, condition.symptoms_from),
        ("/condition/diagnosedOn", condition.symptoms_from or condition.arisen_on, condition.diagnosed_on),
        ("/condition/reportedOn", condition.arisen_on, condition.reported_on),
        ("/treatment/startsOn", condition.arisen_on, treatment.starts_on),
        ("/treatment/startsOn", event.occurred_on, treatment.starts_on),
    )
    return [
        Fault(pointer, "dates-out-of-order", first.isoformat())
        for pointer, first, then in orders
        if first and then and then < first
    ]


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
        evidence=_known(**_camel(asked.evidence.__dict__)),
        event=_known(**_camel(asked.event.__dict__)),
        history=[_known(**_camel(row.__dict__)) for row in asked.history],
    )


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
    def name(snake: str) -> str:
        first, *rest = snake.split("_")
        return first + "".join(word.title() for word in rest)

    return {name(key): value for key, value in fields.items()}
