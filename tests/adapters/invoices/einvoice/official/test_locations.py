from __future__ import annotations

import pytest

from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.names import CAC, CBC, UBL
from helsebro_aws.invoices.einvoice.official.locations import Locations
from tests.builders.invoices import danish

INVOICE = f"{UBL}Invoice-2"


def peppol(*steps: str) -> str:
    return "".join(
        f"/*:{step.partition('[')[0]}[namespace-uri()='{CAC}']{step[len(step.partition('[')[0]) :]}"
        for step in steps
    )


@pytest.mark.parametrize(
    "location,place",
    [
        ("/", "/Invoice"),
        ("/*", "/Invoice"),
        ("/Invoice[1]/cac:InvoiceLine[2]/cbc:ID[1]", "/Invoice/cac:InvoiceLine[2]/cbc:ID"),
        ("/Invoice/cac:InvoiceLine[1]/cbc:ID", "/Invoice/cac:InvoiceLine[1]/cbc:ID"),
        (peppol("Invoice[1]", "InvoiceLine[2]", "ID[1]"), "/Invoice/cac:InvoiceLine[2]/cbc:ID"),
        (f"/*:Invoice[namespace-uri()='{INVOICE}'][1]/*:ID[namespace-uri()='{CBC}'][1]", "/Invoice/cbc:ID"),
        (
            "/*[local-name()='Invoice']/*[local-name()='InvoiceLine'][2]/*[local-name()='ID']",
            "/Invoice/cac:InvoiceLine[2]/cbc:ID",
        ),
        (
            "/*[local-name()='Invoice' and namespace-uri()='urn:x/y']/*[local-name()='ID']",
            "/Invoice/cbc:ID",
        ),
        ("/*/*[3]", "/Invoice/cbc:ID"),
        ("/*/n:InvoiceLine[2]/*[1]", "/Invoice/cac:InvoiceLine[2]/cbc:ID"),
        ("/*/cac:PaymentMeans/@schemeID", "/Invoice/cac:PaymentMeans"),
        ("/*/cac:InvoiceLine[3]/cbc:ID", "/Invoice"),
        ("/*/cac:InvoiceLine[0]/cbc:ID", "/Invoice"),
        ("/*/cac:Unknown/cbc:ID", "/Invoice"),
        ("what is this", "/Invoice"),
        ("", "/Invoice"),
    ],
)
def test_every_dialect_becomes_the_short_place(location: str, place: str) -> None:
    assert Locations(opened(danish())).place(location) == place
