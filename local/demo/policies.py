"""Demo payers and policies: two payers, an employer with policies for work and leisure, a Norwegian one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from local.demo.people import DANISH_PAYER, EMPLOYER_CVR, NORWEGIAN_PAYER

MODULES = ("health", "physical", "psychology", "misuse")
WORK, LEISURE = "SA1706", "SF1706"
SINCE = "2024-01-01"
NEXT_INDEX = {"percent": 2.9}
"""How much the sums rise next 1 January."""


@dataclass(frozen=True)
class DemoPolicy:
    """A policy that the underwriting staff of its payer create."""

    payer: str
    number: str
    product: str
    policyholder: str
    cvr: str
    currency: str
    modules: tuple[str, ...] = MODULES
    amounts: Mapping[str, str] = field(default_factory=dict)

    def body(self) -> dict[str, Any]:
        """Returns the body of ``POST /v1/policies``."""
        return {
            "number": self.number,
            "product": self.product,
            "policyholder": {"name": self.policyholder, "cvr": self.cvr},
            "effectiveFrom": SINCE,
            "policyYearStart": "01-01",
            "modules": list(self.modules),
            "annualSum": {"amount": "500000.00", "currency": self.currency},
            "parameters": {"amounts": dict(self.amounts)} if self.amounts else {},
        }


PAYERS: dict[str, dict[str, Any]] = {
    DANISH_PAYER: {
        "name": "Tryg (demo)",
        "kind": "insurer",
        "gln": "5790000000005",
        "country": "DK",
        "currency": "DKK",
        "contact": {
            "email": "sundhed@example.org",
            "phone": "+45 70 11 20 20",
            "hours": "8-16",
            "address": {"street": "Postboks 300", "postcode": "2750", "city": "Ballerup"},
        },
    },
    NORWEGIAN_PAYER: {
        "name": "Fjordhelse (demo)",
        "kind": "insurer",
        "organisationNumber": "974760673",
        "country": "NO",
        "currency": "NOK",
        "contact": {
            "email": "helse@example.org",
            "phone": "+47 22 00 00 00",
            "hours": "8-16",
            "address": {"street": "Fjordgata 1", "postcode": "7010", "city": "Trondheim"},
        },
    },
}
PAY_FROM: dict[str, dict[str, str]] = {
    DANISH_PAYER: {
        "name": "Tryg (demo)",
        "kind": "account-dk",
        "registrationNumber": "0040",
        "accountNumber": "0440116243",
        "bic": "NDEADKKKXXX",
    },
    NORWEGIAN_PAYER: {
        "name": "Fjordhelse (demo)",
        "kind": "account-no",
        "accountNumber": "15032080003",
        "bic": "DNBANOKKXXX",
    },
}
"""The accounts that the demo payers pay from; they belong to no one."""
AT_WORK = DemoPolicy(DANISH_PAYER, "NORDLYS-A", WORK, "Nordlys A/S", EMPLOYER_CVR, "DKK")
AT_LEISURE = DemoPolicy(
    DANISH_PAYER, "NORDLYS-F", LEISURE, "Nordlys A/S", EMPLOYER_CVR, "DKK", (*MODULES, "extended")
)
IN_NORWAY = DemoPolicy(
    NORWEGIAN_PAYER,
    "FJORD-1",
    LEISURE,
    "Fjordbygg AS",
    "974760673",
    "NOK",
    (*MODULES, "extended"),
    {
        "R-771": "22500.00",
        "R-7152": "150000.00",
        "R-7161": "22500.00",
        "R-7171": "22500.00",
        "R-843": "450.00",
        "R-934": "1200.00",
        "R-1003": "150000.00",
        "R-1104": "75000.00",
        "R-1105": "75000.00",
    },
)
"""The terms print their amounts in Danish kroner; these are the payer's own, by rule."""
