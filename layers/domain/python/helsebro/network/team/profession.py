"""Profession: what a practitioner is, by one list for clinics, registers and members (F0-11, F1-03)."""

from __future__ import annotations

from typing import Literal, get_args

ProfessionName = Literal[
    "acupuncturist",
    "chiropractor",
    "craniosacral-therapist",
    "dentist",
    "dietitian",
    "doctor",
    "masseur",
    "naprapath",
    "naturopath",
    "nurse",
    "occupational-therapist",
    "osteopath",
    "physiotherapist",
    "podiatrist",
    "psychologist",
    "psychotherapist",
    "reflexologist",
]
"""Those with an authorisation are in the registers too (``onboarding.registers.professions``)."""
PROFESSIONS: tuple[str, ...] = get_args(ProfessionName)
