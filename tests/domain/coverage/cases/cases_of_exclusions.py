"""Rules of section 6: what is never covered, and the clauses that override it."""

from __future__ import annotations

from tests.builders.domain.asking import AT_WORK, MODULES
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase, case

EXAMINATIONS = (
    "specialist-examination",
    "second-opinion",
    "pain-assessment",
    "allergy-assessment",
    "ent-doctor",
    "eye-doctor",
)


def of_type(rule: str, treatment: str) -> list[RuleCase]:
    """A treatment type that is never covered."""
    return [
        case(rule, "deny", f"{treatment} is never covered", treatment__type=treatment),
        case(rule, SILENT, "surgery is another thing", treatment__type="surgery"),
    ]


def of_category(rule: str, *categories: str) -> list[RuleCase]:
    """An illness that is never covered."""
    denied = [
        case(rule, "deny", f"{category} is never covered", condition__category=category)
        for category in categories
    ]
    return [*denied, case(rule, SILENT, "an injury is another thing")]


def of_circumstance(rule: str, *circumstances: str) -> list[RuleCase]:
    """A circumstance that excludes cover."""
    denied = [
        case(rule, "deny", f"{circumstance} excludes cover", condition__circumstances=[circumstance])
        for circumstance in circumstances
    ]
    return [
        *denied,
        case(rule, SILENT, "no circumstance is at hand"),
        case(rule, "require", "unknown circumstances", condition__circumstances=None),
    ]


def in_misuse(rule: str, treatment: str, circumstance: str, effect: str) -> list[RuleCase]:
    """A circumstance that belongs to misuse: section 10 covers its treatment if the policy has the module."""
    asked = {"treatment__type": treatment, "condition__circumstances": [circumstance]}
    unknown = {**asked, "condition__circumstances": None}
    return [
        case(rule, effect, f"{treatment} with its module", **asked),
        case(rule, "deny", f"{treatment} without its module", {"modules": MODULES - {"misuse"}}, **asked),
        case(rule, "deny", "gambling is no misuse", **{**asked, "treatment__type": "gambling"}),
        case(
            rule,
            SILENT if effect == "note" else "require",
            f"{treatment} under unknown circumstances",
            **unknown,
        ),
    ]


CASES: list[RuleCase] = [
    *of_type("R-601", "cause-clarification"),
    case("R-602", "deny", "a work cause on the leisure policy", cause="work"),
    case("R-602", SILENT, "R-301 decides an unknown cause", cause="unknown"),
    case("R-602", SILENT, "a leisure cause on the leisure policy"),
    case("R-602", "deny", "a leisure cause on the work policy", AT_WORK),
    case("R-602", SILENT, "an unknown cause on the work policy", AT_WORK, cause="unknown"),
    case("R-602", SILENT, "a work cause on the work policy", AT_WORK, cause="work"),
    *of_type("R-603", "acute"),
    *of_circumstance("R-604", "no-show"),
    case(
        "R-604",
        "note",
        "a valid reason for not showing up",
        condition__circumstances=["no-show", "no-show-valid-reason"],
    ),
    case("R-604", "note", "only the reason is reported", condition__circumstances=["no-show-valid-reason"]),
    *of_type("R-605", "gp"),
    *of_type("R-606", "naturopath"),
    *[
        case("R-606", "note", f"{treatment} is covered by 8.1", treatment__type=treatment)
        for treatment in ("acupuncture", "reflexology", "osteopathy", "craniosacral")
    ],
    *[
        case("R-607", "deny", f"treated by {who}", treatment__practitioner__relation=who)
        for who in ("self", "spouse", "parent", "child", "own-company")
    ],
    case("R-607", SILENT, "a sibling may treat", treatment__practitioner__relation="sibling"),
    case("R-607", "require", "an unknown relation", treatment__practitioner__relation=None),
    *of_type("R-608", "hospice"),
    *of_type("R-609", "prevention"),
    *of_type("R-610", "obesity-surgery"),
    *of_type("R-611", "dental"),
    case(
        "R-611",
        "note",
        "7.7 decides a tooth damaged by treatment",
        treatment__type="dental",
        condition__circumstances=["treatment-damage"],
    ),
    case(
        "R-612",
        "deny",
        "misuse without its module",
        {"modules": MODULES - {"misuse"}},
        condition__category="misuse-alcohol",
    ),
    *[
        case("R-612", "note", f"{category} with its module", condition__category=category)
        for category in ("misuse-alcohol", "misuse-medicine", "misuse-drugs")
    ],
    case("R-612", SILENT, "an injury is another thing"),
    *of_category("R-613", "eating-disorder"),
    *of_category("R-614", "cancer"),
    *[
        case(
            "R-614",
            SILENT,
            f"{treatment} has its own clause",
            condition__category="cancer",
            treatment__type=treatment,
        )
        for treatment in ("cancer-treatment", "crisis-help")
    ],
    case(
        "R-614",
        SILENT,
        "a breast rebuilt after a tumour",
        condition__category="cancer",
        treatment__type="cosmetic",
        condition__circumstances=["breast-reconstruction"],
    ),
    *[
        case(
            "R-614",
            effect,
            f"{treatment} does not rebuild a breast",
            condition__category="cancer",
            treatment__type=treatment,
            condition__circumstances=["breast-reconstruction"],
        )
        for treatment, effect in (("rehabilitation", "refer"), ("surgery", "deny"))
    ],
    *[
        case("R-614", effect, sentence, condition__category="cancer", **asked)
        for effect, sentence, asked in (
            ("refer", "a second opinion in cancer", {"treatment__type": "second-opinion"}),
            ("refer", "rehabilitation in cancer", {"treatment__type": "rehabilitation"}),
            (
                "refer",
                "teeth damaged by treatment in cancer",
                {"treatment__type": "dental", "condition__circumstances": ["treatment-damage"]},
            ),
            ("deny", "other teeth in cancer", {"treatment__type": "dental"}),
            (
                "require",
                "teeth in cancer under unknown circumstances",
                {"treatment__type": "dental", "condition__circumstances": None},
            ),
            ("deny", "surgery in cancer", {"treatment__type": "surgery"}),
        )
    ],
    *of_category("R-615", "mental"),
    *[
        case(
            "R-615",
            "note",
            f"{treatment} is covered by its own clause",
            condition__category="mental",
            treatment__type=treatment,
        )
        for treatment in ("psychiatrist", "crisis-help", "psychologist")
    ],
    *of_type("R-616", "transplant"),
    *of_type("R-617", "dialysis"),
    *of_type("R-618", "sight-correction"),
    *of_category("R-618", "squint"),
    *of_category("R-619a", "sexual"),
    *of_category("R-619b", "sexual"),
    *of_category("R-619c", "contraception"),
    *of_category("R-619d", "abortion"),
    *of_category("R-619e", "pregnancy"),
    case("R-619e", SILENT, "fertility has its own rule", condition__category="fertility"),
    *of_category("R-619f", "birth"),
    *of_category("R-619g", "fertility"),
    case("R-619g", SILENT, "pregnancy has its own rule", condition__category="pregnancy"),
    *of_circumstance("R-620", "intent", "gross-negligence"),
    *of_circumstance("R-621", "intoxication"),
    *of_circumstance("R-622", "crime"),
    *[
        found
        for treatment in ("misuse", "antabuse")
        for rule, circumstance, effect in (("R-621", "intoxication", "note"), ("R-622", "crime", "refer"))
        for found in in_misuse(rule, treatment, circumstance, effect)
    ],
    *of_circumstance("R-623", "professional-sport"),
    *of_circumstance("R-624", "military"),
    *of_type("R-625", "certificate"),
    *of_circumstance("R-626", "nuclear"),
    case(
        "R-626",
        "note",
        "ordinary use has its own exception",
        condition__circumstances=["nuclear", "nuclear-ordinary-use"],
    ),
    *[
        case(
            "R-627",
            "grant",
            f"{treatment} after ordinary use",
            treatment__type=treatment,
            condition__circumstances=["nuclear-ordinary-use"],
        )
        for treatment in EXAMINATIONS
    ],
    case("R-627", SILENT, "no radiation"),
    case(
        "R-627", "deny", "the treatment after ordinary use", condition__circumstances=["nuclear-ordinary-use"]
    ),
    *of_circumstance("R-628", "war"),
    case(
        "R-628",
        "note",
        "crisis help after war",
        condition__circumstances=["war"],
        treatment__type="crisis-help",
    ),
    *of_circumstance("R-629", "epidemic"),
    case(
        "R-629",
        "note",
        "crisis help in an epidemic",
        condition__circumstances=["epidemic"],
        treatment__type="crisis-help",
    ),
]
