"""The body of a claim report (api.md, Claims and what belongs to them)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from helsebro.coverage.asked.asked_fact import UNKNOWN
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.asked.fact_paths import without_answer
from helsebro.coverage.question import question_json, vocabulary
from helsebro.coverage.question.faults.contradictions import contradictions
from helsebro.coverage.question.question import Question
from helsebro.errors import BadInput, Fault
from helsebro.ids import DraftId, PersonId
from helsebro_aws.http.bodies import Body, parse
from helsebro_aws.http.fields.short_text import LongText

DRAFT = "draftId"
OF_A_DRAFT = re.compile(r"drf_[0-9a-v]{26}")
QUESTION_FIELDS = ("cause", "condition", "treatment", "evidence", "event")


@dataclass(frozen=True)
class ReadReport:
    """What can be read of a report, and the ``faults`` of its shape.

    ``unknown`` are the paths of the facts of which the reporter answered that they do not know.
    """

    asked: Question
    description: str = field(repr=False)
    person_id: PersonId | None
    faults: tuple[Fault, ...]
    unknown: tuple[str, ...] = ()


def question_of(sent: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the question of cover in a report."""
    return {name: sent[name] for name in QUESTION_FIELDS if name in sent}


def _one_of(values: tuple[str, ...]) -> dict[str, Any]:
    return {"enum": list(values)}


def _with(name: str, values: tuple[str, ...]) -> dict[str, Any]:
    """Returns the schema of a part that the engine's own reader checks."""
    return {"properties": {name: _one_of(values)}}


class ClaimReport(Body):
    """The body of ``POST /v1/claims``; the facts as in a cover simulation."""

    cause: Annotated[str, Field(json_schema_extra=_one_of(vocabulary.CAUSES))]
    condition: Annotated[dict[str, Any], Field(json_schema_extra=_with("category", vocabulary.CATEGORIES))]
    treatment: Annotated[
        dict[str, Any], Field(json_schema_extra=_with("type", vocabulary.TREATMENTS) | {"required": ["type"]})
    ]
    evidence: Annotated[
        dict[str, Any] | None, Field(json_schema_extra=_with("referral", vocabulary.REFERRALS))
    ] = None
    event: Annotated[dict[str, Any] | None, Field(json_schema_extra=_with("kind", vocabulary.EVENTS))] = None
    description: LongText
    person_id: Annotated[PersonId, Field(pattern=r"^per_[a-z2-7]{1,64}$")] | None = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> Sequence[Fault]:
        """Returns the faults that the engine's own reader finds in the question, and its contradictions."""
        asked, faults = question_json.read_with_faults(question_of(sent))
        return [_as_sent(fault, sent) for fault in (*faults, *contradictions(asked))]


class ClaimReportSent(Body):
    """The body as it was sent. ``ClaimReport`` is what it should be."""

    model_config = ConfigDict(extra="allow", frozen=True)

    @property
    def draft_id(self) -> DraftId | None:
        """The draft that the report was written in. Raises ``BadInput`` for what is no id of a draft."""
        named = (self.model_extra or {}).get(DRAFT)
        if named is not None and not (isinstance(named, str) and OF_A_DRAFT.fullmatch(named)):
            raise BadInput([Fault(f"/{DRAFT}", "id-malformed", "drf_")])
        return DraftId(named) if named else None

    @property
    def is_whole(self) -> bool:
        """Whether it holds a report, and not only the draft that is to be sent."""
        return set(self.model_extra or ()) != {DRAFT}

    def read(self) -> ReadReport:
        """Returns what can be read of it. Raises ``BadInput`` when that does not say who is meant."""
        parts = {name: part for name, part in self.model_dump().items() if name != DRAFT}
        sent, unknown = _without_unknown(parts)
        faults: tuple[Fault, ...] = ()
        try:
            parse(ClaimReport, sent)
        except BadInput as bad:
            faults = bad.faults
            if any(fault.pointer == "/personId" for fault in faults):
                raise
        asked, _ = question_json.read_with_faults(question_of(sent))
        return ReadReport(asked, str(sent.get("description")), sent.get("personId"), faults, unknown)


def _as_sent(fault: Fault, sent: Mapping[str, Any]) -> Fault:
    """Returns the fault where its fact stands: what another insurer pays may be the ``sum`` of an object."""
    evidence = sent.get("evidence")
    insurer = evidence.get("otherInsurer") if isinstance(evidence, Mapping) else None
    is_in_object = isinstance(insurer, Mapping) and insurer.get("sum") is not None
    if fault.pointer != "/evidence/otherInsurerPays" or not is_in_object:
        return fault
    return replace(fault, pointer="/evidence/otherInsurer/sum")


def _without_unknown(sent: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Returns the report without the answers of who does not know, and the paths of those."""
    unknown = []
    for path, row in ASKED_FACTS.items():
        rest = without_answer(sent, path, UNKNOWN) if row.may_be_unknown else None
        if rest is not None:
            sent = rest
            unknown.append(path)
    return sent, tuple(unknown)
