"""Decision tally: what one decision, or one second look at it, adds to the statistics of its payer.

A decision counts in the week in which it is made, under the clause that it rests on, the product and the
group of who made it. A denial that a later decision turns into an approval counts once more, as overturned,
in the week of the later one: under its own clause and group, and by why it was decided again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from helsebro.claims.claim import Claim
from helsebro.claims.explained.decided_clause import clause_of, product_of
from helsebro.claims.reconsidering.reopening import why_reopened
from helsebro.quality.finding import LookFinding
from helsebro.tasks.determination import Determination, Reopening
from helsebro.tasks.second_look import SecondLook

Counter = Literal[
    "approved",
    "denied",
    "overturnedByEvidence",
    "overturnedByReview",
    "overturnedByComplaint",
    "agreed",
    "foundWrong",
]
COUNTERS: tuple[Counter, ...] = get_args(Counter)
FOUND: Mapping[LookFinding, Counter] = {"agree": "agreed", "wrong": "foundWrong"}
OVERTURNED: Mapping[Reopening, Counter] = {
    "evidence": "overturnedByEvidence",
    "review": "overturnedByReview",
    "complaint": "overturnedByComplaint",
}


@dataclass(frozen=True)
class Tally:
    """One more of a counter, under a product, a clause and a group; the last two may be empty."""

    counter: Counter
    product: str
    clause: str
    group: str


def of_decision(before: Claim, after: Claim) -> list[Tally]:
    """Returns what the decision of a claim adds; nothing for a question to the member."""
    made = after.decision
    if made is None or made.outcome == "clarifying":
        return []
    found = [_tally(made.outcome, after, made)]
    why = why_reopened(before)
    if why and made.outcome == "approved" and before.earlier_decisions:
        found.append(_tally(OVERTURNED[why], after, before.earlier_decisions[-1]))
    return found


def of_finding(look: SecondLook, finding: LookFinding) -> list[Tally]:
    """Returns what a second look adds, under the decision that it looked at."""
    return [Tally(FOUND[finding], look.product, look.clause, look.group)]


def _tally(counter: Counter, claim: Claim, made: Determination) -> Tally:
    return Tally(counter, product_of(made, claim), clause_of(made), made.group or "")
