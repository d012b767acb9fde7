"""Rules of section 9: psychologist."""

from __future__ import annotations

from tests.domain.coverage.cases.cases_of_treatments import (
    OUT,
    gap,
    gate,
    network,
    papers,
    portion,
    supplement,
    twelve,
)
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase, case

CASES: list[RuleCase] = [
    *gate("R-901", "psychologist", "psychology"),
    *papers("R-911", "psychologist", "recommendation", "none"),
    *gap("R-912", "psychologist", "psychologist"),
    *portion("R-913", "psychologist", 5, "psychiatrist"),
    *supplement("R-914", "psychologist"),
    *network("R-921", "R-932", "psychologist"),
    *twelve("R-931", "psychologist", ("psychologist",), ("psychiatrist",)),
    *[
        case(
            "R-933",
            "note",
            f"a {referral} referral and a provider number",
            treatment__type="psychologist",
            evidence__referral=referral,
            **OUT,
        )
        for referral in ("own-doctor", "physiotherapy", "specialist")
    ],
    case("R-933", SILENT, "in the network", treatment__type="psychologist"),
    case(
        "R-934", SILENT, "in the network", treatment__type="psychologist", evidence__referral="recommendation"
    ),
    case(
        "R-933",
        SILENT,
        "a mere recommendation",
        treatment__type="psychologist",
        evidence__referral="recommendation",
        **OUT,
    ),
    case(
        "R-933",
        SILENT,
        "no provider number",
        treatment__type="psychologist",
        treatment__practitioner__providerNumber=False,
        **OUT,
    ),
    case(
        "R-934",
        "cap",
        "a mere recommendation",
        treatment__type="psychologist",
        evidence__referral="recommendation",
        **OUT,
    ),
    case(
        "R-934",
        "cap",
        "no provider number",
        treatment__type="psychologist",
        treatment__practitioner__providerNumber=False,
        **OUT,
    ),
    case("R-934", SILENT, "a referral and a provider number", treatment__type="psychologist", **OUT),
]
