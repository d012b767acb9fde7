"""A rule: one clause of the terms, compiled from its row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from helsebro.coverage.rules.conditions import CompiledCondition
from helsebro.coverage.rules.finding import Evaluate
from helsebro.coverage.trail import Effect


@dataclass(frozen=True)
class Row:
    """A checked row with compiled conditions and its own parameters as in the file.

    ``papers`` maps the path of each paper that can still arrive to the condition that it has arrived.
    ``defaults`` are the product's policy parameters, which a policy's own override. ``rule`` is its id.
    """

    when: CompiledCondition
    needs: CompiledCondition
    unless: CompiledCondition
    refers: CompiledCondition
    papers: Mapping[str, CompiledCondition]
    parameters: Mapping[str, object]
    defaults: Mapping[str, object]
    rule: str = ""

    def number(self, name: str) -> int | None:
        """Returns a whole number of the row, or ``None``."""
        value = self.parameters.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def text(self, name: str, default: str = "") -> str:
        """Returns a text of the row."""
        value = self.parameters.get(name, default)
        return value if isinstance(value, str) else default

    def names(self, name: str) -> frozenset[str]:
        """Returns a list of names of the row; empty when absent."""
        value = self.parameters.get(name)
        return frozenset(str(item) for item in value) if isinstance(value, list) else frozenset()


@dataclass(frozen=True)
class Kind:
    """One way to evaluate rows: the fields that its rows may have, and those they must have.

    ``build`` builds a row's evaluation; ``effects`` returns those that its findings can have, besides
    ``require`` and the denial of a failed need; ``reads`` are the paths it reads besides those of its
    conditions, ``reads_with`` those that rows with a field read. A row has at least one field of each set in
    ``one_of``, and a key of ``only_with`` only with one of its fields.
    """

    build: Callable[[Row], Evaluate]
    effects: Callable[[Row], frozenset[Effect]]
    fields: Mapping[str, Callable[[object], bool]]
    required: frozenset[str] = frozenset()
    reads: frozenset[str] = frozenset()
    reads_with: Mapping[str, frozenset[str]] = field(default_factory=dict)
    one_of: tuple[frozenset[str], ...] = ()
    only_with: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule ready to be evaluated. ``values`` are those that its conditions compare each path with.

    ``effects`` are those that a finding of it can have and a sentence of its own must say; ``require`` is
    said by a general sentence.

    ``row`` is the checked row, for code that reads it without evaluating it (room, benefits, notices).
    """

    id: str
    clause: str
    kind: str
    effects: frozenset[Effect]
    evaluate: Evaluate
    reads: frozenset[str]
    values: Mapping[str, tuple[object, ...]]
    treatments: frozenset[str] | None
    module: str
    row: Row
