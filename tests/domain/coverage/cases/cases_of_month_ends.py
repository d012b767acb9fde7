"""Every span of months, days and years at a month's end and over a leap day, on both of its sides (Q14)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.builders.domain.asking import kroner, row
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase, case

ARISEN = {f"condition__{name}": "2024-03-10" for name in ("arisenOn", "symptomsFrom", "diagnosedOn")}
ORDERED = {**ARISEN, "evidence__directlyAfterCoveredStay": True}
Plain = Mapping[str, object]
NOTHING: Plain = {}


def sides(
    rule: str, effects: tuple[str, str], days: tuple[str, str], cover: Plain = NOTHING, /, **asked: object
) -> list[RuleCase]:
    """The effect of a rule on the last day of one side and on the first day of the other."""
    return [
        case(rule, effect, f"on {day}", cover, **{**ARISEN, **asked, "treatment__startsOn": day})
        for effect, day in zip(effects, days, strict=True)
    ]


def waits(rule: str, cover: Plain, days: tuple[str, str], /, **asked: object) -> list[RuleCase]:
    """The last day of a wait and the first day after it."""
    return sides(rule, ("wait", "note"), days, cover, **asked)


def spans(
    rule: str, treatment: str, first: str, days: tuple[str, str], after: str = "deny"
) -> list[RuleCase]:
    """The last day of a span that a first treatment began, and the first day after it."""
    asked = {**ORDERED, "treatment__type": treatment, "history": [row(treatment, first)]}
    return sides(rule, ("cap", after), days, **asked)


def crisis(rule: str, happened: str, days: tuple[str, str]) -> list[RuleCase]:
    """The last day after an event, and the day after that."""
    event = {"event__kind": "serious-accident", "event__occurredOn": happened}
    return sides(rule, ("cap", "deny"), days, **{"treatment__type": "crisis-help", **event})


def used_up(rule: str, days: tuple[str, str], cover: Plain = NOTHING, /, **asked: object) -> list[RuleCase]:
    """The last day of a window that is used up, and the first of the next one."""
    return sides(rule, ("deny", "cap"), days, cover, **asked)


def began(day: date) -> dict[str, object]:
    """A cover that begins on this day."""
    return {"effective_from": day, "enrolled_on": day}


LEAP_START = began(date(2024, 2, 29))
OLD = {f"condition__{name}": "2024-01-10" for name in ("arisenOn", "symptomsFrom", "diagnosedOn")}
SEQUELA = {"condition__sequelaOfChronicDiagnosedOn": "2020-01-01"}
ENDED = {"history": [row("physiotherapy", "2024-02-01", courseEndedOn="2024-02-29")], **OLD}
TALKED = {"history": [row("psychologist", "2027-02-01", courseEndedOn="2027-02-28")]}
CHRONIC = {"treatment__type": "surgery", "condition__chronic": True, "condition__diagnosedOn": "2026-11-30"}
MEDICINE = {**ORDERED, "treatment__type": "medicine"}
SEVENTY = {"scheme": "voluntary", "born_on": date(1956, 2, 29)}
TWELVE_TALKS = {
    "treatment__type": "psychiatrist",
    "history": [row("psychiatrist", "2028-02-29", sessions=12, conditionKey="other")],
}
RECOVERED = {
    **ORDERED,
    "treatment__type": "recreation",
    "history": [row("recreation", "2028-02-29", cost=kroner("50000.00"), conditionKey="other")],
}
LEAP_YEARS = {"policy_year_start": "02-29"}


def outside(treatment: str) -> dict[str, object]:
    """Twelve treatments outside the network in the policy year that ends with 27 February 2027."""
    used = row(treatment, "2026-06-01", sessions=12, inNetwork=False)
    return {"treatment__type": treatment, "treatment__inNetwork": False, "history": [used]}


CASES: list[RuleCase] = [
    *waits("R-704", LEAP_START, ("2026-02-27", "2026-02-28"), **OLD),
    *waits("R-722", LEAP_START, ("2026-02-27", "2026-02-28"), **SEQUELA),
    *waits("R-7153", began(date(2026, 8, 31)), ("2027-02-27", "2027-02-28"), treatment__type="gambling"),
    *waits("R-1004", began(date(2027, 8, 31)), ("2028-02-28", "2028-02-29"), treatment__type="misuse"),
    *waits("R-822", {}, ("2025-02-27", "2025-02-28"), **ENDED),
    *waits("R-912", {}, ("2028-02-27", "2028-02-28"), treatment__type="psychologist", **TALKED),
    *sides("R-711", ("refer", "deny"), ("2027-02-28", "2027-03-01"), **CHRONIC),
    *spans("R-764", "conservative", "2027-11-30", ("2028-02-29", "2028-03-01"), "refer"),
    *spans("R-791", "rehabilitation", "2026-08-31", ("2027-02-28", "2027-03-01")),
    *spans("R-7111", "aid", "2027-08-31", ("2028-02-29", "2028-03-01")),
    *spans("R-1002", "antabuse", "2028-02-29", ("2029-02-28", "2029-03-01")),
    *sides(
        "R-1114",
        ("cap", "deny"),
        ("2028-02-29", "2028-03-01"),
        history=[row("stay", "2027-08-31")],
        **MEDICINE,
    ),
    *crisis("R-7144", "2028-02-10", ("2028-03-02", "2028-03-03")),
    *crisis("R-7144", "2027-02-10", ("2027-03-03", "2027-03-04")),
    *crisis("R-7145", "2026-08-31", ("2027-02-28", "2027-03-01")),
    *crisis("R-7145", "2027-08-31", ("2028-02-29", "2028-03-01")),
    *sides("R-1313", (SILENT, "note"), ("2026-02-28", "2026-03-01"), SEVENTY),
    *used_up("R-7132", ("2029-02-27", "2029-02-28"), **TWELVE_TALKS),
    *used_up("R-1105", ("2029-02-27", "2029-02-28"), **RECOVERED),
    *used_up("R-832", ("2027-02-27", "2027-02-28"), LEAP_YEARS, **outside("physiotherapy")),
    *used_up(
        "R-842",
        ("2027-02-27", "2027-02-28"),
        LEAP_YEARS,
        treatment__practitioner__approvals=["RAB"],
        **outside("reflexology"),
    ),
    *used_up("R-931", ("2027-02-27", "2027-02-28"), LEAP_YEARS, **outside("psychologist")),
]
