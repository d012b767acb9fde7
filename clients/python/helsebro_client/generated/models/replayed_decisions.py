from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.replayed_decision import ReplayedDecision


T = TypeVar("T", bound="ReplayedDecisions")


@_attrs_define
class ReplayedDecisions:
    """A page of decisions that were decided again.

    Attributes:
        changed (list[ReplayedDecision]): Those that would change.
        decisions (int): How many decisions the page has, changed or not.
        next_cursor (None | str): The cursor of the next page; null on the last.
    """

    changed: list[ReplayedDecision]
    decisions: int
    next_cursor: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        changed = []
        for changed_item_data in self.changed:
            changed_item = changed_item_data.to_dict()
            changed.append(changed_item)

        decisions = self.decisions

        next_cursor: None | str
        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "changed": changed,
                "decisions": decisions,
                "nextCursor": next_cursor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.replayed_decision import ReplayedDecision  # noqa: PLC0415

        d = dict(src_dict)
        changed = []
        _changed = d.pop("changed")
        for changed_item_data in _changed:
            changed_item = ReplayedDecision.from_dict(changed_item_data)

            changed.append(changed_item)

        decisions = d.pop("decisions")

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("nextCursor"))

        replayed_decisions = cls(
            changed=changed,
            decisions=decisions,
            next_cursor=next_cursor,
        )

        replayed_decisions.additional_properties = d
        return replayed_decisions

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
