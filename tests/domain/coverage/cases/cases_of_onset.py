"""Rules of sections 7 to 7.2: the module, conditions from before the start, chronic illness, sequelae."""

from __future__ import annotations

from datetime import date

from helsebro.coverage.question.former import Former
from tests.builders.domain.asking import AT_WORK, MODULES
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase, case


def since(day: str) -> dict[str, object]:
    """A condition that arose, showed and was diagnosed on a day."""
    return {f"condition__{name}": day for name in ("arisenOn", "symptomsFrom", "diagnosedOn")}


SEQUELA = {"condition__sequelaOfChronicDiagnosedOn": "2024-06-01"}
OLD_SEQUELA = {"condition__sequelaOfChronicDiagnosedOn": "2020-06-01"}
NEW_POLICY = {"effective_from": date(2025, 3, 14), "enrolled_on": date(2025, 3, 14)}
START_OF_DECEMBER_1 = {"effective_from": date(2024, 12, 1), "enrolled_on": date(2024, 12, 1)}
START_OF_DECEMBER_2 = {"effective_from": date(2024, 12, 2), "enrolled_on": date(2024, 12, 2)}
OLD = since("2025-03-13")
CHRONIC = {"condition__chronic": True, "treatment__type": "specialist-treatment"}

SENIORITY = {"seniority_from": date(2020, 1, 1)}
RECENT = {"seniority_from": date(2025, 1, 1)}
FORMER = {"former": Former("health-insurance", date(2020, 1, 1), date(2025, 3, 14))}
BROKEN = {"former": Former("health-insurance", date(2020, 1, 1), date(2025, 3, 13))}
HELP_ALONE = {"parameters": {"seniorityHelpsChronic": True}}
HELP = {**SENIORITY, **HELP_ALONE}
NO_HELP = {**SENIORITY, "parameters": {"seniorityHelpsChronic": False}}
NO_HEALTH_AT_WORK = {"product": "SA1706", "modules": MODULES - {"extended", "health"}}

CASES: list[RuleCase] = [
    case("R-701", "grant", "surgery with the module", treatment__type="surgery"),
    case("R-701", "deny", "surgery without it", {"modules": MODULES - {"health"}}, treatment__type="surgery"),
    case("R-701", "grant", "surgery at work", AT_WORK, cause="work", treatment__type="surgery"),
    case(
        "R-701",
        "deny",
        "surgery at work without the module",
        NO_HEALTH_AT_WORK,
        cause="work",
        treatment__type="surgery",
    ),
    case("R-702", "note", "surgery", treatment__type="surgery"),
    case("R-702", SILENT, "physiotherapy"),
    case("R-703", "note", "arisen on the first day", NEW_POLICY, **since("2025-03-14")),
    case("R-703", SILENT, "arisen the day before", NEW_POLICY, **OLD),
    case("R-704", "wait", "arisen the day before the start", NEW_POLICY, **OLD),
    case("R-704", SILENT, "arisen on the first day", NEW_POLICY, **since("2025-03-14")),
    case("R-704", "note", "two years in force", NEW_POLICY, treatment__startsOn="2027-03-14", **OLD),
    case("R-704", "wait", "a day less than two years", NEW_POLICY, treatment__startsOn="2027-03-13", **OLD),
    case(
        "R-704",
        SILENT,
        "an earlier policy without a gap",
        {**NEW_POLICY, "seniority_from": date(2024, 1, 1)},
        **OLD,
    ),
    case(
        "R-704",
        "note",
        "a policy that waits a year",
        {**NEW_POLICY, "parameters": {"preExistingWaitMonths": 12}},
        **OLD,
    ),
    case(
        "R-704",
        "require",
        "an unknown day of onset",
        NEW_POLICY,
        condition__arisenOn=None,
        condition__symptomsFrom=None,
        condition__diagnosedOn=None,
    ),
    case(
        "R-704",
        "wait",
        "diagnosed before the start is enough",
        NEW_POLICY,
        condition__arisenOn=None,
        condition__symptomsFrom=None,
        condition__diagnosedOn="2025-03-13",
    ),
    case(
        "R-704",
        "wait",
        "old, with an unknown day of treatment",
        NEW_POLICY,
        treatment__startsOn=None,
        **OLD,
    ),
    case("R-711", "refer", "three months after the diagnosis", **CHRONIC, **since("2026-09-01")),
    case("R-711", "deny", "a day more", **CHRONIC, **since("2026-08-31")),
    case("R-711", SILENT, "7.1 itself decides a diagnosis before the start", NEW_POLICY, **CHRONIC, **OLD),
    case("R-711", SILENT, "not chronic", treatment__type="specialist-treatment"),
    case(
        "R-704",
        "require",
        "diagnosed after the start, with an unknown day of onset",
        NEW_POLICY,
        **{**since("2025-03-14"), "condition__arisenOn": None, "condition__symptomsFrom": None},
    ),
    case("R-712", "deny", "chronic and from before the start", NEW_POLICY, **CHRONIC, **OLD),
    *[
        case("R-712", effect, sentence, {**NEW_POLICY, **cover}, **CHRONIC, **since(day))
        for effect, sentence, cover, day in (
            ("refer", "chronic and from before the start, with seniority", SENIORITY, "2025-03-13"),
            ("refer", "chronic, from a former insurance without a gap", FORMER, "2025-03-13"),
            ("deny", "chronic, from a former insurance with a gap", BROKEN, "2025-03-13"),
            ("deny", "chronic and from before the seniority", SENIORITY, "2019-12-31"),
            ("refer", "chronic and from the first day of the seniority", SENIORITY, "2020-01-01"),
            ("deny", "a policy that does not let seniority help", NO_HELP, "2025-03-13"),
            (SILENT, "a policy that lets seniority help", HELP, "2025-03-13"),
            ("deny", "a policy that lets seniority help, from before the seniority", HELP, "2019-12-31"),
            ("deny", "a policy that lets seniority help, without seniority", HELP_ALONE, "2025-03-13"),
        )
    ],
    *[
        case(
            "R-711",
            effect,
            sentence,
            {**NEW_POLICY, **cover},
            **CHRONIC,
            **since(day),
            treatment__startsOn=on,
        )
        for effect, sentence, cover, day, on in (
            ("refer", "seniority helps: within three months", HELP, "2025-03-13", "2025-06-13"),
            ("deny", "seniority helps: a day more", HELP, "2025-03-13", "2025-06-14"),
            (SILENT, "seniority may help: R-712 refers", SENIORITY, "2025-03-13", "2025-06-14"),
        )
    ],
    *[
        case("R-722", effect, sentence, {**NEW_POLICY, **cover}, condition__sequelaOfChronicDiagnosedOn=day)
        for effect, sentence, cover, day in (
            (
                "refer",
                "diagnosed before the start, with seniority",
                SENIORITY,
                "2025-03-13",
            ),
            ("refer", "the two years are over by seniority alone", SENIORITY, "2019-06-01"),
            ("wait", "two years neither way", RECENT, "2019-06-01"),
            ("wait", "a policy that does not let seniority help", NO_HELP, "2019-06-01"),
            ("note", "a policy that lets seniority help", HELP, "2019-06-01"),
            (SILENT, "a policy that lets seniority help, diagnosed since", HELP, "2025-03-13"),
        )
    ],
    case(
        "R-712",
        "deny",
        "diagnosed before the start, with an unknown day of onset",
        NEW_POLICY,
        **CHRONIC,
        **{**OLD, "condition__arisenOn": None, "condition__symptomsFrom": None},
    ),
    case(
        "R-712",
        "require",
        "diagnosed after the start, with an unknown day of onset",
        NEW_POLICY,
        **CHRONIC,
        **{**since("2025-03-14"), "condition__arisenOn": None, "condition__symptomsFrom": None},
    ),
    case("R-712", SILENT, "chronic and from the first day", NEW_POLICY, **CHRONIC, **since("2025-03-14")),
    case(
        "R-712",
        "require",
        "old, and unknown whether chronic",
        NEW_POLICY,
        condition__chronic=None,
        **OLD,
    ),
    case("R-713", "note", "a chronic illness", condition__category="chronic"),
    case("R-713", SILENT, "an injury"),
    case("R-721", "refer", "a sequela found after the start", treatment__type="surgery", **SEQUELA),
    case("R-721", SILENT, "no sequela", treatment__type="surgery"),
    case("R-722", "wait", "a sequela of an old chronic illness", NEW_POLICY, **OLD_SEQUELA),
    case(
        "R-722",
        "wait",
        "the policy's own period does not help",
        {**NEW_POLICY, "parameters": {"preExistingWaitMonths": 0}},
        **OLD_SEQUELA,
    ),
    case("R-722", "wait", "a day less than two years", START_OF_DECEMBER_2, **OLD_SEQUELA),
    case("R-722", "note", "two years to the day", START_OF_DECEMBER_1, **OLD_SEQUELA),
    case("R-722", SILENT, "no sequela"),
    case("R-722", SILENT, "no sequela on a new policy", NEW_POLICY),
    case("R-722", "note", "after two years", {}, **OLD_SEQUELA),
    case("R-722", SILENT, "the chronic illness came after the start", **SEQUELA),
]
