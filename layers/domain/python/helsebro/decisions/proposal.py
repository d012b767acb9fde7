"""Proposal: the coverage engine's answer on a claim or refund, for the staff who decide (F1-18, F1-21)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from helsebro.claims.claim import Claim
from helsebro.claims.claim_question import question_of, with_report
from helsebro.claims.facts.case_facts import as_stated
from helsebro.coverage.answer import RANK, Answer, Grant
from helsebro.coverage.asked.fact_paths import OTHER_PAYS
from helsebro.coverage.engine import FORMER, decide
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier, Question, Treatment
from helsebro.coverage.trail import NOT_KNOWN, TOLD_BY, merged
from helsebro.decisions.first_session import with_the_first_session
from helsebro.decisions.held_to_grant import as_granted, of_either_number, was_shared_at_the_grant
from helsebro.decisions.record import Asking
from helsebro.guarantees.prices.network_price import at_the_network_price
from helsebro.guarantees.prices.tariff_fees import with_the_first_fee
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.refunds.case_grants import CaseGrant, CaseGrants
from helsebro.refunds.refund import BilledTreatment, Refund
from helsebro.tariffs.agreed_fees import tariff_of
from helsebro.tariffs.fee import Fee
from helsebro.tasks.proposal import BilledAnswer, Proposal

COUNTED = (None, "nothing-granted", "above-granted-price")
"""What is outside a grant and counted before the next treatment of the bill all the same."""
History = Callable[[Question], Sequence[Earlier]]
"""Returns the earlier treatments in our own records that count for a question."""


def nothing_earlier(_: Question) -> Sequence[Earlier]:
    """Returns the history of a person with no earlier grants."""
    return ()


@dataclass(frozen=True)
class Proposed:
    """The proposal shown to staff, and the questions that the engine was asked for it.

    ``cover_version`` is that of the cover of the claim's policy, None without a cover.
    """

    proposal: Proposal
    askings: tuple[Asking, ...]
    cover_version: str | None = None


@dataclass(frozen=True)
class Basis:
    """The facts behind proposals on a claim: its policy, the person's history and today.

    ``covers_then`` are the person's covers on the days of treatments: a bill is judged by the policy of the
    day of treatment, not of the day the bill is received. ``grants`` are what the case was granted; only
    bills are held against them. ``fees`` are what its sessions cost in the network today.
    ``cover_version`` is that of the cover of the claim's policy.
    """

    claim: Claim
    covers: Sequence[Cover]
    today: date
    history: History = nothing_earlier
    covers_then: Mapping[date, Sequence[Cover]] = field(default_factory=dict)
    grants: CaseGrants = field(default_factory=CaseGrants)
    fees: tuple[Fee, ...] = ()
    cover_version: str | None = None

    def cover_on(self, day: date | None) -> Cover | None:
        """Returns the cover of the claim's own policy for a treatment on a day."""
        covers = self.covers_then.get(day, self.covers) if day else self.covers
        return next((cover for cover in covers if cover.policy_number == self.claim.policy_number), None)

    def ask(self, question: Question, granted: bool = False) -> Asking:
        """Returns the engine's decision on a question; our own history is added to the question's.

        ``granted`` says that the treatment belongs to a grant of the case. What was granted stands until it
        is revoked: no course that ended begins a wait for it (R-822, R-912), and no cover that the person
        left after the grant ends it (R-1312); a grant made later ends with the cover itself.
        """
        known = self.history(question)
        cover = self.cover_on(question.treatment.starts_on)
        if granted:
            known = [replace(row, course_ended_on=None) for row in known]
            cover = replace(cover, left_on=None) if cover else None
        asked = replace(question, history=(*known, *question.history))
        return Asking(asked, cover, self.today, decide(asked, cover, self.today))


def of_claim(basis: Basis) -> Proposed:
    """Returns the engine's answer (api.md, Coverage) to the claim's own question under its own policy.

    In the network it is asked about the tariff's price, which is the one that is paid.
    """
    question = at_the_network_price(question_of(basis.claim, basis.today), basis.claim, basis.fees)
    proposed = of_question(basis, question)
    answer = with_the_first_fee(proposed.proposal.answer, basis.claim, question, basis.fees)
    answer = with_the_first_session(answer, question, lambda asked: basis.ask(asked).decision.answer())
    answer = _at_the_tariff(_open_while_shared(answer, basis.claim), question, basis.fees)
    return replace(proposed, proposal=replace(proposed.proposal, answer=answer))


def _at_the_tariff(answer: Answer, question: Question, fees: Sequence[Fee]) -> Answer:
    """Returns the answer whose sentences know that its price is the tariff's, which no one stated."""
    price = tariff_of(fees)
    if price is None or question.treatment.cost != price:
        return answer
    first = next((fee.amount for fee in fees if fee.service == "first" and fee.amount != price), None)
    of_first = {"firstPrice": first.as_json()} if first else {}
    facts = {**answer.trail.facts, "priceFrom": "tariff", **of_first}
    return replace(answer, trail=replace(answer.trail, facts=facts))


def of_question(basis: Basis, question: Question) -> Proposed:
    """Returns the engine's answer to one question about the claim."""
    asking = basis.ask(question)
    answer = _with_not_known(asking.decision.answer(), basis.claim)
    return Proposed(Proposal(_without_former_in_vain(answer, basis, question)), (asking,))


def _without_former_in_vain(answer: Answer, basis: Basis, question: Question) -> Answer:
    """Returns the answer without the flip of a former insurance, if the one that the member has told us of
    would not turn it even with its paper (R-1309, R-1311).
    """
    told = as_stated(basis.claim).evidence.former
    if told is None or all(flip.fact != FORMER for flip in answer.flips):
        return answer
    then = basis.ask(replace(question, evidence=replace(question.evidence, former=told)))
    if then.decision.outcome != "not-covered":
        return answer
    return replace(answer, flips=tuple(flip for flip in answer.flips if flip.fact != FORMER))


def _with_not_known(answer: Answer, claim: Claim) -> Answer:
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


def _with_tellers(answer: Answer, claim: Claim) -> Answer:
    """Returns the answer on a bill whose sentences know who told us what; without it, the member did."""
    tellers = _tellers(claim)
    if tellers == {TOLD_BY: "member"}:
        return answer
    return replace(answer, trail=replace(answer.trail, facts={**answer.trail.facts, **tellers}))


def _open_while_shared(answer: Answer, claim: Claim) -> Answer:
    """Returns the answer with its amount open while a notified insurer has not said what it pays (R-1413)."""
    if answer.grant is None or claim.question.evidence.other_insurer != "reported":
        return answer
    hangs_on = tuple(dict.fromkeys((*answer.amount_hangs_on, OTHER_PAYS)))
    grant = replace(answer.grant, payable=None, per_session=None)
    return replace(answer, grant=grant, amount_hangs_on=hangs_on)


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
        answer = _with_tellers(_of_bill(asking.decision.answer(), billed, basis.claim, grant), basis.claim)
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
        answer = _open_while_shared(answer, claim)
    return as_granted(answer, billed, claim, grant.price.first) if grant else answer


def _double(
    billed: BilledTreatment, before: Sequence[Earlier], basis: Basis, double_of: int, first: BilledAnswer
) -> tuple[Asking, BilledAnswer]:
    """Returns the asking and the answer of a treatment that is in the refund already, as the ``first``.

    It is one session, so it takes nothing of the number that was granted, and no cap counts it.
    """
    asking = basis.ask(_question(billed, basis.claim, before), granted=first.outside_grant is None)
    answer = _with_tellers(_referred(asking.decision.answer()), basis.claim)
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
