from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.case_links import CaseLinks
    from ..models.complaint import Complaint
    from ..models.determination import Determination


T = TypeVar("T", bound="TaskComplaint")


@_attrs_define
class TaskComplaint:
    """A complaint, the denial that it is about, and the steps before.

    Attributes:
        denial (Determination | None): The denial, as it was made; null once it is removed.
        earlier (list[Complaint]): The complaints at the steps before, first step first.
        links (CaseLinks): Where the parts of the case are read, as paths of this API.
        made (Complaint): A complaint about the denial of a claim, and what was answered.
    """

    denial: Determination | None
    earlier: list[Complaint]
    links: CaseLinks
    made: Complaint
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.determination import Determination  # noqa: PLC0415

        denial: dict[str, Any] | None
        if isinstance(self.denial, Determination):
            denial = self.denial.to_dict()
        else:
            denial = self.denial

        earlier = []
        for earlier_item_data in self.earlier:
            earlier_item = earlier_item_data.to_dict()
            earlier.append(earlier_item)

        links = self.links.to_dict()

        made = self.made.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "denial": denial,
                "earlier": earlier,
                "links": links,
                "made": made,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.case_links import CaseLinks  # noqa: PLC0415
        from ..models.complaint import Complaint  # noqa: PLC0415
        from ..models.determination import Determination  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_denial(data: object) -> Determination | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                denial_type_0 = Determination.from_dict(data)

                return denial_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Determination | None, data)

        denial = _parse_denial(d.pop("denial"))

        earlier = []
        _earlier = d.pop("earlier")
        for earlier_item_data in _earlier:
            earlier_item = Complaint.from_dict(earlier_item_data)

            earlier.append(earlier_item)

        links = CaseLinks.from_dict(d.pop("links"))

        made = Complaint.from_dict(d.pop("made"))

        task_complaint = cls(
            denial=denial,
            earlier=earlier,
            links=links,
            made=made,
        )

        task_complaint.additional_properties = d
        return task_complaint

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
