"""Next steps as a caller reads them: with the payer's contact, in the caller's language (F4-26, F4-27)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro import next_steps
from helsebro.claim import Claim
from helsebro.extension import Extension
from helsebro.refund import Refund
from helsebro_aws.dynamo_payers import DynamoPayers
from helsebro_aws.record import to_item

PAID_IN_FULL = "approved"


class NextStepsShown:
    """The steps of one answer; each payer is read once, and only where something was denied."""

    def __init__(self, payers: DynamoPayers, language: str) -> None:
        self.payers, self.language = payers, language
        self.contacts: dict[str, Mapping[str, str]] = {}

    def of_claim(self, claim: Claim) -> list[dict[str, Any]]:
        """What is left after a denied claim; nothing after any other."""
        if claim.status != "denied":
            return []
        contact = self._contact(claim.payer)
        return self._told(next_steps.of_denial(claim.decision or {}, claim.country, contact))

    def of_extension(self, extension: Extension) -> list[dict[str, Any]]:
        """What is left after a denied extension; nothing after any other."""
        if extension.status != "denied":
            return []
        contact = self._contact(extension.payer)
        return self._told(next_steps.of_denial(extension.decision or {}, extension.country, contact))

    def of_refund(self, refund: Refund) -> list[dict[str, Any]]:
        """How to disagree with a refund that does not pay all of it."""
        if refund.status not in ("denied", "partly-approved"):
            return []
        return self._told(next_steps.of_complaint(self._contact(refund.payer)))

    def of_treatments(self, refund: Refund) -> list[list[dict[str, Any]]]:
        """What is left of each treatment billed: nothing of one paid in full or not yet decided."""
        return [
            self._told(next_steps.of_answer(to_item(one), refund.country, self._contact(refund.payer)))
            if one.outcome not in (None, PAID_IN_FULL)
            else []
            for one in refund.treatments
        ]

    def _contact(self, payer: str) -> Mapping[str, str]:
        if payer not in self.contacts:
            self.contacts[payer] = to_item(self.payers.find(payer).contact)
        return self.contacts[payer]

    def _told(self, steps: list[next_steps.NextStep]) -> list[dict[str, Any]]:
        return next_steps.told(steps, self.language)
