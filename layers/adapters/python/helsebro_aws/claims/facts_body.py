"""The body of facts that a caller states about a case (api.md, Additions of the second round)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from helsebro.claims.facts.case_fact import FactRole
from helsebro.claims.facts.fact_statement import FactStatement
from helsebro.coverage.asked.fact_paths import each_fact
from helsebro.errors import BadInput, Fault
from helsebro.ids import DocumentId
from helsebro_aws.http.bodies import Body, parse
from helsebro_aws.http.fields.short_text import LongText

MOST_AT_ONCE = 50


class StatedFactShape(Body):
    """One fact, by its path in the body of a simulation, and its value."""

    path: Annotated[
        str,
        Field(
            min_length=1,
            max_length=100,
            description="The path of the fact, as `facts` of the claim names it.",
            examples=["evidence.policeReport"],
        ),
    ]
    value: Annotated[
        Any,
        Field(
            description="The answer, of the kind that the fact asks for. Null withdraws what was stated; "
            "`unknown` says that the member does not know, where the fact has an `unknownLabel`.",
            examples=[True],
        ),
    ]


class NewReplyShape(Body):
    """An answer in words to the question of the staff."""

    text: Annotated[LongText, Field(description="The answer.", examples=["The left knee."])]


class StatedFactsShape(Body):
    """Facts of a case, or an answer in words to an open question, or both."""

    facts: Annotated[
        tuple[StatedFactShape, ...],
        Field(max_length=MOST_AT_ONCE, description="The facts. All of them are stored, or none."),
    ] = ()
    answer: Annotated[NewReplyShape | None, Field(description="For an open clarification only.")] = None
    confirmed: Annotated[
        bool, Field(strict=True, description="True when staff have checked the facts. Staff only.")
    ] = False
    document_id: Annotated[
        Annotated[DocumentId, Field(pattern=r"^doc_[a-z2-7]{8,80}$")] | None,
        Field(
            description="The accepted document of the case that proves the facts, with `confirmed`.",
            examples=["doc_a2zt5pxlrqsc3dmkow7vyb4g"],
        ),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, object]) -> list[Fault]:
        """Returns the fault of a body with neither facts nor an answer."""
        if sent.get("facts") or sent.get("answer"):
            return []
        return [Fault("/facts", "missing", "")]


class StatedFactsSent(Body):
    """The body as it was sent: what can be read of it, and its faults beside those that the claim shows.

    ``StatedFactsShape`` is what it should be.
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    def statement(self, by: FactRole, at: datetime) -> FactStatement:
        """Returns what a person with the role ``by`` states."""
        sent = self.model_dump()
        faults: tuple[Fault, ...] = ()
        try:
            parse(StatedFactsShape, sent)
        except BadInput as bad:
            faults = bad.faults
        rows = sent.get("facts")
        read = [
            (place, path, value)
            for place, row in enumerate(rows[:MOST_AT_ONCE] if isinstance(rows, list) else ())
            if isinstance(row, dict) and isinstance(row.get("path"), str) and row["path"] and "value" in row
            for path, value in each_fact(row["path"], row["value"])
        ]
        answer = sent.get("answer")
        can_be_read = not any(fault.pointer == "/documentId" for fault in faults)
        document_id = sent.get("documentId") if can_be_read else None
        text = answer.get("text") if isinstance(answer, dict) else None
        return FactStatement(
            values=tuple((path, value) for _, path, value in read),
            by=by,
            at=at,
            confirmed=sent.get("confirmed") is True,
            document_id=DocumentId(document_id) if document_id else None,
            text=text if isinstance(text, str) else None,
            faults=faults,
            places=tuple(place for place, _, _ in read),
        )
