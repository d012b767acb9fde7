"""Refund part: the decision on every treatment of a bill, in the words of its route (F4-26, F4-30)."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.claims.claim import Claim
from helsebro.coverage.texts.person_of_address import PersonOfAddress
from helsebro.ids import RefundId
from helsebro.money import Money
from helsebro.plain_words import plain_words
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.refund import Refund
from helsebro_aws.complaints.next_steps_view import NextStepsShown
from helsebro_aws.deadlines.on_paper.decision_part import row_in_words, steps_parts
from helsebro_aws.deadlines.on_paper.paper_phrases import as_on_paper
from helsebro_aws.deadlines.on_paper.part_words import part_words
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.notifications.letters.letter_part import LetterPart
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.refunds.treatment_view import explained


def refund_parts(
    claim: Claim, about: str, reader: PersonOfAddress, shown: NextStepsShown
) -> Iterator[LetterPart]:
    """Yields what is paid in all, each treatment with why it is not paid in full, and what to do now.

    ``about`` is the refund; one that is not decided, or of another claim, yields none. Raises ``NotFound``.
    """
    refund = DynamoRefunds().find(RefundId(about))
    if refund.decided_at is None or refund.claim_id != claim.claim_id:
        return
    words = part_words(shown.language)
    amounts = {
        "approved": _written(refund.approved, shown.language),
        "claimed": _written(refund.claimed, shown.language),
    }
    said = [words["paid"].format(**amounts), *([refund.reason] if refund.reason else [])]
    yield LetterPart(words["refund"], tuple(said))
    yield LetterPart(words["treatments"], tuple(_treatments(refund, claim, reader, shown)))
    yield from steps_parts(shown.of_refund(refund, reader), shown.language)


def _treatments(
    refund: Refund, claim: Claim, reader: PersonOfAddress, shown: NextStepsShown
) -> Iterator[str]:
    guarantees = DynamoGuarantees()
    following = shown.of_treatments(refund, lambda: guarantees.period_of(refund.claim_id), reader)
    for treatment, steps in zip(refund.treatments, following, strict=True):
        yield _decided(treatment, claim, reader, shown.language)
        for step in steps:
            yield as_on_paper(step["text"], shown.language)


def _decided(treatment: BilledTreatment, claim: Claim, reader: PersonOfAddress, language: str) -> str:
    product = treatment.trail.product or (claim.product if treatment.trail else "")
    told = explained(treatment, product, language, reader)
    return "\n".join([told["headline"], *(row_in_words(row, language) for row in told["because"])])


def _written(money: Money, language: str) -> str:
    return plain_words(language).of_amount(money.amount, money.currency)
