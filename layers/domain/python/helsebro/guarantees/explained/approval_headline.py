"""Headline of an approval: what is granted, who pays, and what is left of the guarantee (F4-26)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helsebro.claims.claim import Claim
from helsebro.claims.consenting.passing_on import clinics_closed
from helsebro.claims.counted_in import TRIPS, WITHOUT_CLINIC
from helsebro.claims.explained.needs_in_words import WITHOUT_CONSENT
from helsebro.coverage.question.taken_as_given import CRISIS_HELP
from helsebro.coverage.texts.counted import counted, priced_for, unit_of
from helsebro.coverage.texts.fact_texts import word_of
from helsebro.coverage.texts.general import general_sentence
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.in_use import GuaranteeInUse
from helsebro.guarantees.prices.shared_price import shared_price
from helsebro.local_day import local_day
from helsebro.tasks.determination import Determination
from helsebro.tasks.last_day import begin_by


def approval_headline(
    claim: Claim, decision: Determination, used: GuaranteeInUse | None, language: str
) -> str:
    """Returns the headline in ``da``, ``nb`` or ``en``: as the guarantee says, once it is issued."""
    treatment = claim.question.treatment.type
    values: dict[str, object] = {
        "treatment.type": word_of("treatment.type", treatment, language),
        "crisis": treatment == CRISIS_HELP,
        **_granted(decision, used.guarantee if used else None),
    }
    if treatment in WITHOUT_CLINIC:
        values["settlement"] = "refund"
    name = _sentence_of(used)
    amounts = [*_amounts(claim, used.guarantee, language)] if used else []
    if amounts and values["settlement"] == "direct":
        values["settlement"] = None
    if name == "headline.ended" and used:
        values["sessions"] = used.guarantee.sessions_used
    values |= {**_in_words(treatment, values, language), **_asked_for(claim, values)}
    said = general_sentence(name, values, language)
    if used is None:
        return said
    if name != "headline.approved":
        return " ".join([said, *_asked(claim, used, language)])
    added = _added(used.guarantee, language)
    news = [
        *_booked(claim, used, language),
        *added,
        *_asked(claim, used, language),
        *_rests(claim, used, language),
    ]
    return " ".join([said, *amounts, *news])


def _sentence_of(used: GuaranteeInUse | None) -> str:
    """Returns the name of the sentence for the stage of the guarantee."""
    stage = used.stage if used else "active"
    if stage in ("lapsed", "used"):
        return f"headline.{stage}"
    if used and stage == "expired":
        return "headline.ended" if used.guarantee.sessions_used else "headline.expired"
    return "headline.approved"


def _granted(decision: Determination, guarantee: Guarantee | None) -> dict[str, object]:
    """Returns what is granted, and who is paid: as the guarantee says; until it is issued, a clinic that
    staff named, else as the trail says."""
    paid = (step.facts.get("settlement") for step in decision.trail)
    values: dict[str, object] = {"settlement": next(filter(None, paid), None)}
    first_by = begin_by(decision.trail)
    grant = decision.grant
    if grant and grant.names_a_clinic:
        values["settlement"] = "direct"
    if guarantee:
        values |= {"sessions": guarantee.sessions_granted, "validUntil": guarantee.last_day.isoformat()}
        first_by = guarantee.first_session_by
        if values["settlement"] or guarantee.settlement == "refund":
            values["settlement"] = guarantee.settlement
    elif grant:
        values["sessions"] = grant.sessions
        if grant.valid_until:
            values["validUntil"] = grant.valid_until.isoformat()
    if first_by:
        values["beginBy"] = first_by.isoformat()
    return values


def _in_words(treatment: str, values: Mapping[str, object], language: str) -> dict[str, object]:
    """Returns the number granted in its own unit; nothing of what is counted in none."""
    count = values.get("sessions")
    if not isinstance(count, int) or treatment in WITHOUT_CLINIC - TRIPS:
        return {}
    return {"unit": unit_of(treatment, count), "counted": counted(treatment, count, language)}


def _asked_for(claim: Claim, values: Mapping[str, object]) -> dict[str, object]:
    """Returns how many the claim asks for, when fewer are granted."""
    asked, granted = claim.question.treatment.sessions, values.get("sessions")
    is_part = isinstance(granted, int) and asked is not None and granted < asked
    return {"asked": asked} if is_part else {}


def _amounts(claim: Claim, guarantee: Guarantee, language: str) -> Iterator[str]:
    """Yields what we pay: of a price that is shared or for all of it, and the most that is refunded."""
    values: dict[str, object] = {
        "settlement": guarantee.settlement,
        "mostFor": priced_for(guarantee.treatment, guarantee.fee_for),
    }
    if shared := shared_price(claim, guarantee):
        values |= {"ours": shared.ours.as_json(), "cost": shared.cost.as_json(), "insurer": shared.insurer}
        yield general_sentence("headline.shared", values, language)
    elif guarantee.fee and guarantee.settlement == "refund":
        first = guarantee.price_of("first")
        if first and first != guarantee.session_fee:
            values["mostFirst"] = first.as_json()
        yield general_sentence("headline.most", {**values, "most": guarantee.fee.as_json()}, language)
    elif guarantee.fee and guarantee.fee_for == "whole":
        yield general_sentence("headline.whole", {**values, "most": guarantee.fee.as_json()}, language)


def _asked(claim: Claim, used: GuaranteeInUse, language: str) -> Iterator[str]:
    """Yields that an extension was asked for, and by when it is answered; no grant comes without consent."""
    if used.pending:
        due_on = used.pending.due_on
        values = {
            "askedBy": used.pending.asked_by,
            "settlement": used.guarantee.settlement,
            "dueOn": due_on.isoformat() if due_on else None,
            "rests": claim.consent in WITHOUT_CONSENT,
        }
        yield general_sentence("headline.asked", values, language)


def _added(guarantee: Guarantee, language: str) -> Iterator[str]:
    """Yields what the latest extension added, and when."""
    if guarantee.extensions:
        latest = guarantee.extensions[-1]
        values = {
            "sessions": latest.sessions,
            "settlement": guarantee.settlement,
            "on": local_day(latest.granted_at, guarantee.country).isoformat(),
        }
        yield general_sentence("headline.extended", values, language)


def _rests(claim: Claim, used: GuaranteeInUse, language: str) -> Iterator[str]:
    """Yields that the paper is not handed out while no consent is in force (F4-16)."""
    if claim.consent in WITHOUT_CONSENT:
        consent = general_sentence(f"consent.{claim.consent}", {}, language)
        values = {"consent": consent, "settlement": used.guarantee.settlement}
        yield general_sentence("headline.paper-rests", values, language)


def _booked(claim: Claim, used: GuaranteeInUse, language: str) -> Iterator[str]:
    """Yields how many sessions are booked or held, once there are any, and how many are left: to book, where
    the consents allow it.
    """
    known = used.guarantee
    if used.stage == "finished":
        yield general_sentence("headline.finished", {}, language)
    elif known.sessions_booked and used.pays_the_clinic:
        values = {
            "sessions": known.sessions_granted,
            "used": known.sessions_used,
            "booked": known.sessions_booked - known.sessions_used,
            "free": known.sessions_free,
            "open": claim.consent not in WITHOUT_CONSENT and known.clinic_id not in clinics_closed(claim),
        }
        yield general_sentence(f"headline.{'booked' if used.stage == 'booked' else 'left'}", values, language)
