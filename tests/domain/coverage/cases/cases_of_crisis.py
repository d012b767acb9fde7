"""Rules of section 7.14 to 7.17: crisis help, gambling, pain and allergy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from helsebro.coverage.question import vocabulary
from tests.builders.domain.asking import kroner, row
from tests.domain.coverage.cases.cases_of_health import amount, ordered
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase, case


def crisis(rule: str, effect: str, sentence: str, kind: str = "serious-accident", **more: object) -> RuleCase:
    """Crisis help ten days after an event."""
    event = {"event__kind": kind, "event__occurredOn": "2026-11-21"}
    return case(rule, effect, sentence, **{"treatment__type": "crisis-help", **event, **more})


def begun(effect: str, sentence: str, first: str, **more: object) -> RuleCase:
    """A session 24 days after the event, in a course that began on a day."""
    event = {"event__kind": "serious-accident", "event__occurredOn": "2026-11-01"}
    asked = {"treatment__type": "crisis-help", "treatment__startsOn": "2026-11-25", **event}
    return case("R-7144", effect, sentence, **asked, history=[row("crisis-help", first, **more)])


FROM_THE_START = {"parameters": {"crisisEndsFrom": "start"}}
LATE_SESSION = {"event__occurredOn": "2026-05-20", "treatment__startsOn": "2026-12-01"}


def ends(effect: str, sentence: str, first: str, parameters: Mapping[str, object]) -> RuleCase:
    """A session of 1 December, six months and more after the event, in a course that began on a day (Q13)."""
    asked = {"treatment__type": "crisis-help", "event__kind": "serious-accident", **LATE_SESSION}
    return case("R-7145", effect, sentence, parameters, **asked, history=[row("crisis-help", first)])


CRISIS: list[RuleCase] = [
    crisis(
        "R-7141", "cap", "four consultations used", history=[row("crisis-help", "2026-11-22", sessions=4)]
    ),
    crisis(
        "R-7141", "deny", "five consultations used", history=[row("crisis-help", "2026-11-22", sessions=5)]
    ),
    crisis(
        "R-7141",
        "cap",
        "a psychologist's do not count",
        history=[row("psychologist", "2026-11-22", sessions=5)],
    ),
    *[crisis("R-7142", "grant", f"{event} is listed", event) for event in vocabulary.EVENTS],
    crisis("R-7142", "require", "an unknown event", event__kind=None),
    *[
        crisis("R-7143", "grant", f"{event}, reported to the police", event, evidence__policeReport=True)
        for event in ("burglary", "fire", "violence", "assault")
    ],
    crisis("R-7143", "require", "an assault that was not reported", "assault"),
    crisis("R-7143", SILENT, "an accident needs no police report"),
    crisis("R-7144", "cap", "day twenty-one", event__occurredOn="2026-11-10"),
    crisis("R-7144", "deny", "day twenty-two", event__occurredOn="2026-11-09"),
    begun("cap", "a later session of a course begun in time", "2026-11-05"),
    begun("deny", "a later session of a course begun on day twenty-two", "2026-11-23"),
    begun("deny", "another event's help was before this one", "2026-10-31"),
    begun("deny", "help for something else", "2026-11-05", conditionKey="other"),
    begun("require", "an unknown condition", "2026-11-05", conditionKey=None),
    crisis("R-7145", "cap", "six months from the event", event__occurredOn="2026-06-01"),
    crisis("R-7145", "deny", "six months and a day", event__occurredOn="2026-05-31"),
    ends("deny", "counted from the event, whenever it began", "2026-06-02", {}),
    ends("cap", "counted from its start by the policy's own word", "2026-06-01", FROM_THE_START),
    ends("deny", "a day more than six months from its start", "2026-05-31", FROM_THE_START),
    crisis("R-7146", "grant", "agreed, in Denmark, in the network"),
    crisis("R-7146", "deny", "outside the network", treatment__inNetwork=False),
    crisis("R-7146", "deny", "in Sweden", treatment__country="SE"),
    crisis("R-7146", "deny", "begun before contact", evidence__approvedBeforehand=False),
    crisis("R-7147", "note", "a person who cannot travel", evidence__disabledForTransport=True),
    crisis("R-7147", SILENT, "a person who can travel", evidence__disabledForTransport=False),
    *[
        crisis("R-7148", "note", f"{event} asks who is nearest", event)
        for event in ("death-in-nearest-family", "life-threatening-illness")
    ],
    crisis("R-7148", SILENT, "an accident"),
]

ASSESSMENTS: list[RuleCase] = [
    *ordered("R-7151", "gambling"),
    case(
        "R-7152",
        "deny",
        "a hundred thousand used",
        treatment__type="gambling",
        history=[row("gambling", "2024-02-01", cost=kroner("100000.00"))],
    ),
    case(
        "R-7152",
        "cap",
        "a krone left of it",
        treatment__type="gambling",
        history=[row("gambling", "2024-02-01", cost=kroner("99999.00"))],
    ),
    case(
        "R-7152",
        "cap",
        "misuse has its own counter",
        treatment__type="gambling",
        history=[row("misuse", "2024-02-01", cost=kroner("100000.00"))],
    ),
    case(
        "R-7153",
        "wait",
        "a day less than six months in the scheme",
        {"enrolled_on": date(2026, 6, 2)},
        treatment__type="gambling",
    ),
    case(
        "R-7153",
        "note",
        "six months in the scheme",
        {"enrolled_on": date(2026, 6, 1)},
        treatment__type="gambling",
    ),
    case(
        "R-7154",
        "refer",
        "begun without approval",
        treatment__type="gambling",
        evidence__approvedBeforehand=False,
    ),
    case("R-7154", SILENT, "approved beforehand", treatment__type="gambling"),
    *ordered("R-7161", "pain-assessment", "cap"),
    *amount("R-7161", "pain-assessment", "15000"),
    case("R-7162", "deny", "pain in cancer", treatment__type="pain-assessment", condition__category="cancer"),
    case("R-7162", SILENT, "pain otherwise", treatment__type="pain-assessment", condition__category="pain"),
    *ordered("R-7171", "allergy-assessment", "cap"),
    *amount("R-7171", "allergy-assessment", "15000"),
]

CASES: list[RuleCase] = [*CRISIS, *ASSESSMENTS]
