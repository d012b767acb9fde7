"""Rules of claim handling: need, place, method, changes, and the information that a case waits for."""

from __future__ import annotations

from tests.builders.domain.asking import AT_WORK
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase, case

OUTSTANDING = {"evidence__informationOutstanding": True}
MAY_BE_REFUSED = {
    "R-1206": ("place-not-authorised", "a place that no authority has approved"),
    "R-1207": ("method-not-approved", "a method that we have not approved"),
    "R-1208": ("method-not-recognised", "a method that the country of treatment does not recognise"),
    "R-1210": ("change-not-told", "a changed treatment that was not reported to us"),
}

CASES: list[RuleCase] = [
    case("R-1202", "note", "every claim"),
    case("R-1205", "refer", "not approved beforehand", evidence__approvedBeforehand=False),
    case("R-1205", SILENT, "approved beforehand"),
    case(
        "R-1205",
        SILENT,
        "gambling has a clause of its own",
        treatment__type="gambling",
        evidence__approvedBeforehand=False,
    ),
    *[
        case(rule, "refer", sentence, condition__circumstances=[circumstance])
        for rule, (circumstance, sentence) in MAY_BE_REFUSED.items()
    ],
    *[case(rule, SILENT, f"not {sentence}") for rule, (_, sentence) in MAY_BE_REFUSED.items()],
    *[
        case(rule, "require", f"unknown whether {sentence}", condition__circumstances=None)
        for rule, (_, sentence) in MAY_BE_REFUSED.items()
    ],
    case("R-1209", "note", "every claim"),
    case("R-1304", "require", "we have asked for more and wait for it", **OUTSTANDING),
    case("R-1304", SILENT, "nothing is asked for"),
    case("R-1304", SILENT, "what was asked for has come", evidence__informationOutstanding=False),
    case("R-1304", "require", "on the work policy too", AT_WORK, cause="work", **OUTSTANDING),
    case("R-1305", "require", "doctors who are not named", **OUTSTANDING),
    case("R-1305", "grant", "doctors who are named", **OUTSTANDING, evidence__doctorsNamed=True),
    case("R-1305", SILENT, "nothing is asked for"),
    case("R-1305", SILENT, "the work policy has no such clause", AT_WORK, cause="work", **OUTSTANDING),
    case("R-1307", "require", "more is needed, without a written consent", **OUTSTANDING),
    case(
        "R-1307",
        "require",
        "more is needed, and the consent is refused",
        **OUTSTANDING,
        evidence__writtenConsent=False,
    ),
    case("R-1307", "grant", "more is needed, with it", **OUTSTANDING, evidence__writtenConsent=True),
    case("R-1307", SILENT, "nothing more is needed", evidence__writtenConsent=False),
]
