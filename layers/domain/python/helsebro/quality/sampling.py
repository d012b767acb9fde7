"""Sampling (stikprøve): how many of a payer's decisions quality looks at a second time, and which.

Whether a decision is drawn follows from the id of its task alone: it is the same however often its step runs
(promise 4), and neither who decides nor when can choose it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from helsebro.ids import TaskId

ALL = 100


@dataclass(frozen=True)
class RuleShare:
    """``percent`` of the decisions that a rule bears on, such as ``R-832``."""

    rule: str
    percent: int


@dataclass(frozen=True)
class Sampling:
    """``percent`` of all decisions of a payer, and more of those that a rule of ``of_rules`` bears on.

    ``version`` counts its changes; 1 is that of a payer who has set nothing, and looks at nothing again.
    """

    payer: str
    percent: int = 0
    of_rules: tuple[RuleShare, ...] = ()
    version: int = 1

    def draws(self, task_id: TaskId, rules: Collection[str]) -> bool:
        """Returns whether the decision of a task, on which these rules bore, is looked at again."""
        shares = (each.percent for each in self.of_rules if each.rule in rules)
        return place_of(task_id) < max((self.percent, *shares))


def place_of(task_id: TaskId) -> int:
    """Returns the place of a decision among 100, from 0: a share of n percent draws the first n places."""
    return int.from_bytes(hashlib.sha256(f"second-look:{task_id}".encode()).digest()) % ALL
