"""Rules of section 11 of the leisure policy: extended help."""

from __future__ import annotations

from datetime import date

from tests.builders.domain.asking import MODULES, kroner, row
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase, case

AFTER_STAY = {"evidence__directlyAfterCoveredStay": True}


def help_at_home(rule: str, treatment: str, other: str) -> list[RuleCase]:
    """Twelve hours per illness, ordered, approved and directly after a covered stay."""
    asked = {"treatment__type": treatment, "treatment__hours": 4, **AFTER_STAY}

    def used(of: str, hours: int) -> dict[str, object]:
        return {**asked, "history": [row(of, "2026-10-10", hours=hours)]}

    return [
        case(rule, "cap", "eleven hours used", **used(treatment, 11)),
        case(rule, "deny", "twelve hours used", **used(treatment, 12)),
        case(rule, "cap", "the other help has its own counter", **used(other, 12)),
        case(
            rule, "deny", "not directly after a covered stay", **{**asked, **dict.fromkeys(AFTER_STAY, False)}
        ),
        case(rule, "require", "not ordered", **{**asked, "evidence__specialistOrder": False}),
        case(rule, "refer", "the price is not approved", **{**asked, "evidence__approvedBeforehand": False}),
    ]


DIET = {"treatment__type": "dietitian", "evidence__specialistOrder": False}
RECREATION = {"treatment__type": "recreation", **AFTER_STAY}
TRANSPORT = {"treatment__type": "transport"}
RATE = {"parameters": {"transportRatePerKm": "2.23"}}
LODGING = {"treatment__type": "companion-lodging"}
CHILD = {"born_on": date(2005, 12, 2)}
ADULT = {"born_on": date(2005, 12, 1)}
CHRONIC_MEDICINE = {
    "treatment__type": "medicine",
    "condition__chronic": True,
    "condition__diagnosedOn": "2026-10-05",
}
MEDICINE = {"treatment__type": "medicine", **AFTER_STAY}


def far(rule: str, treatment: str) -> list[RuleCase]:
    """More than a hundred kilometres, strictly."""
    return [
        case(rule, "grant", "101 km", treatment__type=treatment, treatment__distanceKm=101),
        case(rule, "deny", "100 km", treatment__type=treatment, treatment__distanceKm=100),
        case(rule, "require", "an unknown distance", treatment__type=treatment),
    ]


CASES: list[RuleCase] = [
    case("R-1100", "grant", "home help with the module", treatment__type="home-help"),
    case(
        "R-1100",
        "deny",
        "home help without it",
        {"modules": MODULES - {"extended"}},
        treatment__type="home-help",
    ),
    *help_at_home("R-1101", "home-nurse", "home-help"),
    *help_at_home("R-1102", "home-help", "home-nurse"),
    case("R-1103", "cap", "a BMI of 30.1", treatment__bmi=30.1, **DIET),
    case("R-1103", "deny", "a BMI of 30 is not above 30", treatment__bmi=30.0, **DIET),
    case("R-1103", "cap", "part of ordered treatment", treatment__type="dietitian", treatment__bmi=25),
    case(
        "R-1103",
        "require",
        "no doctor has recommended it",
        treatment__bmi=31,
        evidence__referral="none",
        **DIET,
    ),
    *[
        case(
            "R-1103", "cap", f"on a {referral} paper", treatment__bmi=31, evidence__referral=referral, **DIET
        )
        for referral in ("recommendation", "own-doctor", "physiotherapy", "specialist")
    ],
    *[
        case(
            "R-1103",
            effect,
            f"{used} consultations of a {treatment} used",
            treatment__bmi=31,
            history=[row(treatment, "2026-10-10", sessions=used)],
            **DIET,
        )
        for effect, used, treatment in (("cap", 4, "dietitian"), ("cap", 5, "psychologist"))
    ],
    *[
        case(
            rule,
            "cap",
            "another stay does not count",
            history=[row("rehabilitation", "2026-10-10", cost=kroner("50000.00"))],
            **RECREATION,
        )
        for rule in ("R-1104", "R-1105")
    ],
    case("R-1104", "deny", "recreation on its own", treatment__type="recreation"),
    case("R-1106", "deny", "an eating disorder", **RECREATION, condition__category="eating-disorder"),
    *[
        case("R-1114", "deny", f"long after {treatment}", **MEDICINE, history=[row(treatment, "2026-05-01")])
        for treatment in ("surgery", "stay")
    ],
    case(
        "R-1114",
        "deny",
        "an out-patient treatment starts nothing anew",
        **MEDICINE,
        history=[row("stay", "2026-05-01"), row("specialist-treatment", "2026-11-20")],
    ),
    *[
        case("R-1114", effect, sentence, **MEDICINE, **more)
        for effect, sentence, more in (
            ("require", "an unknown day of discharge", {}),
            ("require", "an out-patient treatment", {"history": [row("specialist-treatment", "2026-11-20")]}),
            ("cap", "six months after the known discharge", {"treatment__dischargedOn": "2026-06-01"}),
            ("deny", "a day more after the known discharge", {"treatment__dischargedOn": "2026-05-31"}),
            (
                "cap",
                "discharged later than the stay that we know began",
                {"treatment__dischargedOn": "2026-06-01", "history": [row("stay", "2026-05-20")]},
            ),
            (
                "deny",
                "a stay that is not the one the medicine follows",
                {"treatment__dischargedOn": "2026-05-31", "history": [row("stay", "2026-11-01")]},
            ),
        )
    ],
    *[
        case(rule, effect, f"medicine for a chronic illness, {sentence}", **{**CHRONIC_MEDICINE, **more})
        for rule, effect, sentence, more in (
            ("R-762", SILENT, "without a night", {"treatment__nights": 0}),
            ("R-762", SILENT, "at home", {}),
            ("R-711", "refer", "within three months", {}),
            ("R-701", "grant", "after a stay too", AFTER_STAY),
            ("R-1100", SILENT, "after a stay too", AFTER_STAY),
            ("R-1114", SILENT, "after a stay too", AFTER_STAY),
        )
    ],
    case("R-762", "require", "an unknown night", treatment__type="medicine"),
    case(
        "R-762",
        "require",
        "no night, and unknown whether chronic",
        treatment__type="medicine",
        treatment__nights=0,
        condition__chronic=None,
    ),
    case("R-1114", SILENT, "medicine that follows no stay", treatment__type="medicine", treatment__nights=1),
    case("R-1100", SILENT, "medicine during admission", treatment__type="medicine", treatment__nights=1),
    case("R-1100", "grant", "medicine after a stay", **MEDICINE),
    case("R-701", SILENT, "medicine after a stay", **MEDICINE),
    case("R-701", "grant", "medicine during admission", treatment__type="medicine", treatment__nights=1),
    case("R-762", SILENT, "medicine after a stay", **MEDICINE),
    case(
        "R-1103",
        "deny",
        "five consultations used",
        treatment__bmi=31,
        history=[row("dietitian", "2026-10-10", sessions=5)],
        **DIET,
    ),
    case("R-1104", "cap", "recreation in Denmark", **RECREATION),
    case("R-1104", "deny", "recreation in Norway", **RECREATION, treatment__country="NO"),
    case("R-1104", "require", "not ordered", **RECREATION, evidence__specialistOrder=False),
    case(
        "R-1104",
        "deny",
        "fifty thousand used for it",
        **RECREATION,
        history=[row("recreation", "2024-10-10", cost=kroner("50000.00"))],
    ),
    case(
        "R-1105",
        "deny",
        "fifty thousand used for any condition this year",
        **RECREATION,
        history=[row("recreation", "2025-12-02", cost=kroner("50000.00"), conditionKey="other")],
    ),
    case(
        "R-1105",
        "cap",
        "the year from the first day is over",
        **RECREATION,
        history=[row("recreation", "2025-12-01", cost=kroner("50000.00"), conditionKey="other")],
    ),
    *[
        case(
            rule,
            "cap",
            "a krone left",
            **RECREATION,
            history=[row("recreation", "2026-10-10", cost=kroner("49999.00"))],
        )
        for rule in ("R-1104", "R-1105")
    ],
    case("R-1106", "deny", "recreation for a mental illness", **RECREATION, condition__category="mental"),
    case("R-1106", SILENT, "recreation for an injury", **RECREATION),
    *far("R-1107", "transport"),
    case("R-1108", "note", "transport", treatment__type="transport"),
    case("R-1108", SILENT, "lodging", **LODGING),
    case("R-1108", "cap", "a policy that tells the rate", RATE, treatment__distanceKm=101, **TRANSPORT),
    case("R-1108", "note", "a policy with a rate, and an unknown distance", RATE, **TRANSPORT),
    case("R-1109", "note", "the place that we recommended", RATE, treatment__distanceKm=101, **TRANSPORT),
    case(
        "R-1109",
        "cap",
        "a place farther than the recommended place",
        RATE,
        treatment__distanceKm=150,
        treatment__recommendedKm=110,
        **TRANSPORT,
    ),
    case("R-1109", "note", "a companion's transport", treatment__type="companion-transport"),
    case("R-1109", SILENT, "lodging", **LODGING),
    *far("R-1110", "companion-transport"),
    case("R-1111", "grant", "four nights", ADULT, treatment__nights=4, **LODGING),
    case("R-1111", "deny", "three nights", ADULT, treatment__nights=3, **LODGING),
    case("R-1111", "grant", "one night with a person under 21", CHILD, treatment__nights=1, **LODGING),
    case("R-1111", "deny", "no night with somebody under 21", CHILD, treatment__nights=0, **LODGING),
    case(
        "R-1111",
        "require",
        "three nights at an unknown age",
        {"born_on": None},
        treatment__nights=3,
        **LODGING,
    ),
    case("R-1112", "note", "the day before turning 21", CHILD, **LODGING),
    case("R-1112", SILENT, "the day of turning 21", ADULT, **LODGING),
    case("R-1113", "note", "lodging", **LODGING),
    case("R-1113", SILENT, "transport", treatment__type="transport"),
    case("R-1114", "cap", "six months after discharge", **MEDICINE, history=[row("stay", "2026-06-01")]),
    case("R-1114", "deny", "six months and a day", **MEDICINE, history=[row("stay", "2026-05-31")]),
    case(
        "R-1114",
        "cap",
        "the stay ended later than it began",
        **MEDICINE,
        history=[row("stay", "2026-05-20", courseEndedOn="2026-06-01")],
    ),
    case("R-1114", "require", "not ordered", **MEDICINE, evidence__specialistOrder=False),
]
