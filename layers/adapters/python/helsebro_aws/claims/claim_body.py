"""The body of a claim report (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from helsebro.coverage.question import question_json, vocabulary
from helsebro.coverage.question.question import Question
from helsebro.errors import BadInput, Fault
from helsebro.ids import PersonId
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.short_text import LongText

QUESTION_FIELDS = ("cause", "condition", "treatment", "event")


def _one_of(values: tuple[str, ...]) -> dict[str, Any]:
    return {"enum": list(values)}


def _with(name: str, values: tuple[str, ...]) -> dict[str, Any]:
    """Returns the schema of a part that the engine's own reader checks."""
    return {"properties": {name: _one_of(values)}}


class ClaimReport(Body):
    """The body of ``POST /v1/claims``; cause, condition, treatment and event as in a cover simulation."""

    cause: Annotated[str, Field(json_schema_extra=_one_of(vocabulary.CAUSES))]
    condition: Annotated[dict[str, Any], Field(json_schema_extra=_with("category", vocabulary.CATEGORIES))]
    treatment: Annotated[
        dict[str, Any], Field(json_schema_extra=_with("type", vocabulary.TREATMENTS) | {"required": ["type"]})
    ]
    event: Annotated[dict[str, Any] | None, Field(json_schema_extra=_with("kind", vocabulary.EVENTS))] = None
    description: LongText
    person_id: Annotated[PersonId, Field(pattern=r"^per_[a-z2-7]{1,64}$")] | None = None

    @property
    def asked(self) -> Question:
        """What the person wants covered."""
        return question_json.read(self.model_dump(include=set(QUESTION_FIELDS)))

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> Sequence[Fault]:
        """Returns the faults that the engine's own reader finds in the question."""
        try:
            question_json.read({name: sent[name] for name in QUESTION_FIELDS if name in sent})
        except BadInput as bad:
            return bad.faults
        return ()
