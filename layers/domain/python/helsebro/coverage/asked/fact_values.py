"""Values of facts by path: reads them from a question, and writes them into one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helsebro.coverage.asked.fact_paths import OTHER, OTHER_PAYS, body_of, by_path, path_at
from helsebro.coverage.question import question_json
from helsebro.coverage.question.faults.contradictions import contradictions
from helsebro.coverage.question.question import Question
from helsebro.errors import Fault
from helsebro.field_names import snake


def values_in(question: Question, paths: Mapping[str, object]) -> dict[str, object]:
    """Returns the known facts of a question as JSON values, by those of ``paths`` that are known."""
    known = by_path(question_json.write(question))
    return {path: known[path] for path in paths if path in known}


def with_values(question: Question, values: Mapping[str, object]) -> tuple[Question, list[Fault]]:
    """Returns the question with JSON values of facts, and the faults of the values and between them.

    ``None`` removes a fact. Pointers are those of the body of a simulation, where each fact has its own.
    """
    known = {**by_path(question_json.write(question)), **values}
    body = body_of({path: value for path, value in known.items() if value is not None})
    changed, faults = question_json.read_with_faults(body)
    return changed, [_at_its_fact(fault) for fault in (*faults, *contradictions(changed))]


def _at_its_fact(fault: Fault) -> Fault:
    path, rest = path_at(fault.pointer)
    return replace(fault, pointer=pointer_of(path) + rest) if rest or path in (OTHER, OTHER_PAYS) else fault


def pointer_of(path: str) -> str:
    """Returns the pointer of a fact in the body of a simulation."""
    return "/" + path.replace(".", "/")


def with_typed(question: Question, path: str, value: object) -> Question:
    """Returns the question with a fact set to a value of the domain, such as a date."""
    changed: Question = _replaced(question, path.split("."), value)
    return changed


def _replaced(part: Any, names: list[str], value: object) -> Any:
    name = snake(names[0])
    inner = value if len(names) == 1 else _replaced(getattr(part, name), names[1:], value)
    return replace(part, **{name: inner})
