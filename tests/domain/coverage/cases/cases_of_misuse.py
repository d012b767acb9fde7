"""Rules of section 10: misuse."""

from __future__ import annotations

from datetime import date

from tests.builders.domain.asking import kroner, row
from tests.domain.coverage.cases.cases_of_treatments import gate
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase, case

NEW = {"enrolled_on": date(2026, 6, 1)}


def lifetime(rule: str, treatment: str) -> list[RuleCase]:
    """A hundred thousand for the whole time in force, which begins with the first day in force with us."""

    def used(on: str) -> dict[str, object]:
        past = row(treatment, on, cost=kroner("100000.00"))
        return {"treatment__type": treatment, "history": [past]}

    joined = {"enrolled_on": date(2025, 3, 14)}
    return [
        case(rule, "deny", "used on the first day in force", joined, **used("2025-03-14")),
        case(rule, "cap", "used the day before the first day in force", joined, **used("2025-03-13")),
        case(
            rule,
            "cap",
            "used under a former insurance whose seniority we took over",
            {**joined, "seniority_from": date(2020, 1, 1)},
            **used("2024-05-01"),
        ),
        case(
            rule,
            "deny",
            "used in force, with an unknown day of treatment",
            joined,
            **used("2025-03-14"),
            treatment__startsOn=None,
        ),
    ]


CASES: list[RuleCase] = [
    *lifetime("R-1003", "misuse"),
    *lifetime("R-1003", "antabuse"),
    *gate("R-1001", "misuse", "misuse"),
    *[
        case(
            "R-1001",
            "grant",
            f"on a {referral} referral",
            treatment__type="misuse",
            evidence__referral=referral,
        )
        for referral in ("own-doctor", "physiotherapy", "specialist")
    ],
    case(
        "R-1003",
        "cap",
        "gambling has its own counter",
        treatment__type="misuse",
        history=[row("gambling", "2024-05-01", cost=kroner("100000.00"))],
    ),
    case(
        "R-1003",
        "deny",
        "a hundred thousand used for misuse",
        treatment__type="antabuse",
        history=[row("misuse", "2024-05-01", cost=kroner("100000.00"))],
    ),
    case(
        "R-1001", "require", "no doctor has ordered it", treatment__type="misuse", evidence__referral="none"
    ),
    case(
        "R-1002",
        "cap",
        "twelve months after the first antabuse",
        treatment__type="antabuse",
        history=[row("antabuse", "2025-12-01")],
    ),
    case("R-1002", "deny", "a day more", treatment__type="antabuse", history=[row("antabuse", "2025-11-30")]),
    case(
        "R-1003",
        "deny",
        "a hundred thousand used",
        treatment__type="misuse",
        history=[row("antabuse", "2024-05-01", cost=kroner("100000.00"), conditionKey="other")],
    ),
    case(
        "R-1003",
        "cap",
        "a krone left of it",
        treatment__type="misuse",
        history=[row("misuse", "2024-05-01", cost=kroner("99999.00"))],
    ),
    case(
        "R-1004",
        "wait",
        "a day less than six months in the scheme",
        {"enrolled_on": date(2026, 6, 2)},
        treatment__type="misuse",
    ),
    case(
        "R-1004",
        "wait",
        "seniority does not help",
        {"enrolled_on": date(2026, 6, 2), "seniority_from": date(2020, 1, 1)},
        treatment__type="misuse",
    ),
    case("R-1004", "note", "six months in the scheme", NEW, treatment__type="antabuse"),
    case(
        "R-1005",
        "refer",
        "begun without approval",
        treatment__type="misuse",
        evidence__approvedBeforehand=False,
    ),
    case("R-1005", SILENT, "approved beforehand", treatment__type="misuse"),
]
