"""Told by: what the sentences of an answer know of who told us which fact, and of an open share."""

from __future__ import annotations

from dataclasses import replace

from helsebro.claims.claim import Claim
from helsebro.coverage.answer import Answer
from helsebro.coverage.asked.fact_paths import OTHER_PAYS
from helsebro.coverage.trail import NOT_KNOWN, TOLD_BY


def with_not_known(answer: Answer, claim: Claim) -> Answer:
    """Returns the answer with what the member does not know and who told us what, which no rule reads."""
    not_known = {f"{NOT_KNOWN}{fact.path}": True for fact in claim.facts if fact.is_unknown}
    facts = {**answer.trail.facts, **not_known, **_tellers(claim)}
    return replace(answer, trail=replace(answer.trail, facts=facts))


def _tellers(claim: Claim) -> dict[str, object]:
    """Returns who told us the facts of the claim: who reported it, and others where they stated one since."""
    others = {
        f"{TOLD_BY}.{fact.path}": fact.stated_by
        for fact in claim.facts
        if not fact.is_unknown and fact.stated_by != claim.reported_by
    }
    return {TOLD_BY: claim.reported_by, **others}


def with_tellers(answer: Answer, claim: Claim) -> Answer:
    """Returns the answer on a bill whose sentences know who told us what; without it, the member did."""
    tellers = _tellers(claim)
    if tellers == {TOLD_BY: "member"}:
        return answer
    return replace(answer, trail=replace(answer.trail, facts={**answer.trail.facts, **tellers}))


def open_while_shared(answer: Answer, claim: Claim) -> Answer:
    """Returns the answer with its amount open while a notified insurer has not said what it pays (R-1413)."""
    if answer.grant is None or claim.question.evidence.other_insurer != "reported":
        return answer
    hangs_on = tuple(dict.fromkeys((*answer.amount_hangs_on, OTHER_PAYS)))
    grant = replace(answer.grant, payable=None, per_session=None)
    return replace(answer, grant=grant, amount_hangs_on=hangs_on)
