from __future__ import annotations

import pytest

from helsebro.ids import PersonId
from helsebro.invoices.invoice import Passage
from helsebro_aws.invoices.named_client import MOST_NUMBERS, named_at

KARI = PersonId("per_DK:2111260001")


def person_of(country: str, number: str) -> PersonId:
    return PersonId(f"per_{country}:{number}")


@pytest.mark.parametrize("kind", ["text", "reference", "number"])
@pytest.mark.parametrize("text", ["2111260001", "faktura 21.11.26/0001", "7102111260001", "21 11 1926 0001"])
def test_the_clients_number_is_found_in_every_kind_of_text(kind: str, text: str) -> None:
    passages = (Passage("/a", "2111260002"), Passage("/b", text, kind))  # type: ignore[arg-type]
    assert named_at(passages, KARI, person_of) == frozenset({"/b"})


def test_a_norwegian_number_is_found_too() -> None:
    kari = PersonId("per_NO:01017000027")
    assert named_at((Passage("/a", "010170 00027"),), kari, person_of) == frozenset({"/a"})


def test_the_number_of_another_is_not_compared_with_success() -> None:
    assert named_at((Passage("/a", "2111260002"), Passage("/b", "x")), KARI, person_of) == frozenset()


@pytest.mark.parametrize("more,found", [(0, frozenset({"/last"})), (1, None)])
def test_a_document_compares_so_many_different_numbers_and_the_same_one_again_for_nothing(
    more: int, found: frozenset[str] | None
) -> None:
    others = [f"211126{number:04}" for number in range(2, MOST_NUMBERS + 1 + more)]
    passages = [Passage(f"/{place}", text) for place, text in enumerate(others * 2)]
    assert named_at([*passages, Passage("/last", "2111260001")], KARI, person_of) == found
