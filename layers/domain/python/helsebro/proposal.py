"""Proposal: what the coverage engine says of a claim or a refund, for whoever decides (F1-18, F1-21)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from helsebro.claim import Claim
from helsebro.coverage import Cover, Earlier, Question, decide
from helsebro.coverage.decision import RANK
from helsebro.money import Money
from helsebro.refund import BilledTreatment, Refund

Proposal = Mapping[str, Any]


def of_claim(claim: Claim, covers: Sequence[Cover], today: date, language: str) -> Proposal:
    """The engine's answer (api.md, coverage) to the claim's own question, under the claim's own policy.

    A treatment that has not begun is approved beforehand by the very decision proposed here (F4-28, R-1205).
    """
    asked = Question.from_json(claim.question)
    starts = asked.treatment.starts_on
    if asked.evidence.approved_beforehand is None and (starts is None or starts >= today):
        asked = replace(asked, evidence=replace(asked.evidence, approved_beforehand=True))
    return decide(asked, _cover_of(claim, covers), today).to_json(language)


def of_refund(refund: Refund, claim: Claim, covers: Sequence[Cover], today: date, language: str) -> Proposal:
    """An answer for each treatment billed, in ``treatments``; ``outcome`` is the worst of them.

    ``trail`` holds every rule once, ``grant.payable`` the sum proposed where every amount is known.
    """
    cover = _cover_of(claim, covers)
    answers: list[dict[str, Any]] = [
        {
            "on": one.on.isoformat(),
            "type": one.type,
            **decide(_question(refund, place, claim), cover, today).to_json(language),
        }
        for place, one in enumerate(refund.treatments)
    ]
    steps = {step["rule"]: step for answer in answers for step in answer["trail"]}
    outcome = min((answer["outcome"] for answer in answers), key=lambda one: RANK[one])
    return {
        "outcome": outcome,
        "policyNumber": claim.policy_number,
        "product": claim.product,
        "trail": list(steps.values()),
        "grant": {"payable": _sum(answers, refund.claimed)},
        "treatments": answers,
    }


def _question(refund: Refund, place: int, claim: Claim) -> Question:
    one = refund.treatments[place]
    asked = Question.from_json(claim.question)
    paid_by_the_member = replace(
        asked.treatment, type=one.type, starts_on=one.on, in_network=False, sessions=1, cost=one.cost
    )
    approved = claim.answered_at.date() if claim.status == "approved" and claim.answered_at else None
    evidence = asked.evidence
    if approved and evidence.approved_beforehand is None:
        evidence = replace(evidence, approved_beforehand=one.on >= approved)
    before = [_earlier(other) for other in refund.treatments[:place]]
    return replace(asked, treatment=paid_by_the_member, evidence=evidence, history=(*asked.history, *before))


def _earlier(one: BilledTreatment) -> Earlier:
    return Earlier(one.type, one.on, condition_key="same", sessions=1, cost=one.cost, in_network=False)


def _cover_of(claim: Claim, covers: Sequence[Cover]) -> Cover | None:
    return next((cover for cover in covers if cover.policy_number == claim.policy_number), None)


def _sum(answers: Sequence[Mapping[str, Any]], like: Money) -> dict[str, str] | None:
    total = Money.zero(like.currency)
    for answer in answers:
        if answer["outcome"] == "not-covered":
            continue
        payable = (answer["grant"] or {}).get("payable")
        if not payable:
            return None
        total = total + Money.from_json(payable)
    return total.as_json()
