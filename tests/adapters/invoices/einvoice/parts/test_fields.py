from __future__ import annotations

from decimal import Decimal

from helsebro.invoices.invoice import Unreadable
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.parts.fields import Fields, only
from tests.builders.invoices import danish


def test_a_field_that_is_written_again_and_differently_is_told_of() -> None:
    document = opened(danish())
    root, fields = document.root, Fields(document)
    assert fields.text(root, "cbc:ID") == "2026-1001"
    assert fields.amount(root, "cac:LegalMonetaryTotal/cbc:PayableAmount") == Decimal(1800)
    assert fields.differing == []
    assert fields.text(root, "cac:InvoiceLine/cbc:ID") == "1"
    assert fields.differing == [Unreadable("/Invoice/cac:InvoiceLine[2]/cbc:ID", "twice")]


def test_what_is_not_there_is_no_value() -> None:
    document = opened(danish())
    root, fields = document.root, Fields(document)
    assert (fields.text(root, "cbc:Note"), fields.day(root, "cbc:Note"), fields.amount(root, "cbc:Note")) == (
        None,
        None,
        None,
    )


def test_the_only_value_is_one_that_all_share() -> None:
    assert (only([]), only(["a", "a"]), only(["a", "b"]), only(["a", None])) == (None, "a", None, None)
