"""Portion: treatments are granted in portions, and a person grants what comes after the first (Q24)."""

from __future__ import annotations

from helsebro.coverage.question.earlier_treatments import POSSIBLE, SURE, open_course
from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row


def build(row: Row) -> Evaluate:
    """Caps the sessions at what is left of the first portion; then refers, with one more portion at most.

    The sessions given in the network in the open course of the same treatment and condition count. Sessions
    outside the network have their own limit.
    """
    test, name = row.when.test, row.text("parameter")
    default = row.defaults.get(name, 0)
    usual = default if isinstance(default, int) else 0

    def evaluate(situation: Situation) -> Finding | None:
        applies = test(situation.facts)
        if applies is False:
            return None
        value = situation.cover.parameters.get(name, usual)
        size = value if isinstance(value, int) and fields.count(value) else usual
        used, possibly_used = _given(situation, SURE), _given(situation, POSSIBLE)
        left = max(size - used, 0)
        kept = _given(situation, SURE, reserved=True)
        facts = {"unit": "sessions", "limit": size, "used": used - kept, "left": left}
        if kept:
            facts["reserved"] = kept
        if possibly_used < size:
            return Finding("cap", facts, sessions=size - possibly_used)
        if applies is True and left == 0:
            return Finding("refer", facts, sessions=size)
        return unknown((*(() if applies is True else applies), *(("history",) if left else ())))

    return evaluate


def _given(situation: Situation, keys: frozenset[str | None], *, reserved: bool = False) -> int:
    """Returns the sessions of the open course in the network, or only those that are not yet held."""
    given = (past for past in open_course(situation, keys) if past.in_network is not False)
    return sum(past.sessions for past in given if past.reserved or not reserved)


KIND = Kind(
    build,
    lambda _: frozenset({"cap", "refer"}),
    {"parameter": fields.text},
    frozenset({"when", "parameter"}),
    frozenset({"treatment.startsOn"}),
)
