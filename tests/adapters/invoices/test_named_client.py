from __future__ import annotations

import pytest

from helsebro.ids import PersonId
from helsebro.invoices.client.client_search import MOST_OF_A_BIRTHDAY, ClientSearch
from helsebro.invoices.invoice import Passage
from helsebro_aws.invoices.named_client import search_for

KARI = PersonId("per_DK:2111260001")


def person_of(country: str, number: str) -> PersonId:
    return PersonId(f"per_{country}:{number}")


def allow(_: int) -> bool:
    return True


@pytest.mark.parametrize("kind", ["text", "reference", "number"])
@pytest.mark.parametrize("text", ["2111260001", "faktura 21.11.26/0001", "7102111260001", "21 11 1926 0001"])
def test_the_clients_number_is_found_in_every_kind_of_text(kind: str, text: str) -> None:
    passages = (Passage("/a", "2111260002"), Passage("/b", text, kind))  # type: ignore[arg-type]
    assert search_for(passages, KARI, person_of, allow).named_at == frozenset({"/b"})


def test_a_norwegian_number_is_found_too() -> None:
    kari = PersonId("per_NO:01017000027")
    assert search_for((Passage("/a", "010170 00027"),), kari, person_of, allow).named_at == frozenset({"/a"})


def test_the_number_of_another_is_not_compared_with_success() -> None:
    passages = (Passage("/a", "2111260002"), Passage("/b", "x"))
    assert search_for(passages, KARI, person_of, allow) == ClientSearch(frozenset(), 1)


@pytest.mark.parametrize("more,found", [(0, frozenset({"/last"})), (1, None)])
def test_a_document_compares_so_many_different_numbers_and_the_same_one_again_for_nothing(
    more: int, found: frozenset[str] | None
) -> None:
    others = [f"211126{number:04}" for number in range(2, MOST_OF_A_BIRTHDAY + 1 + more)]
    passages = [Passage(f"/{place}", text) for place, text in enumerate(others * 2)]
    searched = search_for([*passages, Passage("/last", "2111260001")], KARI, person_of, allow)
    assert searched.named_at == found


def test_nothing_is_compared_once_a_clinic_has_guessed_too_often() -> None:
    asked: list[int] = []

    def deny(more: int) -> bool:
        asked.append(more)
        return False

    def never(country: str, number: str) -> PersonId:
        raise AssertionError(country, number)

    passages = (Passage("/a", "2111260001"), Passage("/b", "2111260002"))
    assert search_for(passages, KARI, never, deny) == ClientSearch(None, is_withheld=True)
    assert asked == [2]
    assert search_for((Passage("/a", "x"),), KARI, never, deny) == ClientSearch()


@pytest.mark.parametrize("number,guesses", [("57900001234", 0), ("01017000027", 2), ("0101700002", 1)])
def test_a_norwegian_number_that_no_one_has_is_no_guess(number: str, guesses: int) -> None:
    passages = (Passage("/a", number),)
    assert search_for(passages, KARI, person_of, allow).guesses == guesses


def test_the_same_number_written_over_and_over_is_not_searched_for() -> None:
    passages = [Passage("/a", "3112991234 " * 180)] * 450
    found = search_for(passages, PersonId("per_x"), lambda *_: PersonId("per_y"), lambda _: True)
    assert found.named_at is None
