"""Determination: what staff decided on a claim or an extension, with parts of the engine's answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from helsebro.coverage.answer import Answer, Flip
from helsebro.coverage.trail import Trail
from helsebro.tasks.staff_decision import GrantedSessions, StaffDecision, Verdict

DeterminationOutcome = Literal["approved", "denied", "clarifying"]
Reopening = Literal["evidence", "review", "complaint"]
"""Why a decision was made again: new facts or papers, a second look that found it wrong, a complaint."""
OUTCOMES: Mapping[Verdict, DeterminationOutcome] = {
    "approve": "approved",
    "deny": "denied",
    "clarify": "clarifying",
}


@dataclass(frozen=True)
class Determination:
    """``by`` names the role that decided. ``question`` and ``facts``, by path, are what the member is asked
    during clarification.

    ``trail`` is the trail of the proposed answer. ``missing``, ``flips`` and ``covered_from`` are what would
    have changed that answer; ``None`` when they are not kept. ``clause`` is the clause of a denial, as
    printed, and ``group`` the group of who decided, for the statistics. ``reconsidered_for`` is why it was
    decided again; None for a first decision.
    """

    outcome: DeterminationOutcome
    decided_at: datetime
    by: str
    trail: Trail = field(default_factory=Trail)
    reason: str | None = None
    question: str | None = None
    grant: GrantedSessions | None = None
    missing: tuple[str, ...] | None = None
    flips: tuple[Flip, ...] | None = None
    covered_from: date | None = None
    facts: tuple[str, ...] | None = None
    clause: str | None = None
    group: str | None = None
    reconsidered_for: Reopening | None = None

    @classmethod
    def of(cls, decision: StaffDecision, answer: Answer | None) -> Determination:
        """Returns the determination that a decision makes, with the trail of the engine's answer."""
        return cls(
            outcome=OUTCOMES[decision.decision],
            decided_at=decision.at,
            by=decision.by,
            trail=answer.trail if answer else Trail(),
            reason=decision.reason,
            question=decision.question,
            grant=decision.grant,
            facts=decision.facts,
            clause=decision.clause,
            group=decision.group,
        )

    def with_what_would_turn(self, answer: Answer | None) -> Determination:
        """Returns it with the changes that would have led to another answer, for a denied member (F4-26)."""
        if answer is None:
            return self
        return replace(self, missing=answer.missing, flips=answer.flips, covered_from=answer.covered_from)
