"""A rule: one clause of the terms, compiled from its row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from helsebro.coverage.rules.conditions import Condition
from helsebro.coverage.rules.finding import Evaluate


@dataclass(frozen=True)
class Row:
    """A checked row: its conditions compiled, its own parameters as the file has them.

    ``papers``: by the path of each paper that can still come, the condition under which it is there.
    ``defaults`` are the product's policy parameters, over which a policy's own stand.
    """

    when: Condition
    needs: Condition
    unless: Condition
    papers: Mapping[str, Condition]
    parameters: Mapping[str, object]
    defaults: Mapping[str, object]

    def number(self, name: str) -> int | None:
        """A whole number of the row, or ``None``."""
        value = self.parameters.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def text(self, name: str, default: str = "") -> str:
        """A text of the row."""
        value = self.parameters.get(name, default)
        return value if isinstance(value, str) else default

    def names(self, name: str) -> frozenset[str]:
        """A list of names of the row; empty when absent."""
        value = self.parameters.get(name)
        return frozenset(str(one) for one in value) if isinstance(value, list) else frozenset()


@dataclass(frozen=True)
class Kind:
    """One way to evaluate rows: which fields a row of it may have, which of them it must have.

    ``build`` makes a row's evaluation; ``reads`` are the paths it looks at beside those of its conditions.
    Of each set of ``one_of`` a row has at least one, and a field of ``only_with`` only beside one of others.
    """

    build: Callable[[Row], Evaluate]
    fields: Mapping[str, Callable[[object], bool]]
    required: frozenset[str] = frozenset()
    reads: frozenset[str] = frozenset()
    one_of: tuple[frozenset[str], ...] = ()
    only_with: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Rule:
    """A row ready to be asked. ``values`` are those its conditions compare each path with.

    ``row`` is the checked row, for whoever reads it without asking it (room, benefits, notices).
    """

    id: str
    clause: str
    kind: str
    text: Mapping[str, str]
    evaluate: Evaluate
    reads: frozenset[str]
    values: Mapping[str, tuple[object, ...]]
    treatments: frozenset[str] | None
    module: str
    row: Row
