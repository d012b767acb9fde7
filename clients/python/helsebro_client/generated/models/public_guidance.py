from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.paper_route import PaperRoute


T = TypeVar("T", bound="PublicGuidance")


@_attrs_define
class PublicGuidance:
    """How a person who lives in a country gets the papers that a claim may need.

    Attributes:
        country (str): The country, in two letters.
        papers (list[PaperRoute]): The papers that a health portal has.
    """

    country: str
    papers: list[PaperRoute]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        country = self.country

        papers = []
        for papers_item_data in self.papers:
            papers_item = papers_item_data.to_dict()
            papers.append(papers_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "country": country,
                "papers": papers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.paper_route import PaperRoute  # noqa: PLC0415

        d = dict(src_dict)
        country = d.pop("country")

        papers = []
        _papers = d.pop("papers")
        for papers_item_data in _papers:
            papers_item = PaperRoute.from_dict(papers_item_data)

            papers.append(papers_item)

        public_guidance = cls(
            country=country,
            papers=papers,
        )

        public_guidance.additional_properties = d
        return public_guidance

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
