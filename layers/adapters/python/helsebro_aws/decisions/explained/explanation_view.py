"""The explanation of a claim: the outcome in a sentence, what decided, and what would change it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from helsebro.claims.claim import Claim
from helsebro.claims.explained.explanation import deciding_steps, is_by_staff
from helsebro.claims.explained.held_answer import held_answer
from helsebro.claims.explained.needs_in_words import WITHOUT_CONSENT, needs_in_words
from helsebro.claims.facts.shared_step import is_shared
from helsebro.claims.reconsidering.reopening import why_reopened
from helsebro.coverage.asked.fact_paths import OTHER_NAME
from helsebro.coverage.texts.changes import ChangeSentences
from helsebro.coverage.texts.fact_texts import word_of
from helsebro.coverage.texts.general import general_sentence
from helsebro.coverage.texts.person_of_address import PersonOfAddress, spoken_to
from helsebro.coverage.texts.shown_trail import ShownTrail
from helsebro.coverage.trail import Step, Trail
from helsebro.guarantees.explained.approval_headline import approval_headline
from helsebro.guarantees.explained.granted_already import headline_of
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.in_use import GuaranteeInUse, PendingExtension
from helsebro.guarantees.prices.shared_price import SharedPrice, shared_price
from helsebro.local_day import local_day
from helsebro.tasks.determination import Determination
from helsebro_aws.coverage.because_row import because_of, because_of_rule
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.guarantees.extension import Extension


def explanation_shown(
    claim: Claim,
    language: str,
    guarantee: Guarantee | None = None,
    elsewhere: Guarantee | None = None,
    reader: PersonOfAddress = "self",
    pending: PendingExtension | None = None,
    refused: Extension | None = None,
) -> dict[str, Any]:
    """Returns the explanation in ``da``, ``nb`` or ``en``, but for the next steps.

    Before the decision the outcome is the claim's status, and nothing is explained yet. ``guarantee`` is that
    of an approved claim, which an extension may have widened. One that was revoked is explained by why.
    ``elsewhere`` is a guarantee of another claim that holds what was denied. ``reader`` is who reads it,
    ``pending`` the extension that is not decided yet, and ``refused`` one that was denied since.
    """
    if guarantee and guarantee.status == "revoked":
        return _revoked(claim, guarantee, language)
    today = local_day(clock.now(), claim.country)
    used = GuaranteeInUse(guarantee, today, pending=pending) if guarantee else None
    decision = claim.answer
    outcome = decision.outcome if decision else claim.status
    headline = (
        headline_of(claim, elsewhere, language)
        if elsewhere
        else _headline(claim, outcome, decision, language, used)
    )
    if refused and refused.decision and guarantee:
        on = local_day(refused.decision.decided_at, refused.country).isoformat()
        values = {"on": on, "settlement": guarantee.settlement}
        headline = f"{headline} {general_sentence('headline.extension-denied', values, language)}"
    shown = {"outcome": outcome, "headline": _said_to(reader, headline, claim, language)}
    if decision is None:
        return {**shown, "because": [], "wouldChange": []}
    return {
        **shown,
        **({"reason": decision.reason} if decision.reason else {}),
        "because": [*_because(claim, decision, language, guarantee, reader), *_of_refused(refused)],
        "wouldChange": _would_change(claim, decision, language, reader),
    }


def _revoked(claim: Claim, guarantee: Guarantee, language: str) -> dict[str, Any]:
    treatment = word_of("treatment.type", claim.question.treatment.type, language)
    values = {
        "treatment.type": treatment,
        "lastDay": guarantee.last_day.isoformat(),
        "settlement": guarantee.settlement,
    }
    reason = guarantee.revocation_reason
    return {
        "outcome": "revoked",
        "headline": general_sentence("headline.revoked", values, language),
        **({"reason": reason} if reason else {}),
        "because": [dict(because_of(reason))] if reason else [],
        "wouldChange": [],
    }


def _said_to(reader: PersonOfAddress, headline: str, claim: Claim, language: str) -> str:
    """Returns the headline as its reader reads it; of a child's consent, whose it is and who gives it."""
    said = spoken_to(reader, headline, language)
    if reader not in ("self", "other") or not claim.has_guardian(clock.now()):
        return said
    # Here, because few claims are of a child.
    from helsebro.coverage.texts.consent_of_child import to_child, to_guardian

    return to_child(said, language) if reader == "self" else to_guardian(said, language)


def _headline(
    claim: Claim, outcome: str, decision: Determination | None, language: str, used: GuaranteeInUse | None
) -> str:
    treatment = claim.question.treatment.type
    if decision and outcome == "approved":
        return approval_headline(claim, decision, used, language)
    values: dict[str, object] = {"treatment.type": word_of("treatment.type", treatment, language)}
    if (outcome == "clarifying" and claim.has_news) or (
        outcome == "in-review" and "consent" in claim.missing
    ):
        outcome = "awaiting-member"
    if outcome == "awaiting-member" and claim.consent in WITHOUT_CONSENT:
        outcome, values["consent"] = (
            "without-consent",
            general_sentence(f"consent.{claim.consent}", {}, language),
        )
    if outcome == "awaiting-member":
        values["needs"] = needs_in_words(claim, language)
    if outcome == "in-review" and (why := why_reopened(claim)):
        outcome = f"reconsidered.{why}"
    return general_sentence(f"headline.{outcome}", values, language)


def _because(
    claim: Claim, decision: Determination, language: str, guarantee: Guarantee | None, reader: PersonOfAddress
) -> list[dict[str, Any]]:
    grant = decision.grant if decision.outcome == "approved" else None
    agreed = grant.per_session.as_json() if grant and grant.per_session else None
    sessions = grant.sessions if grant else None
    trail = ShownTrail(_named(claim, decision), language, claim.product, sessions, agreed, True, reader)
    said = [dict(because_of(decision.reason))] if decision.reason and is_by_staff(decision) else []
    shared = shared_price(claim, guarantee) if guarantee else None
    steps = (_with_share(step, shared) for step in deciding_steps(decision))
    return [*said, *(because_of_rule(trail, step) for step in steps)]


def _of_refused(refused: Extension | None) -> list[dict[str, Any]]:
    """Returns why an extension was denied, in the words of the staff."""
    reason = refused.decision.reason if refused and refused.decision else None
    return [dict(because_of(reason))] if reason else []


def _with_share(step: Step, shared: SharedPrice | None) -> Step:
    """Returns the step of the rule that shares a price with our part of it."""
    if shared is None or not is_shared(step):
        return step
    return replace(step, facts={**step.facts, "ours": shared.ours.as_json()})


def _named(claim: Claim, decision: Determination) -> Trail:
    """Returns the trail with the name of the other insurer, which no rule reads."""
    name = claim.question.evidence.other_insurer_name
    trail = decision.trail
    return replace(trail, facts={**trail.facts, OTHER_NAME: name}) if name and trail.facts else trail


def _would_change(
    claim: Claim, decision: Determination, language: str, reader: PersonOfAddress
) -> list[dict[str, Any]]:
    """Returns what would turn the answer."""
    decision = held_answer(decision, reader)
    trail = decision.trail
    changes = ChangeSentences(claim.question.treatment.type, language, trail.home, trail.facts)
    today = local_day(clock.now(), claim.country)
    entries = changes.entries(decision.flips or (), decision.covered_from, today)
    return [{**entry, "sentence": spoken_to(reader, str(entry["sentence"]), language)} for entry in entries]
