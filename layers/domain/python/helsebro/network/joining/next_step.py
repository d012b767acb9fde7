"""Next step: what a clinic does next until clients can find it, in words (F0-10)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from helsebro.country_profile import Texts
from helsebro.network.clinic import WITHOUT_SYSTEM, Clinic
from helsebro.payer import Country

OnboardingStep = Literal[
    "systemConnected", "contractSigned", "detailsFilled", "servicesPublished", "accountRegistered"
]
FILE = Path(__file__).with_name("next_step.json")
LOGINS: Mapping[Country, str] = {"DK": "MitID", "NO": "BankID"}
"""What people of a country log in and sign with."""


@dataclass(frozen=True)
class ClinicNextStep:
    """A step of the checklist, and which words say what to do for it."""

    step: OnboardingStep
    words: str

    def text(self, language: str, country: Country) -> str:
        """Returns what to do, in ``da``, ``nb`` or ``en``, for a clinic of the country."""
        return _texts()[self.words][language].format(login=LOGINS[country])


def next_step(clinic: Clinic) -> ClinicNextStep | None:
    """Returns the first step that is not done; None for a clinic that has done all, or has ended.

    The steps may be done in any order, but a system is connected by its first signed call, and the secret
    that it signs with comes with the signature. An active clinic has a step again after it has withdrawn the
    consent of its system (F0-07): clients still find it, but its system may only read. It has one too
    while it has registered no account: clients find it before it can be paid.
    """
    if clinic.status == "ended":
        return None
    if clinic.status == "active":
        return _connect_anew(clinic) or _register_account(clinic)
    done, has_system = clinic.checklist, clinic.clinic_system != WITHOUT_SYSTEM
    consents = "consent" if has_system else "consent-without-system"
    steps = (
        (ClinicNextStep("contractSigned", "sign"), done.contract_signed),
        (ClinicNextStep("systemConnected", consents), done.system_connected or clinic.consented_at),
        (ClinicNextStep("detailsFilled", "fill-in"), done.details_filled),
        (ClinicNextStep("systemConnected", "first-call"), done.system_connected),
        (ClinicNextStep("servicesPublished", "publish"), done.services_published),
    )
    return next((step for step, at in steps if at is None), None)


def _connect_anew(clinic: Clinic) -> ClinicNextStep | None:
    if clinic.checklist.system_connected:
        return None
    return ClinicNextStep("systemConnected", "first-call" if clinic.consented_at else "consent-again")


def _register_account(clinic: Clinic) -> ClinicNextStep | None:
    return None if clinic.account_since else ClinicNextStep("accountRegistered", "register-account")


@cache
def _texts() -> Mapping[str, Texts]:
    stored: Mapping[str, Texts] = json.loads(FILE.read_text(encoding="utf-8"))
    return stored
