"""Counted: what is granted of a treatment, by its own unit: sessions, operations or examinations."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.coverage.texts.general import general_sentence

UNITS: Mapping[str, tuple[str, ...]] = {
    "talk": ("psychologist", "crisis-help"),
    "trip": ("transport", "companion-transport", "patient-transport"),
    "operation": ("surgery", "cosmetic", "obesity-surgery", "sight-correction", "transplant"),
    "examination": (
        "specialist-examination",
        "ent-doctor",
        "eye-doctor",
        "cause-clarification",
        "second-opinion",
        "pain-assessment",
        "allergy-assessment",
    ),
    "course": (
        "rehabilitation",
        "misuse",
        "gambling",
        "antabuse",
        "conservative",
        "stay",
        "recreation",
        "companion-lodging",
        "aid",
        "medicine",
        "certificate",
        "home-nurse",
        "home-help",
    ),
}
"""The treatments that are not counted in sessions; one course is not counted at all."""


def unit_of(treatment: str, count: int) -> str:
    """Returns the unit that a treatment is counted in; a course of more than one is counted in sessions."""
    unit = next((unit for unit, treatments in UNITS.items() if treatment in treatments), "session")
    return "session" if unit == "course" and count > 1 else unit


def counted(treatment: str, count: int, language: str) -> str | None:
    """Returns how many are granted, such as "1 operation"; None for one whole course."""
    unit = unit_of(treatment, count)
    return None if unit == "course" else general_sentence(f"counted.{unit}", {"count": count}, language)


def priced_for(treatment: str, fee_for: str) -> str:
    """Returns what a price is for: the ``whole``, or a ``session``, which may be a ``talk`` or a ``trip``."""
    unit = unit_of(treatment, 2)
    return unit if fee_for == "session" and unit in ("talk", "trip") else fee_for
