"""One case of one rule: the effect of its entry in the trail under changed facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from helsebro.coverage.decision import Decision
from tests.builders.domain.asking import AT_WORK, LEISURE, decided

SILENT = ""
"""The rule does not apply, so it has no entry."""

ONLY_LEISURE = ("R-11", "R-301", "R-602", "R-701", "R-762", "R-1305", "R-1307")
"""Extended help and what yields to it, the other cause, and what only leisure requires of the member."""
PLAIN: Mapping[str, object] = {}
"""The plain cover without changes."""


class RuleCase(NamedTuple):
    """``effect`` is that of the rule's entry, or ``SILENT``; ``cover`` changes fields of the plain cover.

    ``cover`` is ``None`` for a person without a policy.
    """

    rule: str
    effect: str
    sentence: str
    changes: Mapping[str, object]
    cover: Mapping[str, object] | None

    def decision(self) -> Decision:
        """The decision under the case's facts."""
        cover = None if self.cover is None else replace(LEISURE, **self.cover)  # type: ignore[arg-type]
        return decided(cover, **self.changes)

    @property
    def applies_at_work(self) -> bool:
        """Whether the work policy has the same clause and the case sets no cause or product."""
        is_plain = self.cover is not None and not self.cover.keys() & {"product", "modules"}
        return is_plain and "cause" not in self.changes and not self.rule.startswith(ONLY_LEISURE)

    def decision_at_work(self) -> Decision:
        """The decision on the same facts with the cause work, under the work policy."""
        cover = replace(LEISURE, **AT_WORK, **(self.cover or PLAIN))  # type: ignore[arg-type]
        return decided(cover, **{**self.changes, "cause": "work"})


def case(
    rule: str,
    effect: str,
    sentence: str,
    cover: Mapping[str, object] | None = PLAIN,
    /,
    **changes: object,
) -> RuleCase:
    """A case on the leisure policy unless it says otherwise."""
    return RuleCase(rule, effect, sentence, changes, cover)
