"""The facts of a case that a person can be asked for, in the order in which they are asked.

A review does not wait for three kinds of answers: for a paper, which ``documentsNeeded`` names; for a fact on
which only the amount depends, because the bill can still show it; and for the facts of an exclusion, which
the payer has to prove. Those are asked for all the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.coverage.asked.asked_fact import AnswerKind, AskedFact, AskedOf, FactUnit, PaperType
from helsebro.coverage.question import vocabulary
from helsebro.coverage.question.former import FORMER_PRODUCTS, NO_FORMER
from helsebro.coverage.question.question import Question

COUNTRIES = ("DK", "NO", "SE", "FI", "DE", "GL", "FO")
"""The countries that the terms name. Another country is stated by its two letters."""


def _yes_no(
    path: str, asked_of: AskedOf = "member", *, asked: bool = True, holds_review: bool = True
) -> AskedFact:
    return AskedFact(path, "yes-no", asked_of, asked=asked, holds_review=holds_review)


def _date(path: str, asked_of: AskedOf = "member", *, asked: bool = True) -> AskedFact:
    return AskedFact(path, "date", asked_of, asked=asked)


def _number(
    path: str,
    unit: FactUnit | None,
    asked_of: AskedOf = "member",
    *,
    asked: bool = True,
    holds_review: bool = True,
) -> AskedFact:
    return AskedFact(path, "number", asked_of, asked=asked, holds_review=holds_review, unit=unit)


def _choice(
    path: str,
    choices: tuple[str, ...],
    asked_of: AskedOf = "member",
    *,
    several: bool = False,
    holds_review: bool = True,
) -> AskedFact:
    return AskedFact(path, "choice", asked_of, choices=choices, several=several, holds_review=holds_review)


def _paper(path: str, paper: PaperType, choices: tuple[str, ...] = ()) -> AskedFact:
    return AskedFact(path, "paper", paper=paper, choices=choices, holds_review=False)


def _amount(
    path: str, asked_of: AskedOf = "member", paper: PaperType | None = None, *, asked: bool = True
) -> AskedFact:
    return AskedFact(path, "amount", asked_of, paper, asked=asked, holds_review=False)


def _of_former(name: str, kind: AnswerKind, choices: tuple[str, ...] = ()) -> AskedFact:
    return AskedFact(
        f"evidence.formerInsurance.{name}",
        kind,
        paper="other-insurance",
        choices=choices,
        holds_review=False,
        read_as="cover.transfer",
    )


ASKED_FACTS: Mapping[str, AskedFact] = {
    fact.path: fact
    for fact in (
        _choice("event.kind", vocabulary.EVENTS),
        _date("event.occurredOn"),
        _choice("cause", vocabulary.CAUSES, holds_review=False),
        _choice("condition.category", vocabulary.CATEGORIES),
        _date("condition.arisenOn"),
        _date("condition.symptomsFrom"),
        _date("condition.diagnosedOn"),
        _yes_no("condition.chronic"),
        _date("condition.sequelaOfChronicDiagnosedOn", asked=False),
        _yes_no("condition.arisenAbroad", holds_review=False),
        _choice("condition.circumstances", vocabulary.CIRCUMSTANCES, several=True, holds_review=False),
        _date("treatment.startsOn"),
        _date("treatment.dischargedOn"),
        AskedFact("treatment.country", "choice", choices=COUNTRIES, holds_review=False),
        _yes_no("treatment.inNetwork", holds_review=False),
        _number("treatment.sessions", "sessions", holds_review=False),
        _number("treatment.hours", "hours", holds_review=False),
        _number("treatment.nights", "nights"),
        _number("treatment.bmi", None),
        _number("treatment.distanceKm", "km"),
        _number("treatment.recommendedKm", "km", "staff", asked=False),
        _yes_no("treatment.practitioner.providerNumber", holds_review=False),
        _choice("treatment.practitioner.approvals", vocabulary.APPROVALS, several=True, holds_review=False),
        _choice("treatment.practitioner.relation", vocabulary.RELATIONS, holds_review=False),
        _paper("evidence.referral", "referral", vocabulary.REFERRALS),
        _paper("evidence.policeReport", "police-report"),
        _paper("evidence.specialistOrder", "specialist-order"),
        _yes_no("evidence.directlyAfterCoveredStay"),
        _yes_no("evidence.disabledForTransport"),
        _yes_no("evidence.approvedBeforehand", "staff"),
        _yes_no("evidence.informationOutstanding", "staff", asked=False),
        _date("evidence.reportedOn", "staff", asked=False),
        _yes_no("evidence.examinationUnderWay", "staff", asked=False),
        _date("evidence.premiumRemindedOn", "staff", asked=False),
        _date("evidence.premiumPaidOn", "staff", asked=False),
        _yes_no("evidence.doctorsNamed"),
        _yes_no("evidence.writtenConsent"),
        AskedFact(
            "evidence.otherInsurer",
            "choice",
            paper="other-insurance",
            choices=vocabulary.OTHER_INSURERS,
            holds_review=False,
        ),
        AskedFact(
            "evidence.otherInsurer.name",
            "text",
            paper="other-insurance",
            holds_review=False,
            read_as="evidence.otherInsurer",
        ),
        _amount("evidence.otherInsurerPays", paper="other-insurance"),
        _of_former("product", "choice", (NO_FORMER, *FORMER_PRODUCTS)),
        _of_former("beganOn", "date"),
        _of_former("endedOn", "date"),
        # A member who left says so (F3-05), and no one is asked: until then the enrolment counts.
        AskedFact("evidence.employmentEndedOn", "date", asked=False, read_as="cover.left"),
        _amount("treatment.cost"),
        _amount("treatment.supplement"),
        _amount("evidence.subsidy", paper="subsidy-statement"),
        _amount("evidence.actualCost", asked=False),
        _amount("evidence.agreedTariff", "staff"),
        _amount("evidence.ratePerKm", "staff"),
    )
}
"""By path. The treatment's type is not among them: another type is another claim."""

TRAVEL = ("transport", "companion-transport", "companion-lodging")
"""Treatments that no clinic gives: the member pays for them and knows the price."""
KNOWN_BY_A_CLINIC = frozenset(
    {
        "treatment.cost",
        "treatment.sessions",
        "treatment.practitioner.providerNumber",
        "treatment.practitioner.approvals",
    }
)
NOTHING = ("none", "unknown")
AGAINST_INTEREST = frozenset(
    {
        "evidence.subsidy",
        "evidence.otherInsurer",
        "evidence.otherInsurer.name",
        "evidence.otherInsurerPays",
    }
)
"""The facts with a paper that lower what the payer pays: they count before the paper comes."""


def is_nothing(value: object) -> bool:
    """Returns whether a JSON value says that there is no paper to show: no, none, or an amount of zero."""
    if isinstance(value, Mapping):
        return "amount" in value and str(value["amount"]).strip("0.") == ""
    return value is False or value in NOTHING or value == []


def asked_of(fact: AskedFact, question: Question) -> AskedOf:
    """Returns who is asked for a fact of this question.

    In the network the clinic knows the price, how many sessions the person needs, and its practitioner. No
    route takes its answer, so the staff ask it. A clinic outside the network is not ours to ask: the member
    is asked.
    """
    treatment = question.treatment
    in_network = treatment.in_network is not False and treatment.type not in TRAVEL
    return "staff" if in_network and fact.path in KNOWN_BY_A_CLINIC else fact.asked_of


def waits(unknown: object, question: Question) -> bool:
    """Returns whether all of these unknown paths are questions that a review waits for the member to answer.

    Anything but a tuple of paths is the result of a condition that is known.
    """
    rows = [ASKED_FACTS.get(path) for path in unknown] if isinstance(unknown, tuple) else []
    asked = [row is not None and row.holds_review and asked_of(row, question) == "member" for row in rows]
    return bool(asked) and all(asked)
