from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_reply import NewReply
    from ..models.stated_fact import StatedFact


T = TypeVar("T", bound="StatedFacts")


@_attrs_define
class StatedFacts:
    """Facts of a case, or an answer in words to an open question, or both.

    Attributes:
        answer (NewReply | None | Unset): For an open clarification only.
        confirmed (bool | Unset): True when staff have checked the facts. Staff only. Default: False.
        document_id (None | str | Unset): The accepted document of the case that proves the facts, with `confirmed`.
        facts (list[StatedFact] | Unset): The facts. All of them are stored, or none.
    """

    answer: NewReply | None | Unset = UNSET
    confirmed: bool | Unset = False
    document_id: None | str | Unset = UNSET
    facts: list[StatedFact] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.new_reply import NewReply  # noqa: PLC0415

        answer: dict[str, Any] | None | Unset
        if isinstance(self.answer, Unset):
            answer = UNSET
        elif isinstance(self.answer, NewReply):
            answer = self.answer.to_dict()
        else:
            answer = self.answer

        confirmed = self.confirmed

        document_id: None | str | Unset
        if isinstance(self.document_id, Unset):
            document_id = UNSET
        else:
            document_id = self.document_id

        facts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.facts, Unset):
            facts = []
            for facts_item_data in self.facts:
                facts_item = facts_item_data.to_dict()
                facts.append(facts_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if answer is not UNSET:
            field_dict["answer"] = answer
        if confirmed is not UNSET:
            field_dict["confirmed"] = confirmed
        if document_id is not UNSET:
            field_dict["documentId"] = document_id
        if facts is not UNSET:
            field_dict["facts"] = facts

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_reply import NewReply  # noqa: PLC0415
        from ..models.stated_fact import StatedFact  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_answer(data: object) -> NewReply | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                answer_type_0 = NewReply.from_dict(data)

                return answer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewReply | None | Unset, data)

        answer = _parse_answer(d.pop("answer", UNSET))

        confirmed = d.pop("confirmed", UNSET)

        def _parse_document_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        document_id = _parse_document_id(d.pop("documentId", UNSET))

        _facts = d.pop("facts", UNSET)
        facts: list[StatedFact] | Unset = UNSET
        if _facts is not UNSET:
            facts = []
            for facts_item_data in _facts:
                facts_item = StatedFact.from_dict(facts_item_data)

                facts.append(facts_item)

        stated_facts = cls(
            answer=answer,
            confirmed=confirmed,
            document_id=document_id,
            facts=facts,
        )

        return stated_facts
