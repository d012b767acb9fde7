from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.claim_guidance_missing_item import (
    ClaimGuidanceMissingItem,
    check_claim_guidance_missing_item,
)

if TYPE_CHECKING:
    from ..models.paper_guidance import PaperGuidance


T = TypeVar("T", bound="ClaimGuidance")


@_attrs_define
class ClaimGuidance:
    """What a claim lacks, and how to get the papers.

    Attributes:
        missing (list[ClaimGuidanceMissingItem]): What the member still has to give.
        papers (list[PaperGuidance]): The papers that a health portal has, those that the claim waits for first.
    """

    missing: list[ClaimGuidanceMissingItem]
    papers: list[PaperGuidance]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        missing = []
        for missing_item_data in self.missing:
            missing_item: str = missing_item_data
            missing.append(missing_item)

        papers = []
        for papers_item_data in self.papers:
            papers_item = papers_item_data.to_dict()
            papers.append(papers_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "missing": missing,
                "papers": papers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.paper_guidance import PaperGuidance  # noqa: PLC0415

        d = dict(src_dict)
        missing = []
        _missing = d.pop("missing")
        for missing_item_data in _missing:
            missing_item = check_claim_guidance_missing_item(missing_item_data)

            missing.append(missing_item)

        papers = []
        _papers = d.pop("papers")
        for papers_item_data in _papers:
            papers_item = PaperGuidance.from_dict(papers_item_data)

            papers.append(papers_item)

        claim_guidance = cls(
            missing=missing,
            papers=papers,
        )

        claim_guidance.additional_properties = d
        return claim_guidance

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
