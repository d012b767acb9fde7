"""Oddity: what the network team looks at before a clinic gets its contract.

None of them is a refusal: a company may have two clinics, and a signatory may sign for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from helsebro.country_profile import Texts
from helsebro.network.clinic import Clinic
from helsebro.network.joining.clinic_trace import TraceKind, traces

Oddity = Literal["company-known", "phone-known", "email-known", "signatory-known"]

ODDITIES: Mapping[Oddity, Texts] = {
    "company-known": {
        "da": "En anden klinik har samme CVR-nummer. Det kan være en afdeling på en anden adresse.",
        "nb": "En annen klinikk har samme organisasjonsnummer. Det kan være en avdeling på en annen adresse.",
        "en": "Another clinic has the same company number. It may be a branch at another address.",
    },
    "phone-known": {
        "da": "En anden klinik har samme telefonnummer.",
        "nb": "En annen klinikk har samme telefonnummer.",
        "en": "Another clinic has the same phone number.",
    },
    "email-known": {
        "da": "En anden klinik har samme e-mailadresse.",
        "nb": "En annen klinikk har samme e-postadresse.",
        "en": "Another clinic has the same e-mail address.",
    },
    "signatory-known": {
        "da": "Underskriveren skriver også under for en anden klinik.",
        "nb": "Den som skriver under, skriver også under for en annen klinikk.",
        "en": "The signatory also signs for another clinic.",
    },
}
"""Each oddity with its text for the network team."""

FOUND_BY: Mapping[Oddity, TraceKind] = {
    "company-known": "company",
    "phone-known": "phone",
    "email-known": "email",
    "signatory-known": "signatory",
}
"""What two clinics share when the application of one of them is odd."""


def oddities(clinic: Clinic, others: Iterable[Clinic]) -> tuple[Oddity, ...]:
    """Returns what the clinic shares with other clinics that are open or active, in the table's order."""
    mine = traces(clinic).items()
    known = [other for other in others if other.clinic_id != clinic.clinic_id and other.status != "ended"]
    shared = {kind for other in known for kind, _ in mine & traces(other).items()}
    return tuple(oddity for oddity, kind in FOUND_BY.items() if kind in shared)
