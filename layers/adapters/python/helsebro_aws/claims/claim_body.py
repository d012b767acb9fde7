"""The body of a claim report (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Self

from pydantic import Field, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from helsebro.coverage.question import question_json, vocabulary
from helsebro.coverage.question.question import Question
from helsebro.errors import BadInput, Fault
from helsebro.ids import PersonId
from helsebro_aws.http.bodies import Body

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
    description: Annotated[str, Field(min_length=1, max_length=4000)]
    person_id: Annotated[PersonId, Field(pattern=r"^per_[a-z2-7]{1,64}$")] | None = None

    @property
    def asked(self) -> Question:
        """What the person wants covered."""
        return question_json.read(self.model_dump(include=set(QUESTION_FIELDS)))

    @model_validator(mode="wrap")
    @classmethod
    def _every_fault(cls, value: Any, read: ModelWrapValidatorHandler[Self]) -> Self:
        """Raises the faults of the question and of the other fields together."""
        faults = _faults_of_question(value) if isinstance(value, Mapping) else []
        try:
            report = read(value)
        except ValidationError as invalid:
            named = {fault.pointer.split("/")[1] for fault in faults if fault.pointer}
            others = [error for error in invalid.errors() if not error["loc"] or error["loc"][0] not in named]
            details = [
                _detail(error["loc"], error["type"], error["msg"], error.get("ctx")) for error in others
            ]
            raise _validation_error([*details, *map(_detail_of, faults)]) from None
        if faults:
            raise _validation_error(map(_detail_of, faults))
        return report


def _faults_of_question(value: Mapping[str, Any]) -> Iterable[Fault]:
    try:
        question_json.read({name: value[name] for name in QUESTION_FIELDS if name in value})
    except BadInput as bad:
        return bad.faults
    return []


def _detail_of(fault: Fault) -> InitErrorDetails:
    return _detail(tuple(fault.pointer.split("/")[1:]), fault.code, fault.detail)


def _detail(
    location: tuple[int | str, ...], code: str, detail: str, limits: Mapping[str, Any] | None = None
) -> InitErrorDetails:
    error = PydanticCustomError(_as_literal(code), _as_literal(detail), dict(limits or {}))
    return InitErrorDetails(type=error, loc=location, input=None)


def _validation_error(details: Iterable[InitErrorDetails]) -> ValidationError:
    return ValidationError.from_exception_data("ClaimReport", list(details))


def _as_literal(text: str) -> Any:
    """Returns the text as a type that passes for the literal that pydantic asks for."""
    return text
