"""Rules of sections 7.3 to 7.13: what the health module covers."""

from __future__ import annotations

from tests.builders.domain.asking import AT_WORK, kroner, row
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase, case


def ordered(rule: str, treatment: str, effect: str = "grant", **more: object) -> list[RuleCase]:
    """A treatment that a specialist must order."""
    changes = {"treatment__type": treatment, **more}
    return [
        case(rule, effect, f"{treatment} that a specialist ordered", **changes),
        case(
            rule,
            "require",
            f"{treatment} without an order",
            **{**changes, "evidence__specialistOrder": False},
        ),
        case(
            rule,
            SILENT,
            "gambling is not one of them" if treatment != "gambling" else "surgery",
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
        case(rule, "require", f"{most} kr. used for an unknown illness", **used(most, conditionKey=None)),
    ]


PANEL = ["second-opinion-panel-heard", "danish-offers-exhausted"]
CANCER = {"condition__category": "cancer", "treatment__type": "cancer-treatment"}
HELD = {**CANCER, "treatment__country": "SE", "condition__circumstances": PANEL}
DAMAGE = {"condition__circumstances": ["treatment-damage"]}
AFTER_STAY = {"evidence__directlyAfterCoveredStay": True}

CASES: list[RuleCase] = [
    case("R-731", "deny", "cancer in the public pathway", **CANCER),
    case("R-731", "deny", "the terminal phase", **{**HELD, "condition__circumstances": [*PANEL, "terminal"]}),
    case("R-731", "deny", "Danish offers are left", **{**HELD, "condition__circumstances": PANEL[:1]}),
    case("R-731", "note", "all that the special case asks for", **HELD),
    *[
        case(rule, effect, f"a hospital in {country}", **{**HELD, "treatment__country": country})
        for rule, effect in (("R-731", "note"), ("R-732", "refer"))
        for country in ("NO", "SE", "FI", "DE")
    ],
    case("R-731", "deny", "the panel is not heard", **{**HELD, "condition__circumstances": PANEL[1:]}),
    case("R-731", "deny", "a hospital in Denmark is not listed", **{**HELD, "treatment__country": "DK"}),
    case("R-771", SILENT, "no treatment has damaged the tooth", treatment__type="dental"),
    case("R-732", SILENT, "the panel is not heard", **{**HELD, "condition__circumstances": PANEL[1:]}),
    case("R-732", SILENT, "Danish offers are left", **{**HELD, "condition__circumstances": PANEL[:1]}),
    case("R-732", SILENT, "the terminal phase", **{**HELD, "condition__circumstances": [*PANEL, "terminal"]}),
    case("R-732", SILENT, "a hospital in Denmark is not listed", **{**HELD, "treatment__country": "DK"}),
    case("R-741", "grant", "an examination", treatment__type="specialist-examination"),
    case("R-741", SILENT, "a treatment", treatment__type="surgery"),
    case("R-751", "refer", "a second opinion", treatment__type="second-opinion"),
    case("R-751", SILENT, "a first opinion", treatment__type="specialist-examination"),
    case("R-761", "grant", "a specialist's treatment", treatment__type="specialist-treatment"),
    case("R-761", SILENT, "an examination", treatment__type="specialist-examination"),
    case(
        "R-762",
        "grant",
        "medicine during a night's admission",
        treatment__type="medicine",
        treatment__nights=1,
    ),
    case(
        "R-762",
        "deny",
        "medicine without admission at work",
        AT_WORK,
        cause="work",
        treatment__type="medicine",
        treatment__nights=0,
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
            f"cosmetic with {circumstance}",
            treatment__type="cosmetic",
            condition__circumstances=[circumstance],
        )
        for circumstance in ("public-cosmetic-criteria", "breast-reconstruction", "direct-sequela")
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
        "no day agreed yet",
        treatment__type="rehabilitation",
        treatment__startsOn=None,
        **AFTER_STAY,
    ),
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
        "refer",
        "lying transport without approval",
        treatment__type="patient-transport",
        evidence__disabledForTransport=True,
        evidence__approvedBeforehand=False,
    ),
    *[
        case(
            "R-7131",
            "cap",
            f"on a {referral} referral",
            treatment__type="psychiatrist",
            evidence__referral=referral,
        )
        for referral in ("own-doctor", "physiotherapy", "specialist")
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
        "a person who can sit in a car",
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
