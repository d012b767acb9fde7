"""Next steps in answers: with the payer's contact, in the caller's language (F4-26, F4-27)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, cast

from helsebro.claims.explained.held_answer import held_answer
from helsebro.local_day import local_day
from helsebro_aws.complaints.steps_said_to import steps_said_to
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from datetime import date, datetime

    from helsebro.claims.claim import Claim
    from helsebro.complaints.next_steps import NextStep
    from helsebro.coverage.texts.person_of_address import PersonOfAddress
    from helsebro.guarantees.extension import Extension
    from helsebro.guarantees.guarantee import Guarantee
    from helsebro.guarantees.in_use import GuaranteeInUse, PendingExtension
    from helsebro.payer import Payer
    from helsebro.refunds.billed_treatment import BilledTreatment
    from helsebro.refunds.refund import Refund
    from helsebro.tasks.determination import Determination
    from helsebro_aws.complaints.next_step_answer import NextStepAnswer

PAID_IN_FULL = "approved"
ONCE_A_REFUND = ("public-help", "medical-advice")
"""The steps that are the same for every treatment of a refund."""


class NextStepsShown:
    """The next steps of one answer; each payer is read once, and only when something was denied."""

    def __init__(self, payers: DynamoPayers, language: str) -> None:
        self.payers, self.language = payers, language
        self.found: dict[str, Payer] = {}

    def of_claim(self, claim: Claim, reader: PersonOfAddress = "self") -> list[NextStepAnswer]:
        """Returns the next steps after a denied claim, or while an approved one is assessed again; else none.

        ``reader`` is who reads them. New evidence that waits for the consent asks for it first.
        """
        if claim.triages and claim.status == "approved":
            from helsebro.complaints.open_steps import triage_steps

            return steps_said_to(reader, self._translated([*triage_steps(claim)]), self.language)
        if claim.status != "denied" or claim.decision is None:
            return []
        papers = self._of_papers(claim)
        told = {fact.path for fact in claim.facts} if papers else set()
        turning = [
            step
            for step in self._of_denied_claim(claim, held_answer(claim.decision, reader))
            if step["kind"] != "evidence" or step.get("fact") not in told
        ]
        return steps_said_to(reader, [*self._of_news(claim, reader), *papers, *turning], self.language)

    def explained(
        self,
        claim: Claim,
        due_at: datetime | None,
        guarantee: Guarantee | None = None,
        elsewhere: Guarantee | None = None,
        reader: PersonOfAddress = "self",
        pending: PendingExtension | None = None,
    ) -> list[NextStepAnswer]:
        """Returns what the member can do now, wherever the claim stands; none for a closed claim.

        ``due_at`` is when a claim in review is answered. ``guarantee`` is that of an approved claim, and
        ``elsewhere`` one of another claim that holds what was denied. ``reader`` is who reads them, and
        ``pending`` the extension that is not decided yet.
        """
        if claim.status in ("denied", "closed"):
            booking = steps_said_to(
                reader, self._of_elsewhere(claim, elsewhere, reader == "holder"), self.language
            )
            return [*booking, *self.of_claim(claim, reader)]
        from helsebro.complaints.open_steps import of_open_claim

        used = _in_use(guarantee, pending) if guarantee else None
        steps = of_open_claim(claim, due_at, used, reader == "holder")
        if guarantee and guarantee.status == "revoked":
            from helsebro.complaints.complaint_steps import of_complaint

            steps += of_complaint(*self._reached(claim.payer))
        elif not steps and claim.decision:
            from helsebro.complaints.next_steps import of_help

            steps = of_help(claim.decision, *self._reached(claim.payer))
        return steps_said_to(reader, self._to_child(claim, reader, self._translated(steps)), self.language)

    def _to_child(
        self, claim: Claim, reader: PersonOfAddress, steps: list[NextStepAnswer]
    ) -> list[NextStepAnswer]:
        """Returns the steps as a child under 15 reads them in its own case: a parent consents (F4-20)."""
        if reader != "self" or not claim.has_guardian(clock.now()):
            return steps
        from helsebro.coverage.texts.consent_of_child import to_child
        from helsebro.coverage.texts.general import general_sentence

        asked = general_sentence("step.consent.child", {}, self.language)
        return [
            {**step, "text": to_child(step["text"], self.language) if "clinicId" in step else asked}
            if step["kind"] == "consent"
            else step
            for step in steps
        ]

    def _of_elsewhere(
        self, claim: Claim, elsewhere: Guarantee | None, by_holder: bool
    ) -> list[NextStepAnswer]:
        used = _in_use(elsewhere) if elsewhere else None
        if used is None or not used.is_bookable:
            return []
        from helsebro.complaints.open_steps import clinic_step, of_guarantee_elsewhere
        from helsebro_aws.claims.dynamo_claims import DynamoClaims

        # The guarantee is that of another claim, whose consents count.
        refused = clinic_step(DynamoClaims().find(used.guarantee.claim_id), used, by_holder)
        return self._translated([refused or of_guarantee_elsewhere(claim, used)])

    def of_extension(self, extension: Extension, reader: PersonOfAddress = "self") -> list[NextStepAnswer]:
        """Returns the open question about an extension, or the next steps after a denied one; else none.

        ``reader`` is who reads them, here and in the methods after this one.
        """
        if extension.decision is None and extension.question:
            return self.of_questions((), [extension], reader)
        if extension.status != "denied" or extension.decision is None:
            return []
        return steps_said_to(
            reader, self._of_denial(held_answer(extension.decision, reader), extension.payer), self.language
        )

    def of_refused(self, extension: Extension, reader: PersonOfAddress = "self") -> list[NextStepAnswer]:
        """Returns what could turn a denied extension, and how to disagree, beside the steps of its case."""
        return [step for step in self.of_extension(extension, reader) if step["kind"] not in ONCE_A_REFUND]

    def of_refund(self, refund: Refund, reader: PersonOfAddress = "self") -> list[NextStepAnswer]:
        """Returns when it is decided and what finance asks; then when the money comes, and what to do about
        what is not paid of the bills: public help, medical advice and how to complain.
        """
        if refund.decided_at is None:
            steps = self._of_review(refund)
        else:
            steps = [*self._of_payment(refund), *self._of_the_unpaid(refund)]
        return steps_said_to(reader, steps, self.language)

    def of_questions(
        self,
        refunds: Iterable[Refund],
        extensions: Iterable[Extension] = (),
        reader: PersonOfAddress = "self",
    ) -> list[NextStepAnswer]:
        """Returns the open questions of the staff about a claim's refunds and extensions."""
        asked = [refund for refund in refunds if refund.decided_at is None and refund.question]
        of_more = [extension for extension in extensions if extension.question]
        if not asked and not of_more:
            return []
        from helsebro.complaints.refund_steps import of_extension_question, of_question

        steps = [step for refund in asked for step in of_question(refund, self._reached(refund.payer)[1])]
        steps += [of_extension_question(known, self._reached(known.payer)[1]) for known in of_more]
        return steps_said_to(reader, self._translated(steps), self.language)

    def _of_review(self, refund: Refund) -> list[NextStepAnswer]:
        from helsebro.complaints.refund_steps import of_review

        _, contact = self._reached(refund.payer)
        return self._translated([*of_review(refund, local_day(clock.now(), refund.country), contact)])

    def _of_payment(self, refund: Refund) -> list[NextStepAnswer]:
        from helsebro.complaints.refund_steps import of_payment

        _, contact = self._reached(refund.payer)
        return self._translated([*of_payment(refund, local_day(clock.now(), refund.country), contact)])

    def _of_the_unpaid(self, refund: Refund) -> list[NextStepAnswer]:
        if refund.approved == refund.claimed:
            return []
        from helsebro.complaints.complaint_steps import of_complaint

        unpaid = (known for known in refund.treatments if known.outcome not in (None, PAID_IN_FULL))
        help_of_each = [
            [step for step in self._of_treatment(known, refund) if step.kind in ONCE_A_REFUND]
            for known in unpaid
        ]
        # Help that a rule of a treatment points to comes before the general.
        named = (steps for steps in help_of_each if any("rule" in step.facts for step in steps))
        chosen = next(named, next(iter(help_of_each), []))
        return self._translated([*chosen, *of_complaint(*self._reached(refund.payer))])

    def of_treatments(
        self,
        refund: Refund,
        period: Callable[[], tuple[date, date] | None],
        reader: PersonOfAddress = "self",
    ) -> list[list[NextStepAnswer]]:
        """Returns what could change the amount of each billed treatment; nothing if it is paid in full.

        ``period`` returns the first and the last day of what the case was granted.
        """
        return [
            steps_said_to(
                reader, self._translated(self._turning(treatment, refund, period, reader)), self.language
            )
            for treatment in refund.treatments
        ]

    def _turning(
        self,
        treatment: BilledTreatment,
        refund: Refund,
        period: Callable[[], tuple[date, date] | None],
        reader: PersonOfAddress,
    ) -> list[NextStep]:
        if treatment.outcome in (None, PAID_IN_FULL):
            return []
        from helsebro.complaints.refund_steps import of_no_grant
        from helsebro.refunds.explanation import is_paid_to_its_cap, outside_because

        if is_paid_to_its_cap(treatment):
            return []
        if (why := outside_because(treatment)) and why != "nothing-granted":
            return of_no_grant(treatment, period() if why == "outside-the-period" else None)
        known = held_answer(treatment, reader)
        return [step for step in self._of_treatment(known, refund) if step.kind not in ONCE_A_REFUND]

    def _of_news(self, claim: Claim, reader: PersonOfAddress) -> list[NextStepAnswer]:
        if not claim.has_news:
            return []
        from helsebro.complaints.open_steps import consent_step

        return self._to_child(claim, reader, self._translated([*consent_step(claim, reader == "holder")]))

    def _of_papers(self, claim: Claim) -> list[NextStepAnswer]:
        """Returns the papers of what the member has stated since the denial, or before it."""
        if not claim.documents_needed:
            return []
        from helsebro.complaints.open_steps import of_denied_claim

        return self._translated([*of_denied_claim(claim)])

    def _of_denied_claim(self, claim: Claim, answer: Determination) -> list[NextStepAnswer]:
        """Returns the steps after a denial, with the last day of the next complaint."""
        from helsebro.complaints.complain import last_day
        from helsebro.complaints.complaint_steps import of_denial

        country, contact = self._reached(claim.payer)
        today, by = local_day(clock.now(), country), last_day(claim, answer)
        return self._translated(of_denial(answer, country, contact, claim.complaints, today, by))

    def _of_denial(self, answer: Determination, payer: str) -> list[NextStepAnswer]:
        # Few answers are denials, so the steps and their texts are loaded only for those.
        from helsebro.complaints.complaint_steps import of_denial

        country, contact = self._reached(payer)
        today = local_day(clock.now(), country)
        return self._translated(of_denial(answer, country, contact, today=today))

    def _of_treatment(self, answer: BilledTreatment, refund: Refund) -> list[NextStep]:
        from helsebro.complaints.next_steps import of_answer

        return of_answer(answer, *self._reached(refund.payer))

    def _reached(self, slug: str) -> tuple[str, Mapping[str, str]]:
        """Returns the country and the contact of a payer."""
        if slug not in self.found:
            self.found[slug] = self.payers.find(slug)
        return self.found[slug].country, to_item(self.found[slug].contact)

    def _translated(self, steps: list[NextStep]) -> list[NextStepAnswer]:
        return cast("list[NextStepAnswer]", [to_item(step.to_json(self.language)) for step in steps])


def _in_use(guarantee: Guarantee, pending: PendingExtension | None = None) -> GuaranteeInUse:
    """Returns the guarantee as of today, with the name of its clinic if it is for one."""
    from helsebro.guarantees.in_use import GuaranteeInUse

    today = local_day(clock.now(), guarantee.country)
    if guarantee.clinic_id is None:
        return GuaranteeInUse(guarantee, today, pending=pending)
    from helsebro_aws.network.dynamo_clinics import DynamoClinics

    return GuaranteeInUse(guarantee, today, DynamoClinics().find(guarantee.clinic_id).name, pending)
