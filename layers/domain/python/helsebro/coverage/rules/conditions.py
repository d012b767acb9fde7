"""Conditions of the terms, compiled once: true, false, or the paths of the facts that are unknown.

A condition is a mapping of which every entry must hold:

``"treatment.type": ["surgery", "stay"]``  one of these (for a set: any of these)
``"treatment.inNetwork": false``           exactly this
``"treatment.country": {"not": ["GL"]}``   none of these
``"treatment.bmi": {"above": 30}``         strictly above; also ``below``, ``atLeast``, ``atMost``
``"condition.arisenOn": {"before": "cover.start"}``  against another fact; also ``after``, ``same``
``"any": [condition, …]``, ``"all": [condition, …]``, ``"not": condition``
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

from helsebro.coverage.question.facts import ASKED_AS, PATHS, SETS, Facts
from helsebro.coverage.rules.mistake import Mistake, refused

Truth = bool | tuple[str, ...]
"""True, false, or unknown: the paths of the facts that would decide it."""
Test = Callable[[Facts], Truth]

Compare = Callable[..., bool]
AGAINST_NUMBER: dict[str, Compare] = {
    "above": operator.gt,
    "below": operator.lt,
    "atLeast": operator.ge,
    "atMost": operator.le,
}
STARTS = "treatment.startsOn"
AGAINST_FACT: dict[str, Compare] = {"before": operator.lt, "after": operator.gt, "same": operator.eq}


class BadCondition(ValueError):
    """A condition of the terms that cannot be read; ``mistake`` says why."""

    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake
        super().__init__(str(mistake))


class CompiledCondition(NamedTuple):
    """A compiled condition, the paths it reads, and the values it compares each of them with."""

    test: Test
    reads: frozenset[str]
    values: Mapping[str, tuple[object, ...]]


def always(_facts: Facts) -> Truth:
    """Returns True: the empty condition."""
    return True


def compile_condition(spec: object) -> CompiledCondition:
    """Compiles a condition. Raises ``BadCondition`` for an unknown path, value or comparison."""
    if not isinstance(spec, Mapping):
        raise BadCondition(Mistake("terms-not-an-object"))
    parts = [_entry(str(path), operand) for path, operand in spec.items()]
    if len(parts) == 1:
        return parts[0]
    return CompiledCondition(_all([part.test for part in parts]), *joined(parts))


def joined(parts: list[CompiledCondition]) -> tuple[frozenset[str], dict[str, tuple[object, ...]]]:
    """Returns the paths that several conditions read, and the values they compare each with."""
    values: dict[str, tuple[object, ...]] = {}
    for part in parts:
        for path, found in part.values.items():
            values[path] = values.get(path, ()) + tuple(found)
    return frozenset[str]().union(*(part.reads for part in parts)), values


def _entry(path: str, operand: object) -> CompiledCondition:
    if path in ("any", "all"):
        if not isinstance(operand, list) or not operand:
            raise BadCondition(Mistake("terms-conditions-missing", path))
        parts = [compile_condition(part) for part in operand]
        combine = _any if path == "any" else _all
        return CompiledCondition(combine([part.test for part in parts]), *joined(parts))
    if path == "not":
        inner = compile_condition(operand)
        return inner._replace(test=_opposite(inner.test))
    if path not in PATHS:
        raise BadCondition(Mistake("terms-fact-unknown", path))
    if isinstance(operand, Mapping):
        return _comparison(path, operand)
    return _membership(path, operand if isinstance(operand, list) else [operand])


def _membership(path: str, operands: list[object]) -> CompiledCondition:
    for operand in operands:
        if not _fits(path, operand):
            raise BadCondition(refused({path: operand}))
    wanted = frozenset(operands)
    unknown = (ASKED_AS.get(path, path),)

    def of_set(facts: Facts) -> Truth:
        value = cast("frozenset[object] | None", facts[path])
        return unknown if value is None else not wanted.isdisjoint(value)

    def of_one(facts: Facts) -> Truth:
        value = facts[path]
        return unknown if value is None else value in wanted

    return CompiledCondition(of_set if path in SETS else of_one, frozenset({path}), {path: tuple(operands)})


def _comparison(path: str, operand: Mapping[str, object]) -> CompiledCondition:
    if len(operand) != 1:
        raise BadCondition(Mistake("terms-comparison-refused", path))
    ((name, other),) = operand.items()
    if name == "not":
        inner = _membership(path, other if isinstance(other, list) else [other])
        return inner._replace(test=_opposite(inner.test))
    if name in AGAINST_FACT:
        if not isinstance(other, str) or PATHS.get(other) != PATHS[path]:
            raise BadCondition(Mistake("terms-comparison-refused", path))
        return CompiledCondition(_against_fact(path, AGAINST_FACT[name], other), frozenset({path, other}), {})
    if name in AGAINST_NUMBER and PATHS[path] == ("number",) and isinstance(other, int | float):
        compare, unknown = AGAINST_NUMBER[name], (ASKED_AS.get(path, path),)
        nearest = other + 1 if name == "above" else other

        def test(facts: Facts) -> Truth:
            value = facts[path]
            return unknown if value is None else compare(value, other)

        return CompiledCondition(test, frozenset({path}), {path: (nearest,)})
    raise BadCondition(Mistake("terms-comparison-refused", path))


def _against_fact(path: str, compare: Callable[..., bool], other: str) -> Test:
    def test(facts: Facts) -> Truth:
        value, against = facts[path], facts[other]
        if value is None and path == STARTS:
            # A treatment without a day is not agreed yet: it begins on the day of the decision or later.
            value = facts["decision.asOf"]
        if value is None or against is None:
            return tuple(ASKED_AS.get(name, name) for name in (path, other) if facts[name] is None)
        return compare(value, against)

    return test


def _fits(path: str, operand: object) -> bool:
    sort = PATHS[path]
    if sort == ("flag",):
        return isinstance(operand, bool)
    if sort == ("country",):
        return isinstance(operand, str) and len(operand) == 2
    return len(sort) > 1 and operand in sort


def _all(tests: list[Test]) -> Test:
    return _settled_by(False, tests) if tests else always


def _any(tests: list[Test]) -> Test:
    return _settled_by(True, tests)


def _settled_by(decisive: bool, tests: list[Test]) -> Test:
    """One decisive result is enough; otherwise unknown facts stay unknown, else the opposite holds."""

    def test(facts: Facts) -> Truth:
        unknown: tuple[str, ...] = ()
        for part in tests:
            truth = part(facts)
            if truth is decisive:
                return decisive
            if not isinstance(truth, bool):
                unknown += truth
        return unknown or not decisive

    return test


def _opposite(inner: Test) -> Test:
    def test(facts: Facts) -> Truth:
        truth = inner(facts)
        return not truth if isinstance(truth, bool) else truth

    return test
