"""The facts of a claim as its readers see them, with the questions in their language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from helsebro.claims.claim import Claim
from helsebro.claims.facts.agreed_price import PRICE
from helsebro.claims.facts.case_fact import CaseFact
from helsebro.claims.facts.price_meaning import unit_of
from helsebro.claims.facts.required_facts import required_facts
from helsebro.claims.missing_parts import REFERRAL
from helsebro.country_profile import profile
from helsebro.coverage.asked.asked_fact import AskedFact, AskedOf
from helsebro.coverage.asked.asked_facts import ASKED_FACTS, asked_of
from helsebro.coverage.asked.choices_offered import choices_offered, possible_of_a_child
from helsebro.coverage.asked.fact_paths import by_path
from helsebro.coverage.texts.fact_texts import Of, texts_in_case
from helsebro.money import Money
from helsebro_aws.claims.facts.reply_view import reply_shown
from helsebro_aws.coverage.form_field import form_field
from helsebro_aws.dynamodb.record import to_item


def facts_shown(
    claim: Claim, reported: Mapping[str, Any], language: str, of: Of = "self"
) -> list[dict[str, Any]]:
    """Returns the stated, confirmed and asked facts, in the order of the table.

    ``reported`` is the claim's question as it is stored. A fact of it that no one has stated since was stated
    with the report, and confirmed with the approval. ``of`` says whether the reader is the claim's person.
    """
    return [{**row, **_asked(ASKED_FACTS[path], claim, language, of)} for path, row in _rows(claim, reported)]


def asked_shown(
    claim: Claim, reported: Mapping[str, Any], language: str, of: Of = "self"
) -> list[dict[str, Any]]:
    """Returns the asked facts only, for a list of claims."""
    return [
        {**row, **_asked(ASKED_FACTS[path], claim, language, of)}
        for path, row in _rows(claim, reported)
        if row["state"] == "asked"
    ]


def replies_shown(claim: Claim, language: str) -> list[dict[str, Any]]:
    """Returns the answers in words; the question of one to facts only is that of the facts."""
    return [
        {**reply_shown(reply), "question": reply.question or questions_of(reply.facts, claim, language)}
        for reply in claim.replies
    ]


def questions_of(paths: Sequence[str], claim: Claim, language: str) -> str:
    """Returns the questions of these facts, as the member is asked them."""
    home = claim.payer_country
    texts = (texts_in_case(path, _about(claim), language, home) for path in paths)
    return " ".join(text.question_for(unit_of(claim)) for text in texts)


def _about(claim: Claim) -> Mapping[str, object]:
    """Returns what the case is about, which its questions name."""
    asked = claim.question
    return {
        "treatment.type": asked.treatment.type,
        "condition.category": asked.condition.category,
        "event.kind": asked.event.kind,
    }


def _rows(claim: Claim, reported: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    stated = {fact.path: fact for fact in claim.facts}
    asked = {*(fact.path for fact in claim.needed_facts), *claim.asked_again}
    known, weak = by_path(reported), _too_weak(claim)
    for path in ASKED_FACTS:
        value = known.get(path)
        if path in claim.asked_again:
            yield path, {"path": path, "value": None, "state": "asked"}
        elif path in stated:
            shown = _stated(stated[path])
            yield path, {**shown, "state": "asked"} if path in weak else shown
        elif path in asked:
            yield path, {"path": path, "value": None, "state": "asked"}
        elif value is not None:
            yield path, _reported(claim, path, value)
        elif path == PRICE and claim.agreed_price is not None:
            yield path, _agreed(claim, claim.agreed_price)


def _too_weak(claim: Claim) -> frozenset[str]:
    """Returns the referral that the member sent, while the treatment needs another kind of it."""
    needed = any(fact.path == REFERRAL for fact in claim.needed_facts)
    is_there = needed and "referral" in claim.documents_accepted
    return frozenset({REFERRAL}) if is_there else frozenset()


def _stated(fact: CaseFact) -> dict[str, Any]:
    shown: dict[str, Any] = to_item(fact)
    return shown


def _reported(claim: Claim, path: str, value: object) -> dict[str, Any]:
    shown = {
        "path": path,
        "value": value,
        "statedAt": to_item(claim.reported_at),
        "statedBy": claim.reported_by,
    }
    decided = claim.decision if claim.status == "approved" else None
    if decided is None:
        return {**shown, "state": "stated"}
    confirmed = {"confirmedAt": to_item(decided.decided_at), "confirmedBy": decided.by}
    return {**shown, "state": "confirmed", **confirmed}


def _agreed(claim: Claim, price: Money) -> dict[str, Any]:
    """Returns the price of a session that the approval agreed: its role stated and confirmed it at once."""
    shown: dict[str, Any] = {"path": PRICE, "value": to_item(price), "state": "confirmed"}
    decided = claim.decision
    if decided is None:
        return shown
    at = to_item(decided.decided_at)
    return {**shown, "statedAt": at, "statedBy": decided.by, "confirmedAt": at, "confirmedBy": decided.by}


def _who(claim: Claim, path: str) -> AskedOf:
    """Returns who can know a fact; the member, while the staff ask them for it (F4-08)."""
    if path in claim.asked_again:
        return "member"
    stated = next((fact for fact in claim.facts if fact.path == path), None)
    if stated is not None and stated.is_unknown:
        return "staff"
    needed = {fact.path: fact.asked_of for fact in claim.needed_facts}
    return needed.get(path) or asked_of(ASKED_FACTS[path], claim.question)


def _asked(row: AskedFact, claim: Claim, language: str, of: Of) -> dict[str, Any]:
    home = claim.payer_country
    offered = {fact.path: fact.choices for fact in claim.needed_facts}.get(row.path) or choices_offered(row)
    if claim.has_guardian(claim.reported_at):
        offered = possible_of_a_child(row, offered)
    shown = {
        "askedOf": _who(claim, row.path),
        "required": row.path in required_facts(claim),
        **form_field(row, offered, language, home, unit_of(claim), _about(claim), of),
    }
    if row.answer_kind == "amount":
        shown["currency"] = profile(home).currency
    return shown
