"""Treatment groups: the treatments as a form shows them, by what a member looks for."""

from __future__ import annotations

from collections.abc import Mapping

GROUPS: Mapping[str, tuple[str, ...]] = {
    "body": ("physiotherapy", "chiropractic", "acupuncture", "reflexology", "osteopathy", "craniosacral"),
    "mind": ("psychologist", "psychiatrist", "crisis-help", "gambling", "misuse", "antabuse"),
    "specialist": (
        "specialist-examination",
        "specialist-treatment",
        "surgery",
        "second-opinion",
        "conservative",
        "cosmetic",
        "dental",
        "follow-up",
        "stay",
        "pain-assessment",
        "allergy-assessment",
        "cancer-treatment",
        "ent-doctor",
        "eye-doctor",
        "medicine",
    ),
    "recovery": ("rehabilitation", "aid", "home-nurse", "home-help", "dietitian", "recreation"),
    "travel": ("transport", "patient-transport", "companion-transport", "companion-lodging"),
}
REST = "rest"
"""The group of the treatments that no cover pays for."""


def group_of(treatment: str) -> str:
    """Returns the group of a treatment."""
    return next((name for name, members in GROUPS.items() if treatment in members), REST)
