"""Proposal: the engine's answer on the subject of a task, as shown to staff (F1-18, F1-21)."""

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
    """The engine's answer, with texts in ``language``.

    A refund has an answer for each billed treatment; ``answer`` then has the worst outcome of them, every
    rule once and, when every amount is known, their sum.
    """

    answer: Answer
    language: str = ""
    treatments: tuple[BilledAnswer, ...] = ()

    def in_language(self, language: str) -> Proposal:
        """Returns the proposal with its texts in ``da``, ``nb`` or ``en``."""
        if self.language in ("", language):
            return self
        # Most staff read the language it is stored in, so the terms are loaded only for another language.
        from helsebro.coverage.translation import translated

        treatments = tuple(
            replace(treatment, answer=translated(treatment.answer, language)) for treatment in self.treatments
        )
        return Proposal(translated(self.answer, language), language, treatments)

    def as_json(self) -> dict[str, object]:
        """Returns the ``proposal`` of a task (api.md, Staff work)."""
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
                {
                    "on": treatment.on.isoformat(),
                    "type": treatment.type,
                    **answer_json.write(treatment.answer),
                }
                for treatment in self.treatments
            ],
        }

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> Proposal:
        """Returns the proposal that was stored as ``as_json``."""
        treatments = (
            BilledAnswer(date.fromisoformat(treatment["on"]), treatment["type"], answer_json.read(treatment))
            for treatment in shape.get("treatments") or ()
        )
        return cls(answer_json.read(shape), shape.get("language", ""), tuple(treatments))
