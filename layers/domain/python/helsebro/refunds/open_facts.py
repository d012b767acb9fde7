"""Open facts: what the member can say of a bill before its amount is known, such as a provider number."""

from __future__ import annotations

from collections.abc import Collection

from helsebro.coverage.asked.asked_facts import ASKED_FACTS, asked_of
from helsebro.coverage.question.question import Question, Treatment
from helsebro.refunds.refund import Refund
from helsebro.tasks.proposal import Proposal


def open_facts(proposal: Proposal) -> tuple[str, ...]:
    """Returns the facts on which the proposed amounts hang, and which the member can answer.

    A bill is from outside the network, also under a grant in it: there the member knows the practitioner,
    while the case itself asks no one, because the clinic would be ours.
    """
    found: dict[str, None] = {}
    for billed in proposal.treatments:
        outside = Question(Treatment(billed.type, in_network=False))
        for path in billed.answer.amount_hangs_on:
            if path in ASKED_FACTS and asked_of(ASKED_FACTS[path], outside) == "member":
                found[path] = None
    return tuple(found)


def still_open(refund: Refund, known: Collection[str]) -> tuple[str, ...]:
    """Returns those that the case does not know yet; none of a refund that is decided."""
    return () if refund.decided_at else tuple(path for path in refund.open_facts if path not in known)
