"""Rules of a former insurance, of a second insurer, of the index and of an unpaid premium."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from helsebro.coverage.question.former import Former
from tests.builders.domain.asking import kroner
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase, case

EXAMINATIONS = (
    "specialist-examination",
    "second-opinion",
    "pain-assessment",
    "allergy-assessment",
    "ent-doctor",
    "eye-doctor",
)
UNDER_WAY = {"condition__circumstances": ["examined-at-former-insurer"]}
INDEXED = {"sum_index": ((date(2027, 1, 1), Decimal("2.5")),)}


def former(product: str = "health-insurance", ended_on: date = date(2024, 1, 1)) -> dict[str, object]:
    """A former insurance of a person whose own begins on 1 January 2024."""
    return {"former": Former(product, date(2020, 1, 1), ended_on)}


def stated(**changes: str) -> dict[str, str]:
    """The same, as a question states it."""
    return {"product": "health-insurance", "beganOn": "2020-01-01", "endedOn": "2024-01-01", **changes}


def suspended(first: date, paid_on: date | None = None) -> dict[str, object]:
    """A premium unpaid from 21 days after the reminder on."""
    return {"suspended": ((first, paid_on),)}


CASES: list[RuleCase] = [
    case("R-1308", "note", "an equal insurance that ended on our first day", former()),
    case("R-1308", "note", "a seniority given at enrolment", {"seniority_from": date(2020, 1, 1)}),
    *[
        case(
            rule,
            effect,
            f"{sentence}, stated with the question",
            {},
            evidence__formerInsurance=stated(**more),
        )
        for rule, effect, sentence, more in (
            ("R-1308", "note", "an equal insurance without a gap", {}),
            ("R-1309", "note", "an insurance with a gap of a day", {"endedOn": "2023-12-31"}),
            ("R-1308", SILENT, "an insurance with a gap of a day", {"endedOn": "2023-12-31"}),
            ("R-1311", "note", "a diagnosis insurance", {"product": "diagnosis-insurance"}),
        )
    ],
    case(
        "R-1309",
        "note",
        "the policy's own former insurance counts before a stated one",
        former(ended_on=date(2023, 12, 31)),
        evidence__formerInsurance=stated(),
    ),
    *[
        case(
            "R-1310",
            effect,
            sentence,
            treatment__type="eye-doctor",
            evidence__examinationUnderWay=under_way,
        )
        for effect, sentence, under_way in (
            ("deny", "under way at the former insurer", True),
            (SILENT, "not under way at the former insurer", False),
        )
    ],
    *[
        case("R-1402", effect, sentence, evidence__premiumRemindedOn=sent, evidence__premiumPaidOn=paid)
        for effect, sentence, sent, paid in (
            (SILENT, "21 days after the stated reminder", "2026-11-10", None),
            ("note", "a reminder that stops the cover before the treatment", "2026-11-09", None),
            ("deny", "a stated reminder of 21 days and more ago", "2026-10-01", None),
            (SILENT, "a stated reminder that was paid in time", "2026-10-01", "2026-10-22"),
            (SILENT, "paid before the treatment", "2026-10-01", "2026-11-20"),
        )
    ],
    *[
        case(rule, effect, "another insurer by its name and sum", evidence__otherInsurer=insurer)
        for rule, effect, insurer in (
            ("R-1413", "grant", {"name": "Topdanmark", "sum": kroner("120.00")}),
            ("R-1415", "cap", {"name": "Topdanmark", "sum": kroner("120.00")}),
            ("R-1415", "note", {"name": "Topdanmark"}),
            ("R-1414", "deny", {"name": "Topdanmark", "decision": "paid-in-full"}),
        )
    ],
    case("R-1308", SILENT, "no former insurance"),
    case("R-1308", SILENT, "a gap of a day", former(ended_on=date(2023, 12, 31))),
    case("R-1309", "note", "a gap of a day", former(ended_on=date(2023, 12, 31))),
    case("R-1309", SILENT, "no gap", former()),
    case("R-1309", SILENT, "no former insurance"),
    *[
        case(
            "R-1310",
            "deny",
            f"under way at the former insurer: {treatment}",
            **UNDER_WAY,
            treatment__type=treatment,
        )
        for treatment in EXAMINATIONS
    ],
    case("R-1310", SILENT, "an examination that is new", treatment__type="eye-doctor"),
    case("R-1310", SILENT, "treatment is no examination", **UNDER_WAY, treatment__type="surgery"),
    case(
        "R-1310",
        "require",
        "unknown circumstances",
        treatment__type="eye-doctor",
        condition__circumstances=None,
    ),
    case("R-1311", "note", "from a diagnosis insurance", former("diagnosis-insurance")),
    case(
        "R-1311",
        "note",
        "from a basic insurance, with a gap",
        former("basic-health-insurance", date(2023, 1, 1)),
    ),
    case("R-1311", SILENT, "from an equal insurance", former()),
    case("R-1311", SILENT, "no former insurance"),
    case("R-1318", "note", "a treatment on 1 January", INDEXED, treatment__startsOn="2027-01-01"),
    case("R-1318", SILENT, "a treatment on the day before", INDEXED, treatment__startsOn="2026-12-31"),
    case("R-1318", SILENT, "a policy without an index", treatment__startsOn="2027-01-01"),
    case(
        "R-1318",
        SILENT,
        "a policy whose sums are not indexed",
        {**INDEXED, "parameters": {"sumsIndexed": False}},
        treatment__startsOn="2027-01-01",
    ),
    case(
        "R-1318",
        SILENT,
        "an index from before the policy",
        {"sum_index": ((date(2024, 1, 1), Decimal("2.5")),)},
    ),
    case("R-1402", SILENT, "a premium that is paid"),
    case(
        "R-1402",
        "deny",
        "unpaid, from the first day without cover",
        suspended(date(2026, 11, 21)),
        treatment__startsOn="2026-11-21",
    ),
    case(
        "R-1402",
        SILENT,
        "a treatment on the last day of cover",
        suspended(date(2026, 11, 21)),
        treatment__startsOn="2026-11-20",
    ),
    case(
        "R-1402",
        "deny",
        "treated the day before it was paid",
        suspended(date(2026, 9, 1), date(2026, 10, 20)),
        treatment__startsOn="2026-10-19",
    ),
    case(
        "R-1402",
        SILENT,
        "treated on the day it was paid",
        suspended(date(2026, 9, 1), date(2026, 10, 20)),
        treatment__startsOn="2026-10-20",
    ),
    case("R-1402", "note", "reminded, and the days are not over", suspended(date(2026, 11, 30))),
    case(
        "R-1402",
        "deny",
        "unpaid, with an unknown day of treatment",
        suspended(date(2026, 11, 1)),
        treatment__startsOn=None,
    ),
    case(
        "R-1402",
        SILENT,
        "paid long ago, with an unknown day of treatment",
        suspended(date(2025, 1, 1), date(2025, 2, 1)),
        treatment__startsOn=None,
    ),
    case(
        "R-1402",
        "deny",
        "a past day is decided as of that day, unpaid",
        suspended(date(2026, 9, 1), date(2026, 10, 20)),
        asOf="2026-10-10",
        treatment__startsOn="2026-10-25",
    ),
    case(
        "R-1413", "require", "insured elsewhere, and not reported there", evidence__otherInsurer="unreported"
    ),
    *[
        case("R-1413", "grant", f"the other insurer: {outcome}", evidence__otherInsurer=outcome)
        for outcome in ("reported", "limits", "paid-in-full")
    ],
    case("R-1413", SILENT, "insured nowhere else", evidence__otherInsurer="none"),
    case("R-1413", SILENT, "no other insurer is named"),
    case("R-1414", "deny", "the other insurer has paid in full", evidence__otherInsurer="paid-in-full"),
    case("R-1414", SILENT, "the other insurer limits its cover", evidence__otherInsurer="limits"),
    case("R-1414", SILENT, "insured nowhere else"),
    case(
        "R-1415",
        "cap",
        "both limit their cover",
        evidence__otherInsurer="limits",
        evidence__otherInsurerPays=kroner("400.00"),
    ),
    case("R-1415", "note", "an unknown amount from the other insurer", evidence__otherInsurer="limits"),
    case(
        "R-1415",
        "note",
        "the other pays in kroner of another country",
        evidence__otherInsurer="limits",
        evidence__otherInsurerPays={"amount": "400.00", "currency": "NOK"},
    ),
    case("R-1415", SILENT, "reported, and without a limit", evidence__otherInsurer="reported"),
    case("R-1415", SILENT, "insured nowhere else"),
]
