from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FiguresTotal")


@_attrs_define
class FiguresTotal:
    """All decisions of these weeks.

    Attributes:
        agreed (int | None): Second looks that found the decision right; null as `approved`.
        approved (int | None): Approvals; null for a count of 1 to 4, and for others that it could be computed from.
        denied (int | None): Denials; null as `approved`.
        found_wrong (int | None): Second looks that found it wrong; null as `approved`.
        overturned (int | None): Denials that a decision of these weeks turned into an approval, under their own clause
            and group; null as `approved`.
    """

    agreed: int | None
    approved: int | None
    denied: int | None
    found_wrong: int | None
    overturned: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        agreed: int | None
        agreed = self.agreed

        approved: int | None
        approved = self.approved

        denied: int | None
        denied = self.denied

        found_wrong: int | None
        found_wrong = self.found_wrong

        overturned: int | None
        overturned = self.overturned

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "agreed": agreed,
                "approved": approved,
                "denied": denied,
                "foundWrong": found_wrong,
                "overturned": overturned,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_agreed(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        agreed = _parse_agreed(d.pop("agreed"))

        def _parse_approved(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        approved = _parse_approved(d.pop("approved"))

        def _parse_denied(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        denied = _parse_denied(d.pop("denied"))

        def _parse_found_wrong(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        found_wrong = _parse_found_wrong(d.pop("foundWrong"))

        def _parse_overturned(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        overturned = _parse_overturned(d.pop("overturned"))

        figures_total = cls(
            agreed=agreed,
            approved=approved,
            denied=denied,
            found_wrong=found_wrong,
            overturned=overturned,
        )

        figures_total.additional_properties = d
        return figures_total

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
