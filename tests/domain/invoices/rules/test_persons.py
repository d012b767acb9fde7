from __future__ import annotations

import pytest

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


@pytest.mark.parametrize("kind", ["text", "reference", "number"])
def test_the_clients_own_number_is_found_wherever_it_was_compared(kind: str) -> None:
    passage = Passage(NOTE, "2111260001", kind)  # type: ignore[arg-type]
    assert broken(invoice(passages=(passage,)), facts(client_named_at=frozenset({NOTE}))) == [("HB-19", NOTE)]


def test_a_document_with_too_many_numbers_to_compare_is_refused() -> None:
    assert broken(invoice(), facts(client_named_at=None)) == [("HB-49", "/Invoice")]


def test_a_finding_does_not_tell_the_clients_number_from_one_that_looks_like_it() -> None:
    passages = (Passage(NOTE, "010170-1234"), Passage("/x", GUARANTEE.number))
    known = broken(invoice(passages=passages), facts(client_named_at=frozenset({NOTE})))
    assert known == broken(invoice(passages=passages), facts()) == [("HB-19", NOTE)]
