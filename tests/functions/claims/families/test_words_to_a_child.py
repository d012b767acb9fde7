"""A child under 15 who reads its own case is not told to do what a parent decides (F4-20)."""

from __future__ import annotations

import pytest

from helsebro.ids import ClaimId
from tests.builders.calls import member
from tests.builders.claims import claim_of, explained
from tests.builders.policies import ANNA, CARL, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


@pytest.mark.parametrize(
    "language, ask, give",
    [
        ("da", "Bed din mor eller far give samtykke", "Giv dit samtykke"),
        ("nb", "Be moren eller faren din om å gi samtykke", "Gi samtykket ditt"),
        ("en", "Ask your mother or father to give consent", "Give your consent"),
    ],
)
def test_a_child_is_told_to_ask_a_parent_for_the_consent(language: str, ask: str, give: str) -> None:
    payer_of("tryg")
    anna = insured_of(policy_of("tryg"))
    family = policy_of("tryg", number="P-family")
    carl = insured_of(family, cpr=CARL, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01")
    claim_id = claim_of(member(ANNA), personId=carl)
    steps = {
        number: " ".join(
            step["text"]
            for step in explained(claim_id, by=member(number), language=language).body["nextSteps"]
        )
        for number in (ANNA, CARL)
    }
    assert ask in steps[CARL]
    assert ask not in steps[ANNA]
    assert give not in steps[CARL]


@pytest.mark.parametrize(
    "language, to_parent, to_child",
    [
        ("da", "dit samtykke for dit barn", "samtykke fra din mor eller far"),
        ("nb", "samtykket ditt for barnet ditt", "samtykket fra moren eller faren din"),
        ("en", "your consent for your child", "the consent of your mother or father"),
    ],
)
def test_the_headline_says_whose_consent_it_is_and_who_gives_it(
    language: str, to_parent: str, to_child: str
) -> None:
    payer_of("tryg")
    anna = insured_of(policy_of("tryg"))
    family = policy_of("tryg", number="P-family")
    carl = insured_of(family, cpr=CARL, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01")
    of_child, of_parent = claim_of(member(ANNA), personId=carl), claim_of(member(ANNA))

    def headline(claim_id: ClaimId, number: str) -> str:
        return str(explained(claim_id, by=member(number), language=language).body["headline"])

    assert to_parent in headline(of_child, ANNA)
    assert to_child in headline(of_child, CARL)
    assert to_parent not in headline(of_parent, ANNA), "of the parent's own case"
