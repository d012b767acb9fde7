"""Next steps in answers: with the payer's contact, in the caller's language (F4-26, F4-27)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim
    from helsebro.complaints.next_steps import NextStep
    from helsebro.guarantees.extension import Extension
    from helsebro.refunds.refund import BilledTreatment, Refund
    from helsebro.tasks.determination import Determination
    from helsebro_aws.complaints.next_step_answer import NextStepAnswer

PAID_IN_FULL = "approved"


class NextStepsShown:
    """The next steps of one answer; each payer is read once, and only when something was denied."""

    def __init__(self, payers: DynamoPayers, language: str) -> None:
        self.payers, self.language = payers, language
        self.contacts: dict[str, Mapping[str, str]] = {}

    def of_claim(self, claim: Claim) -> list[NextStepAnswer]:
        """Returns the next steps after a denied claim; none for any other claim."""
        if claim.status != "denied" or claim.decision is None:
            return []
        return self._of_denial(claim.decision, claim.country, claim.payer)

    def of_extension(self, extension: Extension) -> list[NextStepAnswer]:
        """Returns the next steps after a denied extension; none for any other extension."""
        if extension.status != "denied" or extension.decision is None:
            return []
        return self._of_denial(extension.decision, extension.country, extension.payer)

    def of_refund(self, refund: Refund) -> list[NextStepAnswer]:
        """Returns how to complain about a refund that does not pay the whole bill."""
        if refund.status not in ("denied", "partly-approved"):
            return []
        from helsebro.complaints.next_steps import of_complaint

        return self._translated(of_complaint(self._contact(refund.payer)))

    def of_treatments(self, refund: Refund) -> list[list[NextStepAnswer]]:
        """Returns the next steps of each billed treatment; none if it is paid in full or not yet decided."""
        return [
            [] if treatment.outcome in (None, PAID_IN_FULL) else self._of_treatment(treatment, refund)
            for treatment in refund.treatments
        ]

    def _of_denial(self, answer: Determination, country: str, payer: str) -> list[NextStepAnswer]:
        # Few answers are denials, so the steps and their texts are loaded only for those.
        from helsebro.complaints.next_steps import of_denial

        return self._translated(of_denial(answer, country, self._contact(payer)))

    def _of_treatment(self, answer: BilledTreatment, refund: Refund) -> list[NextStepAnswer]:
        from helsebro.complaints.next_steps import of_answer

        return self._translated(of_answer(answer, refund.country, self._contact(refund.payer)))

    def _contact(self, payer: str) -> Mapping[str, str]:
        if payer not in self.contacts:
            self.contacts[payer] = to_item(self.payers.find(payer).contact)
        return self.contacts[payer]

    def _translated(self, steps: list[NextStep]) -> list[NextStepAnswer]:
        return cast("list[NextStepAnswer]", [step.to_json(self.language) for step in steps])
