"""The engine's proposal on a task, as routes show it. What is not known is absent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from helsebro.coverage.asked.price_unit import price_unit
from helsebro.coverage.texts.shown_answer import shown_answer
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro.coverage.answer import Answer
    from helsebro.tasks.proposal import BilledAnswer, Proposal
    from helsebro_aws.tasks.proposal_answer import ProposalAnswer


def proposal_shown(proposal: Proposal, language: str) -> ProposalAnswer:
    """Returns the proposal with its sentences in ``da``, ``nb`` or ``en``.

    The trail of a refund has each rule once, as the last treatment that it bore on has it. A treatment has
    only the rows that differ from it, so that a page of the largest refunds can be answered.
    """
    is_refund = bool(proposal.treatments)
    shown = _refund(proposal, language) if is_refund else _answer(proposal.answer, language)
    return cast("ProposalAnswer", to_item({**shown, "language": language}))


def _refund(proposal: Proposal, language: str) -> dict[str, Any]:
    # Here, so that a list without refunds does not load it.
    from helsebro_aws.coverage.shared_rows_view import DAY, share_rows

    treatments = [_treatment(billed, language) for billed in proposal.treatments]
    trail = share_rows(treatments, {DAY})
    return {**proposal.of_all_bills(), "trail": trail, "treatments": treatments}


def _treatment(billed: BilledAnswer, language: str) -> dict[str, Any]:
    # Here, so that a list without refunds loads no sentences of bills.
    from helsebro_aws.tasks.outside_grant_view import show_outside_grant

    shown = {**billed.of_the_bill(), **_answer(billed.answer, language)}
    show_outside_grant(shown, language)
    return shown


def _answer(answer: Answer, language: str) -> dict[str, Any]:
    shown: dict[str, Any] = shown_answer(answer, language, "staff")
    if answer.grant and answer.grant.per_session:
        facts = answer.trail.facts
        unit = price_unit(facts.get("treatment.type"), facts.get("treatment.sessions"))
        shown["grant"] = {**shown["grant"], "priceFor": unit}
    if answer.amount_hangs_on:
        # Here, so that a list without an open amount loads no table of facts.
        from helsebro_aws.tasks.open_amount_view import name_who_answers

        name_who_answers(shown["amountHangsOn"], answer)
    return shown
