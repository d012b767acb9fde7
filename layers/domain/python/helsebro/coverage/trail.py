"""Trail: every rule that applied to a question, and the facts that they read (api.md, Coverage).

It is stored without texts: the sentences are made when it is shown (``texts/shown_trail.py``).
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

Effect = Literal["deny", "cap", "wait", "require", "refer", "grant", "note"]
WRITTEN_FOR = "DK"
"""The country that the terms are written for."""
NOT_KNOWN = "notKnown."
"""Stands before the path of a fact that the member does not know; no rule reads it."""
TOLD_BY = "toldBy"
"""The role that told us the facts; with a path behind it, that of one fact. No rule reads it."""
TREATMENT = "treatment.type"
"""The path that every rule of single treatments reads."""
DENIALS: tuple[Effect, ...] = ("deny", "wait")
"""The effects of a rule that denies: a wait denies until its last day."""
COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class Step:
    """An entry of the trail: a rule with its printed clause, and what it found.

    ``facts`` are what the rule computed (``from``, ``until``, ``left``, ``most``), as JSON values; ``reads``
    are the paths of the known facts that it read. ``detail`` is the clause's text of a step that was stored
    when steps still had one.
    """

    rule: str
    clause: str = ""
    effect: Effect = "deny"
    facts: Mapping[str, object] = field(default_factory=dict)
    reads: tuple[str, ...] = ()
    detail: str | None = None

    @property
    def denies(self) -> bool:
        """Whether the rule denies, also when only for a time."""
        return self.effect in DENIALS

    @property
    def sums_up_all_treatments(self) -> bool:
        """Whether it counts what is spent on every treatment of a person, so that it tells of other cases."""
        return "used" in self.facts and TREATMENT not in self.reads

    @property
    def most(self) -> Decimal | None:
        """The cap of a session or treatment in the policy's currency; None for any other rule."""
        most = self.facts.get("most") if self.effect == "cap" else None
        amount = most.get("amount") if isinstance(most, Mapping) else most
        return Decimal(str(amount)) if amount else None


@dataclass(frozen=True)
class Trail:
    """The steps in the order of the terms, and the known facts of the question by path, as JSON values.

    ``product`` is the version whose rules they are; it is empty in a trail stored before it was kept.
    ``home`` is the payer's country, where the terms speak of Denmark.
    """

    steps: tuple[Step, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    product: str = ""
    home: str = WRITTEN_FOR

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    @property
    def denies(self) -> bool:
        """Whether any of its rules denies."""
        return any(step.denies for step in self.steps)

    def as_json(self) -> Any:
        """Returns the form that is stored: deflated, since a refund holds up to fifty trails."""
        if not self.steps:
            return []
        return {"deflated": b64encode(zlib.compress(COMPACT.encode(self._plain()).encode(), 9)).decode()}

    def _plain(self) -> dict[str, object]:
        """Returns the facts once, and what each step read as indexes into their sorted paths."""
        index = {path: place for place, path in enumerate(sorted(self.facts))}
        return {
            "product": self.product,
            **({"home": self.home} if self.home != WRITTEN_FOR else {}),
            "facts": self.facts,
            "steps": [
                [step.rule, step.clause, step.effect, step.facts, [index[path] for path in step.reads]]
                + ([step.detail] if step.detail else [])
                for step in self.steps
            ],
        }

    @classmethod
    def from_json(cls, stored: Any) -> Trail:
        """Returns the trail that was stored; a list holds the entries of a trail stored with its texts."""
        if not isinstance(stored, Mapping):
            return cls(tuple(_entry(entry) for entry in stored or ()))
        plain = json.loads(zlib.decompress(b64decode(stored["deflated"])))
        paths = sorted(plain["facts"])
        steps = (_step(paths, *step) for step in plain["steps"])
        return cls(tuple(steps), plain["facts"], plain["product"], plain.get("home", WRITTEN_FOR))


def merged(trails: Sequence[Trail]) -> Trail:
    """Returns one trail of several: each rule once, as the last of them found it, and the common facts."""
    steps = {step.rule: step for trail in trails for step in trail}
    first, *others = trails or [Trail()]
    facts = {
        path: value
        for path, value in first.facts.items()
        if all(other.facts.get(path) == value for other in others)
    }
    return Trail(tuple(steps.values()), facts, first.product, first.home)


def said_once(steps: Iterable[Step]) -> Iterator[Step]:
    """Yields the steps without those that only miss what an earlier one misses."""
    missed = set[object]()
    for step in steps:
        unknown = step.facts.get("unknown")
        paths = {*unknown} if step.effect == "require" and isinstance(unknown, list | tuple) else set()
        if not paths or not paths <= missed:
            yield step
        missed |= paths


def same_facts(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Returns whether two steps computed the same; amounts were stored as texts before."""
    return _comparable(one) == _comparable(other)


def _comparable(facts: Mapping[str, object]) -> dict[str, object]:
    return {
        name: value.get("amount") if isinstance(value, Mapping) else value
        for name, value in facts.items()
        if value is not None
    }


def _step(
    paths: Sequence[str],
    rule: str,
    clause: str,
    effect: Effect,
    facts: Mapping[str, object],
    reads: Iterable[int],
    detail: str | None = None,
) -> Step:
    return Step(rule, clause, effect, facts, tuple(paths[place] for place in reads), detail)


def _entry(entry: Mapping[str, Any]) -> Step:
    """Returns a step that was stored with its text; one without its effect is a denial."""
    return Step(
        rule=entry["rule"],
        clause=entry.get("clause", ""),
        effect=entry.get("effect", "deny"),
        facts=entry.get("facts") or {},
        detail=entry.get("detail"),
    )
