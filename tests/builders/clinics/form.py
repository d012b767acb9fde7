"""The public form of a clinic, as a portal sends it."""

from __future__ import annotations

import secrets
from typing import Any

from helsebro.payments import check_digits


def form(**changes: Any) -> dict[str, Any]:
    """Returns the form of a clinic that no other clinic is like; None takes a field out."""
    base = {
        "clinicName": "Klinik Syd",
        "cvr": cvr_number(),
        "phone": f"+45 {secrets.randbelow(8 * 10**7) + 2 * 10**7}",
        "clinicSystem": "other",
        "signatory": signatory(),
        "declaration": True,
    }
    return {name: part for name, part in {**base, **changes}.items() if part is not None}


def signatory(**changes: Any) -> dict[str, Any]:
    """Returns a signatory with an e-mail address that no other has."""
    return {"name": "Mette Lund", "email": f"{secrets.token_hex(4)}@klinik.example", **changes}


def cvr_number() -> str:
    """Returns a new Danish company number with its check digit."""
    while not check_digits.cvr(number := str(secrets.randbelow(9 * 10**7) + 10**7)):
        continue
    return number
