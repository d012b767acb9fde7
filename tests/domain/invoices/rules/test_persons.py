from __future__ import annotations

import pytest

from helsebro.invoices.client.client_search import ClientSearch
from helsebro.invoices.invoice import Passage
from tests.builders.invoices import GUARANTEE, facts
from tests.domain.invoices.rules.test_all_rules import broken, invoice

NOTE = "/Invoice/cbc:Note"


@pytest.mark.parametrize(
    "passage,is_found",
    [
        (Passage(NOTE, "Hr. 010170-1234"), True),
        (Passage(NOTE, "0101701234"), True),
        (Passage(NOTE, "2111260001"), False),
        (Passage(NOTE, "0101701234", "reference"), False),
        (Passage(NOTE, "010170-1234", "reference"), True),
        (Passage(NOTE, "CPR0101701234", "reference"), True),
        (Passage(NOTE, "010170-1234", "number"), False),
    ],
)
def test_the_number_of_anyone_is_found_by_its_form(passage: Passage, is_found: bool) -> None:
    assert broken(invoice(passages=(passage,)), facts()) == ([("HB-19", NOTE)] if is_found else [])


@pytest.mark.parametrize("kind", ["reference", "number"])
def test_the_clients_own_number_is_found_wherever_it_was_compared_without_its_place(kind: str) -> None:
    passages = tuple(Passage(place, "2111260001", kind) for place in (NOTE, "/x"))  # type: ignore[arg-type]
    known = facts(client=ClientSearch(frozenset({NOTE, "/x"}), 1))
    assert broken(invoice(passages=passages), known) == [("HB-19", "/Invoice")]


def test_a_place_that_names_someone_in_its_text_and_its_attributes_is_told_once() -> None:
    passages = (Passage(NOTE, "010170-1234"), Passage(NOTE, "020170-1234"), Passage("/x", "030170-1234"))
    assert broken(invoice(passages=passages), facts()) == [("HB-19", NOTE), ("HB-19", "/x")]


@pytest.mark.parametrize("withheld", [True, False])
def test_a_document_with_too_many_numbers_to_compare_is_refused(withheld: bool) -> None:
    known = facts(client=ClientSearch(None, is_withheld=withheld))
    assert broken(invoice(), known) == [("HB-49", "/Invoice")]


def test_a_number_that_its_form_tells_has_its_place_whether_it_is_the_clients_or_not() -> None:
    passages = (Passage(NOTE, "010170-1234"), Passage("/x", GUARANTEE.number))
    known = broken(invoice(passages=passages), facts(client=ClientSearch(frozenset({NOTE}), 1)))
    assert known == broken(invoice(passages=passages), facts()) == [("HB-19", NOTE)]
