"""Clinic trace: what a clinic can be found by when another clinic applies: company, phone, e-mail, signatory.

A phone number and an e-mail address are hashed, because a trace is part of a key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Literal

from helsebro.network.clinic import Clinic
from helsebro.network.phone_number import international

TraceKind = Literal["company", "phone", "email", "signatory"]


def traces(clinic: Clinic) -> Mapping[TraceKind, str]:
    """Returns the traces of a clinic; two clinics that share one of them have the same trace."""
    found: dict[TraceKind, str | None] = {
        "company": f"{clinic.country}-{clinic.cvr}",
        "phone": _hash(international(clinic.contact.phone, clinic.country)),
        "email": _hash(clinic.contact.email.casefold()),
        "signatory": clinic.signatory_id,
    }
    return {kind: trace for kind, trace in found.items() if trace}


def _hash(text: str | None) -> str | None:
    return hashlib.sha256(text.encode()).hexdigest()[:32] if text else None
