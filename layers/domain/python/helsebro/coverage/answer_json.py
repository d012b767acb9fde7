"""Answers as JSON, as the tables store them; ``read`` reverses ``write``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from helsebro.coverage.answer import Answer, Flip, Grant
from helsebro.coverage.trail import Trail
from helsebro.money import Money


def write(answer: Answer) -> dict[str, object]:
    """Returns the answer with its trail as it is stored; what is not known is ``None``."""
    return {**write_without_trail(answer), "trail": answer.trail.as_json()}


def write_without_trail(answer: Answer) -> dict[str, object]:
    """Returns what is stored and shown alike: everything but the trail."""
    return {
        "outcome": answer.outcome,
        "policyNumber": answer.policy_number,
        "product": answer.product,
        "grant": answer.grant and write_grant(answer.grant),
        "missing": list(answer.missing),
        "coveredFrom": answer.covered_from and answer.covered_from.isoformat(),
        "flips": [write_flip(flip) for flip in answer.flips],
        "amountHangsOn": list(answer.amount_hangs_on),
    }


def write_grant(grant: Grant) -> dict[str, object]:
    """Returns the ``grant``."""
    return {
        "sessions": grant.sessions,
        "hours": grant.hours,
        "payable": grant.payable and grant.payable.as_json(),
        "perSession": grant.per_session and grant.per_session.as_json(),
        "validUntil": grant.valid_until and grant.valid_until.isoformat(),
        "settlement": grant.settlement,
        "beginBy": grant.begin_by and grant.begin_by.isoformat(),
        **({"firstSession": grant.first_session.as_json()} if grant.first_session else {}),
    }


def write_flip(flip: Flip) -> dict[str, object]:
    """Returns an entry of ``flips``."""
    return {"fact": flip.fact, "value": flip.value, "outcome": flip.outcome}


def read(shape: Mapping[str, Any]) -> Answer:
    """Returns the answer that ``write`` wrote; all but its ``outcome`` may be absent."""
    day, grant = shape.get("coveredFrom"), shape.get("grant")
    return Answer(
        outcome=shape["outcome"],
        trail=Trail.from_json(shape.get("trail")),
        grant=None if grant is None else _read_grant(grant),
        missing=tuple(shape.get("missing") or ()),
        flips=tuple(map(_read_flip, shape.get("flips") or ())),
        covered_from=date.fromisoformat(day) if day else None,
        amount_hangs_on=tuple(shape.get("amountHangsOn") or ()),
        policy_number=shape.get("policyNumber"),
        product=shape.get("product"),
    )


def _read_flip(shape: Mapping[str, Any]) -> Flip:
    return Flip(shape["fact"], shape.get("value"), shape["outcome"])


def _read_grant(shape: Mapping[str, Any]) -> Grant:
    payable, per_session, day = (shape.get(name) for name in ("payable", "perSession", "validUntil"))
    begin_by, first = shape.get("beginBy"), shape.get("firstSession")
    return Grant(
        sessions=shape.get("sessions"),
        hours=shape.get("hours"),
        payable=Money.from_json(payable) if payable else None,
        per_session=Money.from_json(per_session) if per_session else None,
        valid_until=date.fromisoformat(day) if day else None,
        settlement=shape.get("settlement"),
        begin_by=date.fromisoformat(begin_by) if begin_by else None,
        first_session=Money.from_json(first) if first else None,
    )
