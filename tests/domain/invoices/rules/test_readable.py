from __future__ import annotations

import pytest

from helsebro.invoices.invoice import Unreadable, UnreadableWhy
from tests.builders.invoices import facts
from tests.domain.invoices.rules.test_all_rules import broken, credit_note, invoice, invoiced


@pytest.mark.parametrize(
    "why,rule", [("day", "HB-36"), ("number", "HB-37"), ("twice", "HB-38"), ("scheme", "HB-39")]
)
def test_what_cannot_be_read_is_found_where_it_stands(why: UnreadableWhy, rule: str) -> None:
    unreadable = (Unreadable("/a", why), Unreadable("/b", why))
    assert broken(invoice(unreadable=unreadable), facts()) == [(rule, "/a"), (rule, "/b")]
    assert broken(credit_note(unreadable=unreadable), invoiced()) == [(rule, "/a"), (rule, "/b")]
