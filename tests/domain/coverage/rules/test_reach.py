"""The treatments that each rule can apply to, whatever the other facts are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helsebro.coverage.question import vocabulary
from helsebro.coverage.terms.product import product
from tests.builders.domain.asking import LEISURE, decided, effects, row


def types(words: str) -> frozenset[str]:
    """The treatment types of a line."""
    return frozenset(words.split())


HEALTH = types(
    "specialist-examination specialist-treatment surgery second-opinion conservative cosmetic dental "
    "follow-up "
    "rehabilitation stay aid patient-transport psychiatrist crisis-help gambling pain-assessment "
    "allergy-assessment cancer-treatment ent-doctor eye-doctor medicine"
)
MANUAL = types("physiotherapy chiropractic")
ALTERNATIVE = types("acupuncture reflexology osteopathy craniosacral")
PHYSICAL = MANUAL | ALTERNATIVE
EXTENDED = types(
    "home-nurse home-help dietitian recreation transport companion-transport companion-lodging medicine"
)
WITHOUT_REFERRAL = types("chiropractic acupuncture reflexology ent-doctor eye-doctor")
FOLLOWS = types("conservative stay aid medicine follow-up rehabilitation")
ALL = frozenset(vocabulary.TREATMENTS)

BEARS_ON: dict[str, frozenset[str]] = {
    "R-302": ALL - WITHOUT_REFERRAL - types("crisis-help psychologist dietitian"),
    "R-303": WITHOUT_REFERRAL,
    "R-307": HEALTH - types("patient-transport"),
    "R-601": types("cause-clarification"),
    "R-603": types("acute"),
    "R-605": types("gp"),
    "R-606": ALTERNATIVE | types("naturopath"),
    "R-611": types("dental"),
    "R-618": types("sight-correction"),
    "R-701": HEALTH,
    "R-702": HEALTH,
    "R-711": FOLLOWS | types("specialist-treatment surgery"),
    "R-721": HEALTH,
    "R-731": types("cancer-treatment"),
    "R-741": types("specialist-examination ent-doctor eye-doctor"),
    "R-751": types("second-opinion"),
    "R-761": types("specialist-treatment surgery"),
    "R-762": types("medicine"),
    "R-763": types("cosmetic"),
    "R-764": types("conservative"),
    "R-771": types("dental"),
    "R-781": types("follow-up"),
    "R-791": types("rehabilitation"),
    "R-7101": types("stay"),
    "R-7111": types("aid"),
    "R-7121": types("patient-transport"),
    **dict.fromkeys(("R-7131", "R-7132"), types("psychiatrist")),
    **{f"R-714{number}": types("crisis-help") for number in range(1, 9)},
    **{f"R-715{number}": types("gambling") for number in range(1, 5)},
    **dict.fromkeys(("R-7161", "R-7162"), types("pain-assessment")),
    "R-7171": types("allergy-assessment"),
    **dict.fromkeys(("R-801", "R-821", "R-822", "R-823", "R-824", "R-826"), PHYSICAL),
    "R-811": types("physiotherapy"),
    "R-812": types("chiropractic"),
    "R-813": types("acupuncture"),
    "R-814": types("reflexology"),
    "R-815": types("osteopathy"),
    "R-816": types("craniosacral"),
    "R-825": types("acute"),
    **dict.fromkeys(("R-831", "R-832", "R-833", "R-834"), MANUAL),
    **dict.fromkeys(("R-841", "R-842", "R-843", "R-844"), ALTERNATIVE),
    **dict.fromkeys(("R-901", "R-911", "R-912", "R-913", "R-914"), types("psychologist")),
    **dict.fromkeys(("R-921", "R-931", "R-932", "R-933", "R-934"), types("psychologist")),
    **dict.fromkeys(("R-1001", "R-1003", "R-1004", "R-1005"), types("misuse antabuse")),
    "R-1002": types("antabuse"),
    "R-1100": EXTENDED,
    "R-1101": types("home-nurse"),
    "R-1102": types("home-help"),
    "R-1103": types("dietitian"),
    **dict.fromkeys(("R-1104", "R-1105", "R-1106"), types("recreation")),
    "R-1107": types("transport"),
    **dict.fromkeys(("R-1108", "R-1109"), types("transport companion-transport")),
    "R-1110": types("companion-transport"),
    **dict.fromkeys(("R-1111", "R-1112", "R-1113"), types("companion-lodging")),
    "R-1114": types("medicine"),
    "R-1310": types(
        "specialist-examination second-opinion pain-assessment allergy-assessment ent-doctor eye-doctor"
    ),
    "R-1205": ALL - types("crisis-help gambling misuse antabuse"),
}
"""A rule that is not listed here can apply to every treatment."""

PROVOCATIONS: list[dict[str, object]] = [
    {},
    {"treatment__inNetwork": False, "treatment__practitioner__providerNumber": False},
    {"treatment__inNetwork": False, "event__kind": "assault", "event__occurredOn": "2026-11-20"},
    {"evidence__approvedBeforehand": False, "evidence__referral": "none", "evidence__specialistOrder": False},
    {"condition__circumstances": ["evening-supplement", "treatment-damage"], "condition__chronic": True},
    {"condition__sequelaOfChronicDiagnosedOn": "2020-01-01", "condition__category": "cancer"},
    {"evidence__directlyAfterCoveredStay": True, "evidence__disabledForTransport": True},
    {"condition__circumstances": ["examined-at-former-insurer"]},
    {"condition__category": "mental", "event__kind": "death-in-nearest-family"},
    {
        "history": [
            row("physiotherapy", "2026-10-10", courseEndedOn="2026-10-20"),
            row("psychologist", "2026-10-10", courseEndedOn="2026-10-20"),
        ]
    },
]


def borne_on() -> dict[str, set[str]]:
    young = replace(LEISURE, born_on=LEISURE.enrolled_on)
    found: dict[str, set[str]] = {}
    for treatment in vocabulary.TREATMENTS:
        for provocation in PROVOCATIONS:
            for rule in effects(decided(young, treatment__type=treatment, **provocation)):
                found.setdefault(rule, set()).add(treatment)
    return found


@pytest.fixture(scope="module")
def reach() -> dict[str, set[str]]:
    return borne_on()


@pytest.mark.parametrize("rule", sorted(BEARS_ON))
def test_a_rule_applies_to_its_own_treatments_only(rule: str, reach: dict[str, set[str]]) -> None:
    assert reach[rule] == BEARS_ON[rule]


def test_the_table_names_rules_of_the_terms_only() -> None:
    assert BEARS_ON.keys() <= {rule.id for rule in product("SF1706").rules}
