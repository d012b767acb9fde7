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


@pytest.mark.parametrize("text", ["Henvisning til fysioterapi ab12cd34", "Side 1 af 1", "x"])
def test_a_short_text_is_text_and_lacks_the_parts_that_it_lacks(text: str) -> None:
    found = hint_of(text)
    assert (found.readable, found.little, found.absent) == (True, True, tuple(PARTS))


def test_a_text_of_some_length_is_not_called_little() -> None:
    assert not hint_of(PARTLY).little
    assert not hint_of(WHOLE).little


@pytest.mark.parametrize("text", ["", "   \n", "1234567890 " * 20])
def test_a_paper_without_text_is_not_read(text: str) -> None:
    assert hint_of(text) == UNREADABLE
