"""One case of one rule: what its entry in the trail comes to under changed facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from tests.domain.coverage.asking import LEISURE, decided

from helsebro.coverage import Decision

SILENT = ""
"""The rule does not bear, and so has no entry."""

PLAIN: Mapping[str, object] = {}
"""The plain cover as it is."""


class RuleCase(NamedTuple):
    """``effect`` is that of the rule's entry, or ``SILENT``; ``cover`` changes fields of the plain cover.

    A ``cover`` that is ``None`` is that of somebody in no policy.
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
