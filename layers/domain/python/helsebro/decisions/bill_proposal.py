"""Bill proposal: the engine's answer on a bill that the member has paid, held against the grants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from helsebro.claims.claim import Claim
from helsebro.claims.claim_question import with_report
from helsebro.coverage.answer import RANK, Answer, Grant
from helsebro.coverage.question.question import Earlier, Question, Treatment
from helsebro.coverage.trail import merged
from helsebro.decisions.held_to_grant import as_granted, of_either_number, was_shared_at_the_grant
from helsebro.decisions.proposal import Basis, Proposed
from helsebro.decisions.record import Asking
from helsebro.decisions.told_by import open_while_shared, with_tellers
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.case_grants import CaseGrant
from helsebro.refunds.refund import Refund
from helsebro.tasks.proposal import BilledAnswer, Proposal

COUNTED = (None, "nothing-granted", "above-granted-price")
"""What is outside a grant and counted before the next treatment of the bill all the same."""


def of_refund(refund: Refund, basis: Basis) -> Proposed:
    """Returns an answer for each billed treatment, and a whole with the worst outcome, all rules and the sum.

    Each treatment is held against what the case was granted, earliest day first, after those before it
    that are proposed to be paid. One that is outside the grant, or there twice, is at best referred to
    the staff, and the sum leaves it out: it is paid only with an amount that finance names. The whole
    lists every rule once.
    """
    askings, treatments = _held_against_grants(refund, basis)
    answers = [treatment.answer for treatment in treatments]
    whole = Answer(
        outcome=min((answer.outcome for answer in answers), key=lambda outcome: RANK[outcome]),
        trail=merged([answer.trail for answer in answers]),
        grant=Grant(payable=_sum(treatments, refund.claimed)),
        policy_number=basis.claim.policy_number,
        product=basis.claim.product,
    )
    return Proposed(Proposal(whole, treatments), askings)


def _held_against_grants(refund: Refund, basis: Basis) -> tuple[tuple[Asking, ...], tuple[BilledAnswer, ...]]:
    """Returns the asking and the answer of each treatment, in the order of the bill."""
    grants, made = basis.grants, dict[int, tuple[Asking, BilledAnswer]]()
    before: dict[int, Earlier] = {}
    for place in refund.by_day:
        billed, double_of = refund.treatments[place], refund.double_of(place)
        if double_of is not None:
            others = [earlier for index, earlier in before.items() if index != double_of]
            made[place] = _double(billed, others, basis, double_of, made[double_of][1])
            continue
        grant = grants.grant_of(billed.type, billed.on)
        question = _question(billed, basis.claim, [*before.values()])
        asking = basis.ask(question, granted=grant is not None)
        outside = grants.outside(billed.type, billed.on)
        price = grant.price.first if grant else None
        answer = with_tellers(_of_bill(asking.decision.answer(), billed, basis.claim, grant), basis.claim)
        if grant:
            answer, outside = of_either_number(answer, price, partial(_with_number, basis, question))
        if grant and answer.outcome != "not-covered":
            grants = grants.less_one(grant, answer.grant.payable if answer.grant else None)
        paid = basis.grants.paid_before(billed.type, billed.on)
        judged = BilledAnswer(billed.on, billed.type, answer, outside, paid, granted_price=price)
        if answer.outcome != "not-covered" and outside in COUNTED and not paid:
            before[place] = _earlier(billed, basis.claim, answer)
        made[place] = (
            asking,
            replace(judged, answer=_referred(answer)) if judged.needs_an_amount else judged,
        )
    pairs = [made[place] for place in range(len(refund.treatments))]
    return tuple(asking for asking, _ in pairs), tuple(judged for _, judged in pairs)


def _with_number(basis: Basis, question: Question, has_number: bool) -> Answer:
    """Returns the answer on a granted bill of a practitioner with or without a provider number."""
    practitioner = replace(question.treatment.practitioner, provider_number=has_number)
    known = replace(question, treatment=replace(question.treatment, practitioner=practitioner))
    return basis.ask(known, granted=True).decision.answer()


def _of_bill(answer: Answer, billed: BilledTreatment, claim: Claim, grant: CaseGrant | None) -> Answer:
    """Returns the answer on a bill: what was granted stands, and an open share of another insurer opens it.

    A share that was as open at the grant opens nothing: a price was agreed in spite of it.
    """
    if billed.type != claim.treatment_type:
        return answer
    if not (grant and was_shared_at_the_grant(claim)):
        answer = open_while_shared(answer, claim)
    return as_granted(answer, billed, claim, grant.price.first) if grant else answer


def _double(
    billed: BilledTreatment, before: Sequence[Earlier], basis: Basis, double_of: int, first: BilledAnswer
) -> tuple[Asking, BilledAnswer]:
    """Returns the asking and the answer of a treatment that is in the refund already, as the ``first``.

    It is one session, so it takes nothing of the number that was granted, and no cap counts it.
    """
    asking = basis.ask(_question(billed, basis.claim, before), granted=first.outside_grant is None)
    answer = with_tellers(_referred(asking.decision.answer()), basis.claim)
    return asking, replace(first, answer=answer, double_of=double_of)


def _referred(answer: Answer) -> Answer:
    """Returns the answer on a treatment that staff decide, unless a rule denies it."""
    return answer if answer.outcome == "not-covered" else replace(answer, outcome="refer")


def _question(billed: BilledTreatment, claim: Claim, before: Sequence[Earlier]) -> Question:
    of_the_case = billed.type == claim.treatment_type
    asked = with_report(claim.question, claim) if of_the_case else _of_another_treatment(claim)
    paid_by_the_member = replace(
        asked.treatment,
        type=billed.type,
        starts_on=billed.on,
        in_network=False,
        sessions=1,
        cost=billed.cost,
    )
    evidence = asked.evidence
    if claim.status == "approved" and claim.answered_at and evidence.approved_beforehand is None:
        approved_on = local_day(claim.answered_at, claim.country)
        approved = billed.type == claim.treatment_type and billed.on >= approved_on
        evidence = replace(evidence, approved_beforehand=approved)
    return replace(asked, treatment=paid_by_the_member, evidence=evidence, history=(*asked.history, *before))


def _of_another_treatment(claim: Claim) -> Question:
    """Returns the claim's question without the papers and the practitioner of the treatment it is about."""
    asked = with_report(claim.question, claim)
    evidence = replace(
        asked.evidence,
        referral=None,
        specialist_order=None,
        directly_after_covered_stay=None,
        approved_beforehand=None,
        subsidy=None,
        other_insurer=None,
        other_insurer_name=None,
        other_insurer_pays=None,
        actual_cost=None,
    )
    return replace(asked, treatment=Treatment("", country=asked.treatment.country), evidence=evidence)


def _earlier(billed: BilledTreatment, claim: Claim, answer: Answer) -> Earlier:
    """Returns a treatment of the bill as one before the next, with what is paid of it if that is known."""
    payable = answer.grant.payable if answer.grant else None
    return Earlier(
        billed.type,
        billed.on,
        condition_key="same",
        sessions=1,
        cost=payable or billed.cost,
        in_network=False,
        product=claim.product,
    )


def _sum(treatments: Sequence[BilledAnswer], like: Money) -> Money | None:
    """Returns the sum that an approval without amounts pays; ``None`` when an amount is not known."""
    total = Money.zero(like.currency)
    for treatment in treatments:
        answer = treatment.answer
        if answer.outcome == "not-covered" or treatment.needs_an_amount:
            continue
        if answer.grant is None or answer.grant.payable is None:
            return None
        total = total + answer.grant.payable
    return total
