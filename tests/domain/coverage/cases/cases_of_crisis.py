"""Rules of section 7.14 to 7.17: crisis help, gambling, pain and allergy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from helsebro.coverage.question import vocabulary
from tests.builders.domain.asking import AT_WORK, MODULES, kroner, row
from tests.domain.coverage.cases.cases_of_health import amount, ordered
from tests.domain.coverage.cases.cases_of_misuse import lifetime
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


TOO_OLD = {"event__occurredOn": "2026-10-20"}
LONG_AGO = {"event__occurredOn": "2026-03-01"}
FROM_THE_START = {"parameters": {"crisisEndsFrom": "start"}}
LATE_SESSION = {"event__occurredOn": "2026-05-20", "treatment__startsOn": "2026-12-01"}


def ends(effect: str, sentence: str, first: str, parameters: Mapping[str, object]) -> RuleCase:
    """A session of 1 December, six months and more after the event, in a course that began on a day (Q13)."""
    asked = {"treatment__type": "crisis-help", "event__kind": "serious-accident", **LATE_SESSION}
    return case("R-7145", effect, sentence, parameters, **asked, history=[row("crisis-help", first)])


def to_crisis_help() -> list[RuleCase]:
    """Transport of a person who cannot travel, after an event: 7.14 decides it, and no other clause."""
    asked = {"treatment__type": "transport", "treatment__distanceKm": 5, "evidence__referral": "none"}
    event = {"event__kind": "violence", "event__occurredOn": "2026-11-21"}
    unable, able = ({"evidence__disabledForTransport": value} for value in (True, False))
    mental, war = {"condition__category": "mental"}, {"condition__circumstances": ["war", "epidemic"]}
    cancer = {"condition__category": "cancer"}
    no_health = {"modules": MODULES - {"health"}}
    return [
        case("R-7147", "grant", "transport of a person who cannot travel", **asked, **event, **unable),
        case("R-7147", SILENT, "transport of a person who can travel", **asked, **event, **able),
        case("R-7147", SILENT, "transport without an event", **asked, **unable),
        case("R-701", "grant", "transport to crisis help", **asked, **event, **unable),
        case(
            "R-701",
            "deny",
            "transport to crisis help without the module",
            no_health,
            **asked,
            **event,
            **unable,
        ),
        case("R-701", SILENT, "other transport", **asked, **able),
        case("R-302", SILENT, "transport to crisis help without a referral", **asked, **event, **unable),
        case("R-302", "require", "other transport without a referral", **asked, **event, **able),
        *[
            case(rule, "note", "transport to crisis help", **asked, **event, **unable, **why)
            for rule, why in (("R-615", mental), ("R-628", war), ("R-629", war))
        ],
        *[
            case(rule, "deny", "other transport", **asked, **event, **able, **why)
            for rule, why in (("R-615", mental), ("R-628", war), ("R-629", war), ("R-614", cancer))
        ],
        case("R-614", SILENT, "transport to crisis help", **asked, **event, **unable, **cancer),
        *[
            case(rule, SILENT, "transport to crisis help", **asked, **event, **unable)
            for rule in ("R-1100", "R-1107", "R-1108", "R-1109")
        ],
        case("R-1107", "deny", "other transport of 5 km after an event", **asked, **event, **able),
        case("R-1107", "require", "an event, and unknown whether the person can travel", **asked, **event),
        case(
            "R-002",
            "note",
            "transport to crisis help at work",
            AT_WORK,
            cause="work",
            **asked,
            **event,
            **unable,
        ),
        case("R-002", "deny", "other transport at work", AT_WORK, cause="work", **asked, **event, **able),
        case("R-002", "deny", "transport without an event at work", AT_WORK, cause="work", **asked),
        case(
            "R-002",
            "require",
            "an event at work, and unknown whether the person can travel",
            AT_WORK,
            cause="work",
            **asked,
            **event,
        ),
    ]


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
    crisis(
        "R-7144",
        "cap",
        "no day agreed, in time",
        event__occurredOn="2026-11-10",
        treatment__startsOn=None,
    ),
    crisis("R-7144", "deny", "no day agreed, and the last is over", **TOO_OLD, treatment__startsOn=None),
    crisis("R-7145", "cap", "no day agreed yet", treatment__startsOn=None),
    crisis("R-7145", "deny", "no day agreed, six months are over", **LONG_AGO, treatment__startsOn=None),
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
    crisis("R-7146", "grant", "we find the psychologist", treatment__inNetwork=None, treatment__country=None),
    crisis("R-7146", "deny", "outside the network", treatment__inNetwork=False),
    crisis("R-7146", "deny", "in Sweden", treatment__country="SE"),
    crisis("R-7146", "deny", "begun before contact", evidence__approvedBeforehand=False),
    crisis("R-7147", "grant", "a person who cannot travel", evidence__disabledForTransport=True),
    crisis("R-7147", SILENT, "a person who can travel", evidence__disabledForTransport=False),
    *to_crisis_help(),
    *[
        crisis("R-7148", "note", f"{event} asks who is nearest", event)
        for event in ("death-in-nearest-family", "life-threatening-illness")
    ],
    crisis("R-7148", SILENT, "an accident"),
]

ASSESSMENTS: list[RuleCase] = [
    *ordered("R-7151", "gambling"),
    *lifetime("R-7152", "gambling"),
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
