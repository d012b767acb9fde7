"""Rules of section 8: physical treatments; and cases that sections 9 and 10 share."""

from __future__ import annotations

from helsebro.coverage.question import vocabulary
from tests.builders.domain.asking import MODULES, kroner, row
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase, case

PHYSICAL_TYPES = (
    "physiotherapy",
    "chiropractic",
    "acupuncture",
    "reflexology",
    "osteopathy",
    "craniosacral",
)
OUT = {"treatment__inNetwork": False}


def gate(rule: str, treatment: str, module: str) -> list[RuleCase]:
    """A module in the policy and not in it."""
    return [
        case(rule, "grant", f"{treatment} with the module", treatment__type=treatment),
        case(
            rule,
            "deny",
            f"{treatment} without the module",
            {"modules": MODULES - {module}},
            treatment__type=treatment,
        ),
    ]


def gap(rule: str, treatment: str, *alike: str) -> list[RuleCase]:
    """Twelve months between two courses for the same condition."""

    def after(ended: str, **more: object) -> dict[str, object]:
        past = row(treatment, "2025-11-01", courseEndedOn=ended, **more)
        onset = {f"condition__{name}": "2025-01-01" for name in ("arisenOn", "symptomsFrom", "diagnosedOn")}
        return {"treatment__type": treatment, "history": [past], **onset}

    return [
        *[
            case(
                rule, "wait", f"a course of {similar}", **{**after("2026-03-01"), "treatment__type": similar}
            )
            for similar in alike
        ],
        *[
            case(
                rule,
                "wait",
                f"a course after a course of {similar}",
                **{
                    **after("2026-03-01"),
                    "history": [row(similar, "2026-02-20", courseEndedOn="2026-03-01")],
                },
            )
            for similar in alike
        ],
        *[
            case(
                rule,
                effect,
                f"{sentence}, beside a course that has ended",
                **{
                    **after("2026-03-01"),
                    "history": [row(alike[0], "2026-02-20", courseEndedOn="2026-03-01"), other],
                    "treatment__type": alike[-1],
                },
            )
            for effect, sentence, other in (
                (SILENT, "granted and not yet held", row(alike[-1], "2026-11-20", reserved=True)),
                (SILENT, "begun before that end", row(alike[-1], "2026-02-27")),
                ("wait", "begun after that end", row(alike[-1], "2026-03-02")),
                (
                    "require",
                    "begun for an unknown condition",
                    row(alike[-1], "2026-02-27", conditionKey=None),
                ),
                ("wait", "begun for something else", row(alike[-1], "2026-02-27", conditionKey="other")),
            )
            if len(alike) > 1
        ],
        case(rule, "wait", "a course that ended a day less than twelve months ago", **after("2025-12-02")),
        case(rule, "note", "a course that ended twelve months ago to the day", **after("2025-12-01")),
        case(rule, SILENT, "a course for something else", **after("2026-03-01", conditionKey="other")),
        case(rule, "require", "a course for an unknown condition", **after("2026-03-01", conditionKey=None)),
        case(rule, SILENT, "no course has ended", treatment__type=treatment),
        case(
            rule,
            "wait",
            "an unknown start of the new course",
            **{**after("2026-03-01"), "treatment__startsOn": None},
        ),
    ]


def network(inside: str, outside: str, treatment: str) -> list[RuleCase]:
    """Direct settlement in the network, refund outside it."""
    return [
        case(inside, "grant", f"{treatment} in the network", treatment__type=treatment),
        case(inside, SILENT, f"{treatment} outside it", treatment__type=treatment, **OUT),
        case(outside, "note", f"{treatment} outside the network", treatment__type=treatment, **OUT),
        case(outside, SILENT, f"{treatment} in the network", treatment__type=treatment),
    ]


def twelve_of(treatment: str) -> dict[str, object]:
    """Twelve sessions outside the network this year."""
    return row(treatment, "2026-02-02", sessions=12, inNetwork=False)


def twelve(rule: str, treatment: str, alike: tuple[str, ...], other: tuple[str, ...]) -> list[RuleCase]:
    """Twelve treatments outside the network a policy year."""

    def used(sessions: int, **more: object) -> dict[str, object]:
        past = row(treatment, "2026-01-01", sessions=sessions, **{"inNetwork": False, **more})
        return {"treatment__type": treatment, "history": [past], **OUT}

    return [
        *[
            case(rule, "deny", f"twelve used for {similar}", **{**used(12), "history": [twelve_of(similar)]})
            for similar in alike
        ],
        *[
            case(
                rule,
                "cap",
                f"{different} has another pool",
                **{**used(12), "history": [twelve_of(different)]},
            )
            for different in other
        ],
        case(rule, "cap", "eleven used", **used(11)),
        case(rule, "deny", "twelve used", **used(12)),
        case(rule, "cap", "twelve used in the network", **used(12, inNetwork=True)),
        case(rule, "cap", "twelve used last year", **used(12, on="2025-12-31")),
        case(rule, "deny", "twelve used for other illnesses", **used(12, conditionKey="other")),
        case(rule, "require", "twelve used, unknown whether in the network", **used(12, inNetwork=None)),
        case(rule, SILENT, "in the network there is no such cap", treatment__type=treatment),
    ]


def portion(rule: str, treatment: str, size: int, similar: str) -> list[RuleCase]:
    """Treatments come in portions; the first one has a size, and a person grants what comes after it."""

    def given(sessions: int, of: str = treatment, **more: object) -> dict[str, object]:
        return {"treatment__type": treatment, "history": [row(of, "2026-11-01", sessions=sessions, **more)]}

    ended = row(treatment, "2025-10-01", sessions=size, courseEndedOn="2025-11-20")
    older = row(treatment, "2025-09-01", sessions=size)
    return [
        case(rule, "cap", f"{treatment} comes in portions", treatment__type=treatment),
        case(rule, SILENT, "surgery does not", treatment__type="surgery"),
        case(rule, "cap", "a session of the first portion is left", **given(size - 1)),
        case(rule, "refer", "the first session after the first portion", **given(size)),
        case(rule, "refer", "22 sessions were given", **given(22)),
        case(rule, "refer", "the portion is reserved and not yet held", **given(size, reserved=True)),
        case(
            rule,
            "refer",
            "given in two claims for the same condition",
            **{**given(1), "history": [*_two(treatment, size)]},
        ),
        case(rule, "cap", "given outside the network", **given(22, inNetwork=False)),
        case(rule, "refer", "given, unknown in which network", **given(size, inNetwork=None)),
        case(rule, "cap", "given for something else", **given(22, conditionKey="other")),
        case(rule, "require", "given for an unknown condition", **given(22, conditionKey=None)),
        case(rule, "cap", f"{similar} is another course", **given(22, similar)),
        case(rule, "cap", "a course that has ended", treatment__type=treatment, history=[ended, older]),
        case(
            rule,
            "refer",
            "a new course after one that has ended",
            treatment__type=treatment,
            history=[ended, row(treatment, "2026-11-21", sessions=size)],
        ),
        case(
            rule,
            "cap",
            "a policy with a larger first portion",
            {"parameters": {"firstGrantPhysical": size + 1, "firstGrantPsychology": size + 1}},
            **given(size),
        ),
    ]


def _two(treatment: str, size: int) -> list[dict[str, object]]:
    return [row(treatment, "2026-11-01"), row(treatment, "2026-11-08", sessions=size - 1)]


def supplement(rule: str, treatment: str) -> list[RuleCase]:
    """Supplements for evenings and weekends: a note, because the treatment itself is covered."""
    asked = {"treatment__type": treatment, "treatment__supplement": kroner("150.00")}
    return [
        *[
            case(rule, "note", f"an {supplement}", **asked, condition__circumstances=[supplement])
            for supplement in ("evening-supplement", "weekend-supplement")
        ],
        case(
            rule,
            "note",
            "a supplement of an unknown amount",
            treatment__type=treatment,
            condition__circumstances=["evening-supplement"],
        ),
        case(rule, SILENT, "no supplement", treatment__type=treatment),
    ]


def papers(rule: str, treatment: str, weakest: str, too_weak: str, **more: object) -> list[RuleCase]:
    """The weakest sufficient paper and every stronger one, and one that is too weak."""
    enough = vocabulary.REFERRALS[vocabulary.REFERRALS.index(weakest) :]
    return [
        *[
            case(
                rule,
                "grant",
                f"a {referral} paper",
                treatment__type=treatment,
                evidence__referral=referral,
                **more,
            )
            for referral in enough
        ],
        case(
            rule,
            "require",
            f"a {too_weak} paper",
            treatment__type=treatment,
            evidence__referral=too_weak,
            **more,
        ),
        case(
            rule, "require", "no word of a paper", treatment__type=treatment, evidence__referral=None, **more
        ),
        case(rule, SILENT, "surgery", treatment__type="surgery"),
    ]


def approved(rule: str, treatment: str, effect: str, *approvals: str) -> list[RuleCase]:
    """The effect of an approval of the practitioner."""
    named = " and ".join(approvals) or "no approval"
    changes = {"treatment__type": treatment, "treatment__practitioner__approvals": list(approvals)}
    return [case(rule, effect, f"{treatment} with {named}", **changes)]


def one_pool(rule: str, treatment: str, other: str) -> list[RuleCase]:
    """Twelve outside the network in separate pools, or in one pool if the policy says so (Q10)."""
    used = row(other, "2026-02-01", sessions=12, inNetwork=False)
    asked = {"treatment__type": treatment, "history": [used], **OUT}
    pool = {"parameters": {"outOfNetworkPool": "shared"}}
    own = PHYSICAL_TYPES[:2] if rule == "R-832" else PHYSICAL_TYPES[2:]
    return [
        case(rule, "deny" if other in own else "cap", f"twelve of {other}, in pools of their own", **asked),
        case(rule, "deny", f"twelve of {other}, in one pool", pool, **asked),
    ]


CASES: list[RuleCase] = [
    *gate("R-801", "physiotherapy", "physical"),
    *papers("R-811", "physiotherapy", "physiotherapy", "own-doctor"),
    case("R-812", "note", "chiropractic", treatment__type="chiropractic"),
    case("R-812", SILENT, "physiotherapy"),
    *approved("R-813", "acupuncture", "grant", "RAB"),
    *approved("R-813", "acupuncture", "grant", "SA"),
    *approved("R-813", "acupuncture", "deny", "ROD"),
    *approved("R-814", "reflexology", "grant", "RAB"),
    *approved("R-814", "reflexology", "deny", "SA"),
    *approved("R-815", "osteopathy", "grant", "ROD"),
    *approved("R-815", "osteopathy", "deny", "RAB"),
    *papers("R-815", "osteopathy", "physiotherapy", "own-doctor", treatment__practitioner__approvals=["ROD"]),
    *papers(
        "R-816", "craniosacral", "physiotherapy", "own-doctor", treatment__practitioner__approvals=["ROD"]
    ),
    *approved("R-816", "craniosacral", "grant", "ROD"),
    *approved("R-816", "craniosacral", "deny"),
    case(
        "R-816",
        "require",
        "unknown approvals",
        treatment__type="craniosacral",
        treatment__practitioner__approvals=None,
    ),
    case("R-821", "note", "physiotherapy"),
    case("R-821", SILENT, "surgery", treatment__type="surgery"),
    *gap("R-822", "physiotherapy", *PHYSICAL_TYPES),
    case("R-823", "refer", "a lasting illness", condition__chronic=True),
    case("R-823", SILENT, "a passing injury"),
    *portion("R-824", "physiotherapy", 3, "osteopathy"),
    case("R-825", "deny", "acute", treatment__type="acute"),
    case("R-825", SILENT, "planned"),
    *supplement("R-826", "chiropractic"),
    *network("R-831", "R-833", "physiotherapy"),
    *twelve("R-832", "physiotherapy", PHYSICAL_TYPES[:2], PHYSICAL_TYPES[2:]),
    *[found for other in PHYSICAL_TYPES for found in one_pool("R-832", "chiropractic", other)],
    *[found for other in PHYSICAL_TYPES for found in one_pool("R-842", "reflexology", other)],
    case("R-834", "cap", "no provider number", treatment__practitioner__providerNumber=False, **OUT),
    case("R-834", SILENT, "in the network", treatment__practitioner__providerNumber=False),
    case("R-834", SILENT, "a provider number", **OUT),
    *network("R-841", "R-844", "acupuncture"),
    *twelve("R-842", "reflexology", PHYSICAL_TYPES[2:], PHYSICAL_TYPES[:2]),
    case("R-843", "cap", "outside the network", treatment__type="reflexology", **OUT),
    case("R-843", SILENT, "in the network", treatment__type="reflexology"),
]
