"""Proposal: what the engine says of what a task is about, as staff are shown it (F1-18, F1-21)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from helsebro.coverage import answer_json
from helsebro.coverage.answer import Answer


@dataclass(frozen=True)
class BilledAnswer:
    """The answer on one treatment of a member's bill."""

    on: date
    type: str
    answer: Answer


@dataclass(frozen=True)
class Proposal:
    """The engine's answer, its texts in ``language``.

    Of a refund there is an answer for each treatment billed; ``answer`` then has the worst outcome of
    them, every rule once and, where every amount is known, their sum.
    """

    answer: Answer
    language: str = ""
    treatments: tuple[BilledAnswer, ...] = ()

    def in_language(self, language: str) -> Proposal:
        """The proposal with its texts in ``da``, ``nb`` or ``en``."""
        if self.language in ("", language):
            return self
        # Most staff read the language it was stored in: the terms are loaded for who reads another.
        from helsebro.coverage.translation import translated

        treatments = (replace(one, answer=translated(one.answer, language)) for one in self.treatments)
        return Proposal(translated(self.answer, language), language, tuple(treatments))

    def as_json(self) -> dict[str, object]:
        """The ``proposal`` of a task (api.md, Staff work)."""
        answer = answer_json.write(self.answer)
        if not self.treatments:
            return {**answer, "language": self.language}
        grant = self.answer.grant
        return {
            "outcome": answer["outcome"],
            "policyNumber": answer["policyNumber"],
            "product": answer["product"],
            "language": self.language,
            "trail": answer["trail"],
            "grant": {"payable": grant.payable.as_json() if grant and grant.payable else None},
            "treatments": [
                {"on": one.on.isoformat(), "type": one.type, **answer_json.write(one.answer)}
                for one in self.treatments
            ],
        }

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> Proposal:
        """The proposal of a stored ``as_json``."""
        treatments = (
            BilledAnswer(date.fromisoformat(one["on"]), one["type"], answer_json.read(one))
            for one in shape.get("treatments") or ()
        )
        return cls(answer_json.read(shape), shape.get("language", ""), tuple(treatments))
