from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CaseLinks")


@_attrs_define
class CaseLinks:
    """Where the parts of the case are read, as paths of this API.

    Attributes:
        claim (str): Where the claim with its facts and all its decisions is read.
        complaints (str): Where every complaint is read.
        documents (str): Where the list of papers is read.
        explanation (str): Where what decided, clause by clause, is read.
        messages (str): Where what was written is read.
    """

    claim: str
    complaints: str
    documents: str
    explanation: str
    messages: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        claim = self.claim

        complaints = self.complaints

        documents = self.documents

        explanation = self.explanation

        messages = self.messages

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "claim": claim,
                "complaints": complaints,
                "documents": documents,
                "explanation": explanation,
                "messages": messages,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        claim = d.pop("claim")

        complaints = d.pop("complaints")

        documents = d.pop("documents")

        explanation = d.pop("explanation")

        messages = d.pop("messages")

        case_links = cls(
            claim=claim,
            complaints=complaints,
            documents=documents,
            explanation=explanation,
            messages=messages,
        )

        case_links.additional_properties = d
        return case_links

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
