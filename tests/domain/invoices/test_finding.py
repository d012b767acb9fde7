from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from helsebro.invoices.finding import InvoiceFinding, Severity, Text, status_after
from helsebro.invoices.review.denial import DENIALS, DENIED, finding_of
from helsebro.money import Money

DOUBT = InvoiceFinding("HB-X", "review", "/Invoice", Text.official("Who?"))


@pytest.mark.parametrize(
    "severities, status",
    [
        ((), "accepted"),
        (("warning",), "accepted"),
        (("warning", "review"), "in-review"),
        (("review", "fatal"), "rejected"),
        (("fatal", "warning"), "rejected"),
    ],
)
def test_the_worst_finding_decides_what_becomes_of_an_invoice(
    severities: tuple[Severity, ...], status: str
) -> None:
    assert status_after(tuple(replace(DOUBT, severity=each) for each in severities)) == status


@pytest.mark.parametrize("reason", DENIALS)
def test_a_denial_rejects_in_three_languages(reason: str) -> None:
    found = finding_of(reason, "/CreditNote")
    assert (found.rule, found.severity, found.location) == (DENIED, "fatal", "/CreditNote")
    assert len({found.text.da, found.text.nb, found.text.en}) >= 2
    assert not [text for text in (found.text.da, found.text.nb, found.text.en) if not text.endswith(".")]


def test_a_reason_outside_the_list_is_no_denial() -> None:
    with pytest.raises(KeyError):
        finding_of("Anna Holm", "/Invoice")


@pytest.mark.parametrize("amount", [Decimal(202712507), Decimal("1502701234.00"), Money.of(202712507)])
def test_an_amount_that_may_be_a_persons_number_is_not_repeated(amount: object) -> None:
    text = Text("{found} {expected}", "{found} {expected}", "{found} {expected}")
    values = {"found": amount, "expected": Decimal("850.00")}
    finding = InvoiceFinding.of("HB-21", "fatal", "/", text, values)
    assert (finding.found, finding.expected, finding.text.en) == (None, "850.00", "… 850.00")
