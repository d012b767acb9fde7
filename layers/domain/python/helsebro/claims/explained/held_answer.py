"""Held answer: a decision as the holder of a mandate may know it (F4-16).

A sum over all treatments of a person tells of other cases, and so do the day on which it is full again and
the changes that would fit into what is left of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

if TYPE_CHECKING:
    from helsebro.coverage.answer import Flip
    from helsebro.coverage.texts.person_of_address import PersonOfAddress
    from helsebro.coverage.trail import Trail


class KeptAnswer(Protocol):
    """What is kept of an answer of the engine, in a dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def trail(self) -> Trail:
        """The rules that bore on it."""

    @property
    def flips(self) -> Sequence[Flip] | None:
        """The single facts that would give a better outcome."""

    @property
    def covered_from(self) -> date | None:
        """The first day on which waiting alone makes it covered."""


AnyAnswer = TypeVar("AnyAnswer", bound=KeptAnswer)


def held_answer(answer: AnyAnswer, reader: PersonOfAddress) -> AnyAnswer:
    """Returns the answer as its reader may know it; it stays as it is for anyone but the holder."""
    if reader != "holder" or not any(step.sums_up_all_treatments for step in answer.trail):
        return answer
    steps = (replace(step, facts={}) if step.sums_up_all_treatments else step for step in answer.trail)
    bare = replace(answer.trail, steps=tuple(steps))
    denies = any(step.denies and step.sums_up_all_treatments for step in answer.trail)
    hidden: dict[str, Any] = {"flips": answer.flips and (), "covered_from": None} if denies else {}
    return replace(answer, trail=bare, **hidden)
