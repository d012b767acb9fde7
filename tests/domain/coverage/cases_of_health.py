"""Rules of section 7: the health module."""

from __future__ import annotations

from datetime import date

from tests.domain.coverage.asking import AT_WORK, MODULES, kroner, row
from tests.domain.coverage.rule_case import SILENT, RuleCase, case


def since(day: str) -> dict[str, object]:
    """A condition that arose, showed and was diagnosed on a day."""
    return {f"condition__{name}": day for name in ("arisenOn", "symptomsFrom", "diagnosedOn")}


def ordered(rule: str, treatment: str, effect: str = "grant", **more: object) -> list[RuleCase]:
    """A treatment that a specialist must order."""
    changes = {"treatment__type": treatment, **more}
    return [
        case(rule, effect, f"{treatment} that a specialist ordered", **changes),
        case(
            rule, "require", f"{treatment} nobody ordered", **{**changes, "evidence__specialistOrder": False}
        ),
        case(
            rule,
            SILENT,
            "gambling is another thing" if treatment != "gambling" else "surgery",
            treatment__type="gambling" if treatment != "gambling" else "surgery",
        ),
    ]


def amount(rule: str, treatment: str, most: str, **more: object) -> list[RuleCase]:
    """A cap in kroner for one illness."""

    def used(kr: str, **other: object) -> dict[str, object]:
        past = row(treatment, "2026-02-01", cost=kroner(kr), **other)
        return {"treatment__type": treatment, "history": [past], **more}

    return [
        case(rule, "deny", f"{most} kr. used for it", **used(most)),
        case(rule, "cap", "a krone left", **used(f"{int(most) - 1}")),
        case(
            rule,
            "cap",
            f"{most} kr. used for surgery",
            **{**used("1"), "history": [row("surgery", "2026-02-01", cost=kroner(most))]},
        ),
        case(rule, "cap", f"{most} kr. used for another illness", **used(most, conditionKey="other")),
        case(rule, "require", f"{most} kr. used for who knows what", **used(most, conditionKey=None)),
    ]


PANEL = ["second-opinion-panel-heard", "danish-offers-exhausted"]
CANCER = {"condition__category": "cancer", "treatment__type": "cancer-treatment"}
HELD = {**CANCER, "treatment__country": "SE", "condition__circumstances": PANEL}
SEQUELA = {"condition__sequelaOfChronicDiagnosedOn": "2024-06-01"}
OLD_SEQUELA = {"condition__sequelaOfChronicDiagnosedOn": "2020-06-01"}
NEW_POLICY = {"effective_from": date(2025, 3, 14), "enrolled_on": date(2025, 3, 14)}
START_OF_DECEMBER_1 = {"effective_from": date(2024, 12, 1), "enrolled_on": date(2024, 12, 1)}
START_OF_DECEMBER_2 = {"effective_from": date(2024, 12, 2), "enrolled_on": date(2024, 12, 2)}
OLD = since("2025-03-13")
CHRONIC = {"condition__chronic": True, "treatment__type": "specialist-treatment"}
DAMAGE = {"condition__circumstances": ["treatment-damage"]}
AFTER_STAY = {"evidence__directlyAfterCoveredStay": True}

GENERAL: list[RuleCase] = [
    case("R-701", "grant", "surgery with the module", treatment__type="surgery"),
    case("R-701", "deny", "surgery without it", {"modules": MODULES - {"health"}}, treatment__type="surgery"),
    case("R-702", "note", "surgery", treatment__type="surgery"),
    case("R-702", SILENT, "physiotherapy"),
    case("R-703", "note", "arisen on the first day", NEW_POLICY, **since("2025-03-14")),
    case("R-703", SILENT, "arisen the day before", NEW_POLICY, **OLD),
    case("R-704", "wait", "arisen the day before the start", NEW_POLICY, **OLD),
    case("R-704", SILENT, "arisen on the first day", NEW_POLICY, **since("2025-03-14")),
    case("R-704", "note", "two years in force", NEW_POLICY, treatment__startsOn="2027-03-14", **OLD),
    case("R-704", "wait", "two years but a day", NEW_POLICY, treatment__startsOn="2027-03-13", **OLD),
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
        "nobody knows when it arose",
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
        "require",
        "old, and nobody knows the day of treatment",
        NEW_POLICY,
        treatment__startsOn=None,
        **OLD,
    ),
    case("R-711", "refer", "three months after the diagnosis", **CHRONIC, **since("2026-09-01")),
    case("R-711", "deny", "a day more", **CHRONIC, **since("2026-08-31")),
    case("R-711", SILENT, "diagnosed before the start is for 7.1 itself", NEW_POLICY, **CHRONIC, **OLD),
    case("R-711", SILENT, "not chronic", treatment__type="specialist-treatment"),
    case("R-712", "deny", "chronic and from before the start", NEW_POLICY, **CHRONIC, **OLD),
    case(
        "R-712",
        "deny",
        "seniority does not help",
        {**NEW_POLICY, "seniority_from": date(2020, 1, 1)},
        **CHRONIC,
        **OLD,
    ),
    case(
        "R-712",
        "deny",
        "diagnosed before the start, who knows when it arose",
        NEW_POLICY,
        **CHRONIC,
        **{**OLD, "condition__arisenOn": None, "condition__symptomsFrom": None},
    ),
    case(
        "R-712",
        "require",
        "diagnosed after the start, who knows when it arose",
        NEW_POLICY,
        **CHRONIC,
        **{**since("2025-03-14"), "condition__arisenOn": None, "condition__symptomsFrom": None},
    ),
    case("R-712", SILENT, "chronic and from the first day", NEW_POLICY, **CHRONIC, **since("2025-03-14")),
    case(
        "R-712",
        "require",
        "old, and nobody knows whether chronic",
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
    case("R-722", "wait", "two years but a day", START_OF_DECEMBER_2, **OLD_SEQUELA),
    case("R-722", "note", "two years to the day", START_OF_DECEMBER_1, **OLD_SEQUELA),
    case("R-722", SILENT, "no sequela"),
    case("R-722", "note", "after two years", {}, **OLD_SEQUELA),
    case("R-722", SILENT, "the chronic illness came after the start", **SEQUELA),
]

CLAUSES: list[RuleCase] = [
    case("R-731", "deny", "cancer in the public pathway", **CANCER),
    case("R-731", "deny", "the terminal phase", **{**HELD, "condition__circumstances": [*PANEL, "terminal"]}),
    case("R-731", "deny", "Danish offers are left", **{**HELD, "condition__circumstances": PANEL[:1]}),
    case("R-731", "note", "all that the special case asks for", **HELD),
    *[
        case(rule, effect, f"a hospital in {one}", **{**HELD, "treatment__country": one})
        for rule, effect in (("R-731", "note"), ("R-732", "refer"))
        for one in ("NO", "SE", "FI", "DE")
    ],
    case("R-731", "deny", "the panel is not heard", **{**HELD, "condition__circumstances": PANEL[1:]}),
    case("R-732", SILENT, "the panel is not heard", **{**HELD, "condition__circumstances": PANEL[1:]}),
    case("R-732", SILENT, "Danish offers are left", **{**HELD, "condition__circumstances": PANEL[:1]}),
    case("R-732", SILENT, "the terminal phase", **{**HELD, "condition__circumstances": [*PANEL, "terminal"]}),
    case("R-732", SILENT, "a hospital in Denmark is not listed", **{**HELD, "treatment__country": "DK"}),
    case("R-741", "grant", "an examination", treatment__type="specialist-examination"),
    case("R-741", SILENT, "a treatment", treatment__type="surgery"),
    case("R-751", "refer", "a second opinion", treatment__type="second-opinion"),
    case("R-751", SILENT, "a first one", treatment__type="specialist-examination"),
    case("R-761", "grant", "a specialist's treatment", treatment__type="specialist-treatment"),
    case("R-761", SILENT, "an examination", treatment__type="specialist-examination"),
    case(
        "R-762",
        "grant",
        "medicine during a night's admission",
        treatment__type="medicine",
        treatment__nights=1,
    ),
    case("R-762", "deny", "medicine without admission", treatment__type="medicine", treatment__nights=0),
    case(
        "R-762",
        "grant",
        "the same at work",
        AT_WORK,
        cause="work",
        treatment__type="medicine",
        treatment__nights=1,
    ),
    *[
        case(
            "R-763",
            "grant",
            f"cosmetic with {one}",
            treatment__type="cosmetic",
            condition__circumstances=[one],
        )
        for one in ("public-cosmetic-criteria", "breast-reconstruction", "direct-sequela")
    ],
    case("R-763", "deny", "cosmetic for looks", treatment__type="cosmetic"),
    case(
        "R-764",
        "cap",
        "three months of conservative treatment",
        treatment__type="conservative",
        history=[row("conservative", "2026-09-01")],
    ),
    case(
        "R-764",
        "refer",
        "a day more",
        treatment__type="conservative",
        history=[row("conservative", "2026-08-31")],
    ),
    *ordered("R-771", "dental", "cap", **DAMAGE),
    *amount("R-771", "dental", "15000", **DAMAGE),
    *ordered("R-781", "follow-up"),
    *ordered("R-791", "rehabilitation", "cap", **AFTER_STAY),
    case("R-791", "deny", "not directly after a covered stay", treatment__type="rehabilitation"),
    case(
        "R-791",
        "cap",
        "six months",
        treatment__type="rehabilitation",
        history=[row("rehabilitation", "2026-06-01")],
        **AFTER_STAY,
    ),
    case(
        "R-791",
        "deny",
        "six months and a day",
        treatment__type="rehabilitation",
        history=[row("rehabilitation", "2026-05-31")],
        **AFTER_STAY,
    ),
    case("R-7101", "grant", "a stay", treatment__type="stay"),
    case("R-7101", SILENT, "no stay"),
    *ordered("R-7111", "aid", "cap"),
    case("R-7111", "cap", "six months", treatment__type="aid", history=[row("aid", "2026-06-01")]),
    case(
        "R-7121",
        "require",
        "lying transport nobody approved",
        treatment__type="patient-transport",
        evidence__disabledForTransport=True,
        evidence__approvedBeforehand=False,
    ),
    *[
        case("R-7131", "cap", f"on a {one} referral", treatment__type="psychiatrist", evidence__referral=one)
        for one in ("own-doctor", "physiotherapy", "specialist")
    ],
    case(
        "R-7131",
        "cap",
        "a psychologist's sessions do not count",
        treatment__type="psychiatrist",
        history=[row("psychologist", "2026-10-02", sessions=12)],
    ),
    case(
        "R-7132",
        "cap",
        "eleven and no psychologist's sessions count",
        treatment__type="psychiatrist",
        history=[
            row("psychiatrist", "2026-10-02", sessions=11),
            row("psychologist", "2026-10-02", sessions=9),
        ],
    ),
    case("R-7111", "deny", "six months and a day", treatment__type="aid", history=[row("aid", "2026-05-31")]),
    *ordered("R-7121", "patient-transport", evidence__disabledForTransport=True),
    case(
        "R-7121",
        "deny",
        "one who can sit in a car",
        treatment__type="patient-transport",
        evidence__disabledForTransport=False,
    ),
    case(
        "R-7131",
        "cap",
        "eleven consultations for it",
        treatment__type="psychiatrist",
        history=[row("psychiatrist", "2025-01-01", sessions=11)],
    ),
    case(
        "R-7131",
        "deny",
        "twelve consultations for it",
        treatment__type="psychiatrist",
        history=[row("psychiatrist", "2025-01-01", sessions=12)],
    ),
    case(
        "R-7131",
        "require",
        "no doctor has ordered it",
        treatment__type="psychiatrist",
        evidence__referral="none",
    ),
    case(
        "R-7132",
        "deny",
        "twelve for all illnesses in twelve months",
        treatment__type="psychiatrist",
        history=[row("psychiatrist", "2025-12-02", sessions=12, conditionKey="other")],
    ),
    case(
        "R-7132",
        "cap",
        "the twelve months are over",
        treatment__type="psychiatrist",
        history=[row("psychiatrist", "2025-12-01", sessions=12, conditionKey="other")],
    ),
]

CASES: list[RuleCase] = [*GENERAL, *CLAUSES]
