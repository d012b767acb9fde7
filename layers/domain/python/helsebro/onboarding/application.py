"""Application: a clinic's wish to join the network, from the public form (F0-01, F0-03, F0-04)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from helsebro.ids import ClinicId, PersonId
from helsebro.payer import Country


@dataclass(frozen=True)
class Signatory:
    """The person who is authorised to sign for the company (F0-03).

    ``person_id`` is known when the application named a CPR number or fødselsnummer; the number itself is not
    kept.
    """

    name: str = field(repr=False)
    email: str = field(repr=False)
    person_id: PersonId | None = None


@dataclass(frozen=True)
class Declaration:
    """The declaration of truth that was made with the form: which version of the text, and when (F0-04)."""

    text_version: str
    at: datetime


@dataclass(frozen=True)
class Application:
    """``language`` is that of the form, in which the signatory is written to (``da``, ``nb`` or ``en``)."""

    clinic_id: ClinicId
    country: Country
    signatory: Signatory
    declaration: Declaration
    applied_at: datetime
    language: str = "da"
