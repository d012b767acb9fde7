"""The tags of the document: the contexts, each with a text, in the order of the journey."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TEXTS: Mapping[str, tuple[str, str]] = {
    "policies": ("Policies and people", "Payers, policies, the people insured, and who one is."),
    "tariffs": ("Tariffs", "What a session costs, by profession, service and day."),
    "coverage": ("Coverage", "What is covered and why, clause by clause, and what other terms would change."),
    "benefits": ("Benefits", "What is reserved, used and left of every benefit."),
    "claims": ("Claims", "Claims, the consent of each case, and mandates."),
    "documents": ("Documents", "Papers of a case: announced, uploaded, checked, read."),
    "decisions": ("Staff work", "Queues of tasks, and the decisions of the payer's staff."),
    "quality": ("Quality", "Second looks at decisions, and what was decided, in counts."),
    "deadlines": ("Deadlines", "What a payer still has to keep, and how well it was kept."),
    "guarantees": ("Guarantees", "Payment guarantees, their PDF, extensions, and the public check."),
    "complaints": ("Complaints", "What a member says against a denial, and the answer, in three steps."),
    "messages": (
        "Messages",
        "Words between a member and the payer's staff, in a case or before one, and the staff's inbox.",
    ),
    "network": ("Network", "Clinics and practitioners, and who fits best."),
    "onboarding": ("Onboarding", "A clinic from its application to the signed contract."),
    "bookings": ("Bookings", "Holds, bookings and the waitlist, in the practitioner's own calendar."),
    "clinic_systems": ("Clinic systems", "What a clinic's system reports, and its feed of events."),
    "webhooks": ("Webhooks", "Where a clinic's system receives events, and what was delivered."),
    "invoices": ("Invoices", "Invoices of clinics: checked, received, read."),
    "refunds": ("Refunds", "Bills that the member has paid."),
    "payments": ("Payments", "What is to be paid, and what was booked."),
    "reconciliation": ("Reconciliation", "Whether the ledger agrees with what it books."),
    "notices": ("Notices", "Notices between the payer and the policyholder."),
    "notifications": (
        "Notifications",
        "Where people are reached, what was sent, and what came back.",
    ),
    "platform": ("Help", "Support, and this document."),
}
"""Context → name and text."""


def tag_of(context: str) -> str:
    """Returns the tag of a context. Raises ``KeyError`` for one without a text here."""
    return TEXTS[context][0]


def used_in(paths: Mapping[str, Mapping[str, Any]]) -> list[dict[str, str]]:
    """Returns the tags that operations have, in the order above."""
    used = {tag for path in paths.values() for operation in path.values() for tag in operation["tags"]}
    return [{"name": name, "description": text} for name, text in TEXTS.values() if name in used]
