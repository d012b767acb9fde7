"""Answers as JSON, as the public contract shows and the tables store them; ``read`` reverses ``write``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from helsebro.coverage.answer import Answer, Flip, Grant, Step
from helsebro.money import Money


def write(answer: Answer) -> dict[str, object]:
    """Returns the answer of ``POST /v1/coverage/simulate``; what is not known is ``None``."""
    return {
        "outcome": answer.outcome,
        "policyNumber": answer.policy_number,
        "product": answer.product,
        "trail": [write_step(step) for step in answer.trail],
        "grant": answer.grant and write_grant(answer.grant),
        "missing": list(answer.missing),
        "coveredFrom": answer.covered_from and answer.covered_from.isoformat(),
        "flips": [write_flip(flip) for flip in answer.flips],
        "amountHangsOn": list(answer.amount_hangs_on),
    }


def write_step(step: Step) -> dict[str, object]:
    """Returns an entry of ``trail``, with its text if it has one."""
    return {
        "rule": step.rule,
        "clause": step.clause,
        "effect": step.effect,
        **({} if step.detail is None else {"detail": step.detail}),
        "facts": dict(step.facts),
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
    }


def write_flip(flip: Flip) -> dict[str, object]:
    """Returns an entry of ``flips``."""
    return {"fact": flip.fact, "value": flip.value, "outcome": flip.outcome}


def read(shape: Mapping[str, Any]) -> Answer:
    """Returns the answer that ``write`` wrote; all but its ``outcome`` may be absent."""
    day, grant = shape.get("coveredFrom"), shape.get("grant")
    return Answer(
        outcome=shape["outcome"],
        trail=read_trail(shape.get("trail") or ()),
        grant=None if grant is None else _read_grant(grant),
        missing=tuple(shape.get("missing") or ()),
        flips=tuple(map(_read_flip, shape.get("flips") or ())),
        covered_from=date.fromisoformat(day) if day else None,
        amount_hangs_on=tuple(shape.get("amountHangsOn") or ()),
        policy_number=shape.get("policyNumber"),
        product=shape.get("product"),
    )


def read_trail(steps: Iterable[Mapping[str, Any]]) -> tuple[Step, ...]:
    """Returns the entries of a ``trail``; an entry stored without its effect is a denial."""
    return tuple(
        Step(
            rule=step["rule"],
            clause=step.get("clause", ""),
            effect=step.get("effect", "deny"),
            facts=step.get("facts") or {},
            detail=step.get("detail"),
        )
        for step in steps
    )


def _read_flip(shape: Mapping[str, Any]) -> Flip:
    return Flip(shape["fact"], shape.get("value"), shape["outcome"])


def _read_grant(shape: Mapping[str, Any]) -> Grant:
    payable, per_session, day = (shape.get(name) for name in ("payable", "perSession", "validUntil"))
    return Grant(
        sessions=shape.get("sessions"),
        hours=shape.get("hours"),
        payable=Money.from_json(payable) if payable else None,
        per_session=Money.from_json(per_session) if per_session else None,
        valid_until=date.fromisoformat(day) if day else None,
        settlement=shape.get("settlement"),
    )
