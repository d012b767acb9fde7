"""Rules of sections 1 to 5 and of the common terms: persons, place, time, papers, sums, the end of cover."""

from __future__ import annotations

from datetime import date

from helsebro.money import Money
from tests.builders.domain.asking import AT_WORK, kroner, row
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase, case

FIVE = ("DK", "NO", "SE", "FI", "DE")
LEFT = {"left_on": date(2026, 10, 31)}
BEFORE_LEAVING = {"condition__arisenOn": "2026-10-01", "condition__symptomsFrom": "2026-10-01"}
AFTER_LEAVING = {
    "condition__arisenOn": "2026-11-02",
    "condition__symptomsFrom": "2026-11-02",
    "condition__diagnosedOn": "2026-11-02",
}

NO_LONGER_EMPLOYED = {**AFTER_LEAVING, "evidence__employmentEndedOn": "2026-10-31"}
HEALTH_AT_WORK = {"product": "SA1706", "modules": frozenset({"health"})}
REPORTED_IN_TIME = {**BEFORE_LEAVING, "evidence__reportedOn": "2026-10-31"}
REPORTED_LATE = {**BEFORE_LEAVING, "evidence__reportedOn": "2026-11-01"}


def run_off(left_on: date, last: str, first_after: str) -> list[RuleCase]:
    """Six months after a month's end: the last day of a month without such a day (Q14)."""
    left = {"left_on": left_on}
    return [
        case("R-1315", "cap", f"left on {left_on}, treated on {last}", left, treatment__startsOn=last),
        case(
            "R-1315",
            "deny",
            f"left on {left_on}, treated on {first_after}",
            left,
            treatment__startsOn=first_after,
        ),
    ]


CASES: list[RuleCase] = [
    case("R-001", "note", "a policy with figures of its own says so", {"parameters": {"crisisSessions": 4}}),
    case("R-001", SILENT, "a policy without figures of its own is silent"),
    case("R-002", "deny", "a module that is not in the policy", {"modules": frozenset({"health"})}),
    case("R-002", SILENT, "the module is in the policy"),
    case("R-002", "deny", "a work policy without the module", HEALTH_AT_WORK, cause="work"),
    case("R-002", "deny", "home help on the work policy", AT_WORK, cause="work", treatment__type="home-help"),
    case("R-003", "require", "left, treated and asked about afterwards", LEFT, **BEFORE_LEAVING),
    case(
        "R-003",
        "require",
        "a voluntary scheme that ended at seventy, asked about afterwards",
        {"scheme": "voluntary", "born_on": date(1956, 10, 2)},
        **BEFORE_LEAVING,
    ),
    case("R-003", SILENT, "still employed"),
    case(
        "R-003",
        SILENT,
        "treated before leaving",
        {"left_on": date(2026, 11, 20)},
        treatment__startsOn="2026-11-20",
    ),
    case("R-003", SILENT, "asked about while still employed", LEFT, asOf="2026-10-31"),
    case(
        "R-101",
        "refer",
        "a change that the employer has not reported",
        {"parameters": {"unreportedChange": True}},
    ),
    case("R-101", SILENT, "an employer that tells its changes", {"parameters": {"unreportedChange": False}}),
    case(
        "R-101",
        "refer",
        "ten percent more employees, not reported",
        {"parameters": {"unreportedHeadCountPercent": 10}},
    ),
    case("R-101", SILENT, "nine percent more employees", {"parameters": {"unreportedHeadCountPercent": 9}}),
    case("R-201", "deny", "somebody in no policy", None),
    case("R-201", SILENT, "an insured person"),
    case("R-202", "deny", "a registered address in Poland", {"country": "PL"}),
    *[case("R-202", SILENT, f"a registered address in {country}", {"country": country}) for country in FIVE],
    case("R-203", "deny", "outside the public health insurance", {"public_health_insurance": False}),
    case("R-203", SILENT, "under the public health insurance"),
    case("R-204", "deny", "staying in Greenland", {"country": "GL"}),
    case("R-204", "deny", "staying in the Faroe Islands", {"country": "FO"}),
    case("R-204", SILENT, "staying in Denmark"),
    case("R-301", "grant", "a leisure injury on the leisure policy"),
    case("R-301", "deny", "a work injury on the leisure policy", cause="work"),
    case("R-301", "require", "an unknown cause", cause="unknown"),
    case(
        "R-301",
        "refer",
        "an unknown cause, with both policies",
        {"other_product": "SA1706"},
        cause="unknown",
    ),
    case("R-301", "grant", "a work injury on the work policy", AT_WORK, cause="work"),
    case("R-301", "deny", "a leisure injury on the work policy", AT_WORK),
    case(
        "R-302", "require", "surgery without a referral", treatment__type="surgery", evidence__referral="none"
    ),
    case(
        "R-302",
        "require",
        "surgery on a mere recommendation",
        treatment__type="surgery",
        evidence__referral="recommendation",
    ),
    *[
        case(
            "R-302",
            "grant",
            f"surgery on a {referral} referral",
            treatment__type="surgery",
            evidence__referral=referral,
        )
        for referral in ("own-doctor", "physiotherapy", "specialist")
    ],
    case(
        "R-302",
        SILENT,
        "an eye doctor needs no referral",
        treatment__type="eye-doctor",
        evidence__referral="none",
    ),
    case("R-303", "note", "an ear, nose and throat doctor", treatment__type="ent-doctor"),
    case("R-303", SILENT, "physiotherapy is not among the five"),
    case("R-304", "note", "every claim"),
    case("R-305", "note", "every claim"),
    case("R-305", "cap", "a bill that says what it cost", evidence__actualCost=kroner("350.00")),
    case("R-306", "note", "a subsidy is taken off the price", evidence__subsidy=kroner("100.00")),
    case("R-306", SILENT, "a policy that takes none off", {"parameters": {"subsidyDeducted": False}}),
    case("R-307", "grant", "surgery in the network", treatment__type="surgery"),
    case("R-307", SILENT, "surgery elsewhere", treatment__type="surgery", treatment__inNetwork=False),
    case("R-401", "deny", "treatment in Poland", treatment__country="PL"),
    *[case("R-401", SILENT, f"treatment in {country}", treatment__country=country) for country in FIVE],
    case("R-401", "require", "an unknown country", treatment__country=None),
    case("R-402", "deny", "treatment in the Faroe Islands", treatment__country="FO"),
    case("R-402", "deny", "treatment in Greenland", treatment__country="GL"),
    case("R-402", SILENT, "R-401 decides treatment in Poland", treatment__country="PL"),
    case("R-501", "wait", "a treatment on the day before the start", {"enrolled_on": date(2026, 12, 2)}),
    case("R-501", SILENT, "a treatment on the first day", {"enrolled_on": date(2026, 12, 1)}),
    case("R-502", "grant", "arisen abroad, treated at home", condition__arisenAbroad=True),
    case(
        "R-502",
        "deny",
        "arisen abroad, treated abroad",
        condition__arisenAbroad=True,
        treatment__country="SE",
    ),
    case("R-502", SILENT, "arisen at home, treated abroad", treatment__country="SE"),
    case(
        "R-502",
        "require",
        "treated abroad, arisen in an unknown country",
        condition__arisenAbroad=None,
        treatment__country="SE",
    ),
    case("R-1301", "cap", "a year's sum with something left"),
    case(
        "R-1301",
        "deny",
        "a year's sum that is used up",
        {"annual_sum": Money.of("400.00")},
        history=[row("surgery", "2026-03-01")],
    ),
    case(
        "R-1301",
        "cap",
        "last policy year's treatments do not count",
        {"annual_sum": Money.of("400.00")},
        history=[row("surgery", "2025-12-31")],
    ),
    case(
        "R-1301",
        "require",
        "an earlier treatment with an unknown price",
        history=[row("surgery", "2026-03-01", cost=None)],
    ),
    case(
        "R-1302",
        "deny",
        "a year's sum that is used up",
        {"annual_sum": Money.of("400.00")},
        history=[row("surgery", "2026-01-01")],
    ),
    case("R-1302", SILENT, "a year's sum with something left"),
    case("R-1303", "note", "a person with both policies", {"other_product": "SA1706"}),
    case("R-1303", SILENT, "a person with one policy"),
    case("R-1312", "deny", "arisen after the person left", LEFT, **AFTER_LEAVING),
    case("R-1312", "deny", "arisen after the employment ended, as the person says", **NO_LONGER_EMPLOYED),
    case(
        "R-1312",
        SILENT,
        "an employment that ended, in a voluntary scheme",
        {"scheme": "voluntary"},
        **NO_LONGER_EMPLOYED,
    ),
    case(
        "R-1312",
        SILENT,
        "an enrolment that ends later than the person says",
        {"left_on": date(2026, 12, 1)},
        **NO_LONGER_EMPLOYED,
    ),
    case("R-1312", "note", "arisen before the person left", LEFT, **BEFORE_LEAVING),
    case("R-1312", SILENT, "still employed"),
    case("R-1312", "deny", "arisen before, reported the day after", LEFT, **REPORTED_LATE),
    case("R-1312", "note", "arisen before, reported on the last day", LEFT, **REPORTED_IN_TIME),
    case("R-1315", SILENT, "R-1312 decides a report on the day after", LEFT, **REPORTED_LATE),
    case("R-1315", "cap", "reported on the last day", LEFT, **REPORTED_IN_TIME),
    case("R-003", SILENT, "reported on the last day: no review is needed", LEFT, **REPORTED_IN_TIME),
    case("R-003", SILENT, "reported the day after: there is nothing to look for", LEFT, **REPORTED_LATE),
    case(
        "R-1312",
        "deny",
        "arisen before the term",
        {**LEFT, "enrolled_on": date(2026, 10, 2)},
        **BEFORE_LEAVING,
    ),
    case(
        "R-1312",
        "note",
        "arisen on its first day",
        {**LEFT, "enrolled_on": date(2026, 10, 1)},
        **BEFORE_LEAVING,
    ),
    case(
        "R-1312",
        "note",
        "arisen under a former insurance whose seniority we took over",
        {**LEFT, "enrolled_on": date(2026, 10, 2), "seniority_from": date(2024, 1, 1)},
        **BEFORE_LEAVING,
    ),
    case(
        "R-1315",
        SILENT,
        "arisen before the term",
        {**LEFT, "enrolled_on": date(2026, 10, 2)},
        **BEFORE_LEAVING,
    ),
    *run_off(date(2027, 8, 31), "2028-02-29", "2028-03-01"),
    *run_off(date(2028, 8, 31), "2029-02-28", "2029-03-01"),
    *run_off(date(2028, 2, 29), "2028-08-29", "2028-08-30"),
    case("R-1312", SILENT, "treated on the last day", {"left_on": date(2026, 12, 1)}),
    case(
        "R-1313",
        "deny",
        "voluntary, the month after the one of turning seventy, for what arose since",
        {"scheme": "voluntary", "born_on": date(1956, 8, 2)},
    ),
    case(
        "R-1313",
        "note",
        "voluntary, the month after the one of turning seventy, for what arose before",
        {"scheme": "voluntary", "born_on": date(1956, 11, 2)},
    ),
    case(
        "R-1315",
        "cap",
        "the cover of a voluntary scheme ended at seventy",
        {"scheme": "voluntary", "born_on": date(1956, 11, 2)},
    ),
    case(
        "R-1315",
        "deny",
        "seven months after the cover ended at seventy",
        {"scheme": "voluntary", "born_on": date(1956, 11, 2)},
        treatment__startsOn="2027-06-01",
    ),
    case(
        "R-1313",
        SILENT,
        "voluntary, in the month of turning seventy",
        {"scheme": "voluntary", "born_on": date(1956, 12, 2)},
    ),
    case("R-1313", SILENT, "a company scheme", {"born_on": date(1940, 11, 2)}),
    case("R-1313", "require", "voluntary, of unknown age", {"scheme": "voluntary", "born_on": None}),
    case("R-1315", "cap", "a month after leaving", LEFT, **BEFORE_LEAVING),
    case("R-1315", "cap", "31 October and six months is 30 April", LEFT, treatment__startsOn="2027-04-30"),
    case("R-1315", SILENT, "still employed"),
    case("R-1315", SILENT, "treated on the last day", {"left_on": date(2026, 12, 1)}),
    case("R-1315", SILENT, "R-1312 decides what arose after leaving", LEFT, **AFTER_LEAVING),
    case("R-1315", "deny", "the day after the run-off", LEFT, treatment__startsOn="2027-05-01"),
]
