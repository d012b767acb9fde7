from __future__ import annotations

import pytest

from helsebro.documents.referral_hint import PARTS, UNREADABLE, hint_of

WHOLE = "ANAMNESE: vred om i knæet.\nSocialt: bor alene.\nObjektive  fund: hævelse.\nSagt til patienten: ro."
PARTLY = "Anamnese: vred om i knæet for to uger siden, smerter ved gang og trapper."


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        WHOLE.lower(),
        "Sykehistorie: vondt i kneet. Sosialt: bor alene. Objektive funn: hevelse. Informasjon til pasient.",
    ],
)
def test_a_whole_referral_lacks_nothing(text: str) -> None:
    assert hint_of(text).absent == ()


def test_what_is_not_found_is_named_in_order() -> None:
    assert hint_of(PARTLY).absent == ("social", "objective-findings", "told-to-patient")
    assert hint_of("Kære læge, her er en regning for tre behandlinger i marts.").absent == tuple(PARTS)


@pytest.mark.parametrize("text", ["", "   \n", "Side 1 af 1", "1234567890 " * 20])
def test_a_paper_without_text_is_not_read(text: str) -> None:
    assert hint_of(text) == UNREADABLE
