"""A question of cover in bodies and answers: every fact, and the values that it may have.

The engine's own reader (``helsebro.coverage.question.question_json``) checks a body, because it reports every
fault at once and loads no pydantic. A test compares the two.
"""

from __future__ import annotations

from typing import Annotated, Any, Required

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.question import vocabulary
from helsebro.coverage.question.former import FORMER_PRODUCTS, NO_FORMER
from helsebro.coverage.question.json_reader import MOST, MOST_BMI
from helsebro_aws.coverage.product_shown import A_PRODUCT
from helsebro_aws.http.fields.ids import PersonIdField
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer


def _one_of(values: tuple[str, ...], description: str) -> Any:
    return Field(description=description, json_schema_extra={"enum": list(values)})


def _yes_or_no(description: str) -> Any:
    return Field(description=description, examples=[True])


def _some_of(values: tuple[str, ...], description: str) -> Any:
    extra: Any = {"items": {"type": "string", "enum": list(values)}}
    return Field(description=description, json_schema_extra=extra, examples=[[values[0]]])


def _day(description: str) -> Any:
    return Field(description=description)


Cause = Annotated[str, _one_of(vocabulary.CAUSES, "Whether it has its cause in work or in leisure.")]
TreatmentType = Annotated[str, _one_of(vocabulary.TREATMENTS, "The kind of treatment.")]


class ConditionShape(TypedDict, total=False):
    """The illness or injury."""

    category: Annotated[str, _one_of(vocabulary.CATEGORIES, "What kind it is.")]
    arisenOn: Annotated[DayShown, _day("When it arose.")]
    symptomsFrom: Annotated[DayShown, _day("The first day with symptoms.")]
    diagnosedOn: Annotated[DayShown, _day("When a doctor diagnosed it.")]
    chronic: Annotated[bool, _yes_or_no("Whether it is chronic.")]
    sequelaOfChronicDiagnosedOn: Annotated[
        DayShown | None, _day("When the chronic illness that it follows from was diagnosed.")
    ]
    arisenAbroad: Annotated[bool, _yes_or_no("Whether it arose abroad.")]
    reportedOn: Annotated[DayShown, _day("An older place of `evidence.reportedOn`, which counts first.")]
    circumstances: Annotated[
        list[str], _some_of(vocabulary.CIRCUMSTANCES, "The circumstances of the harm or the treatment.")
    ]


class TreaterShape(TypedDict, total=False):
    """The practitioner who treats."""

    providerNumber: Annotated[bool, _yes_or_no("Whether they have a provider number.")]
    approvals: Annotated[list[str], _some_of(vocabulary.APPROVALS, "Approvals of alternative practitioners.")]
    relation: Annotated[str, _one_of(vocabulary.RELATIONS, "How they are related to the person.")]


class TreatmentShape(TypedDict, total=False):
    """The treatment."""

    type: Required[TreatmentType]
    startsOn: Annotated[DayShown, _day("Its first day.")]
    country: Annotated[
        str, Field(pattern="^[A-Z]{2}$", description="Where, in two letters.", examples=["DK"])
    ]
    inNetwork: Annotated[bool, _yes_or_no("Whether the practitioner is in the network.")]
    sessions: Annotated[int | None, Field(ge=1, le=MOST, description="How many sessions.", examples=[3])]
    hours: Annotated[float | None, Field(ge=0, le=MOST, description="How many hours.", examples=[2])]
    cost: Annotated[
        MoneyAnswer, Field(description="The price of one session; of the whole where there are none.")
    ]
    practitioner: Annotated[TreaterShape, Field(description="Who treats.")]
    distanceKm: Annotated[
        float | None,
        Field(ge=0, le=MOST, description="The distance in kilometres, more than 0.", examples=[60]),
    ]
    nights: Annotated[int | None, Field(ge=0, le=MOST, description="How many nights.", examples=[2])]
    bmi: Annotated[float | None, Field(ge=0, le=MOST_BMI, description="The body mass index.", examples=[41])]
    recommendedKm: Annotated[
        float | None,
        Field(ge=0, le=MOST, description="The distance to the recommended place.", examples=[20]),
    ]
    dischargedOn: Annotated[DayShown, _day("The discharge after the stay or operation that it follows.")]
    supplement: Annotated[
        MoneyAnswer, Field(description="The part of the cost that is for an evening, a weekend or the like.")
    ]


OtherInsurerDecision = Annotated[str, _one_of(vocabulary.OTHER_INSURERS, "What it decided.")]


class OtherInsurerShape(TypedDict, total=False):
    """Another insurer of the same harm. The two share the price unless its decision says otherwise."""

    name: Required[Annotated[str, Field(description="Its name.", examples=["Topdanmark"])]]
    sum: Annotated[MoneyAnswer, Field(description="What it would pay alone for one session.")]
    decision: OtherInsurerDecision


class EarlierInsuranceShape(TypedDict, total=False):
    """An insurance at another company, whose seniority may be taken over."""

    product: Required[
        Annotated[
            str,
            _one_of((*FORMER_PRODUCTS, NO_FORMER), "What kind of insurance it was; `none` has no days."),
        ]
    ]
    beganOn: Annotated[DayShown, _day("Its first day.")]
    endedOn: Annotated[DayShown, _day("The day on which it ended.")]


class EvidenceShape(TypedDict, total=False):
    """The papers, and what they prove."""

    referral: Annotated[str, _one_of(vocabulary.REFERRALS, "The strongest referral.")]
    policeReport: Annotated[bool, _yes_or_no("Whether the police have a report.")]
    specialistOrder: Annotated[bool, _yes_or_no("Whether a specialist ordered it.")]
    directlyAfterCoveredStay: Annotated[bool, _yes_or_no("Whether it directly follows a covered stay.")]
    approvedBeforehand: Annotated[bool, _yes_or_no("Whether the payer approved it beforehand.")]
    disabledForTransport: Annotated[bool, _yes_or_no("Whether the person cannot use public transport.")]
    subsidy: Annotated[MoneyAnswer, Field(description="What the public system pays.")]
    informationOutstanding: Annotated[bool, _yes_or_no("Whether information that was asked for is missing.")]
    doctorsNamed: Annotated[bool, _yes_or_no("Whether the person named their doctors.")]
    writtenConsent: Annotated[bool, _yes_or_no("Whether the person consented in writing.")]
    otherInsurer: Annotated[
        OtherInsurerShape | OtherInsurerDecision,
        Field(description="Another insurer of the same harm, or only what it decided."),
    ]
    otherInsurerPays: Annotated[MoneyAnswer, Field(description="What the other insurer pays.")]
    actualCost: Annotated[MoneyAnswer, Field(description="What it really cost.")]
    agreedTariff: Annotated[
        MoneyAnswer,
        Field(
            description="The agreed tariff for one treatment. Without it, that of the policy or the payer "
            "counts."
        ),
    ]
    ratePerKm: Annotated[
        MoneyAnswer,
        Field(description="The rate a kilometre. Without it, that of the policy or the payer counts."),
    ]
    reportedOn: Annotated[DayShown, _day("When the illness or injury was first reported to the payer.")]
    formerInsurance: Annotated[
        EarlierInsuranceShape,
        Field(description="An earlier insurance, when the policy does not have it yet."),
    ]
    examinationUnderWay: Annotated[bool, _yes_or_no("Whether the examination had begun at a former insurer.")]
    premiumRemindedOn: Annotated[DayShown, _day("When a reminder of an unpaid premium was sent.")]
    premiumPaidOn: Annotated[DayShown, _day("When that premium was paid; unpaid when absent.")]
    employmentEndedOn: Annotated[
        DayShown, _day("The last day of the employment, when the enrolment does not know it yet.")
    ]


class EventShape(TypedDict, total=False):
    """What happened to the person."""

    kind: Annotated[str, _one_of(vocabulary.EVENTS, "What happened.")]
    occurredOn: Annotated[DayShown, _day("When.")]


class EarlierShape(TypedDict, total=False):
    """An earlier treatment."""

    treatmentType: Required[TreatmentType]
    on: Required[Annotated[DayShown, _day("When.")]]
    conditionKey: Annotated[
        str, _one_of(vocabulary.CONDITION_KEYS, "Whether it was for the same illness or injury.")
    ]
    sessions: Annotated[int, Field(ge=1, le=MOST, description="How many sessions.", examples=[1])]
    cost: Annotated[MoneyAnswer, Field(description="The cost in all.")]
    inNetwork: Annotated[bool, _yes_or_no("Whether it was in the network.")]
    courseEndedOn: Annotated[DayShown, _day("When that course ended.")]
    hours: Annotated[float, Field(ge=0, le=MOST, description="How many hours.", examples=[1])]
    product: Annotated[str, Field(description="The terms that paid it.", examples=[A_PRODUCT])]
    reserved: Annotated[bool, _yes_or_no("Whether it is reserved and not yet used.")]


class SimulationShape(TypedDict, total=False):
    """A question of cover. What is absent is unknown, and an unknown that matters is reported as missing."""

    personId: PersonIdField
    asOf: Annotated[DayShown, _day("The day to answer for; today when absent.")]
    cause: Required[Cause]
    condition: Annotated[ConditionShape, Field(description="The illness or injury to treat.")]
    treatment: Required[Annotated[TreatmentShape, Field(description="The treatment that is asked about.")]]
    evidence: Annotated[EvidenceShape, Field(description="The papers.")]
    event: Annotated[EventShape, Field(description="What happened.")]
    history: Annotated[list[EarlierShape], Field(description="Earlier treatments, beside those we know.")]
