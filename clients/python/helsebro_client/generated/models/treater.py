from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.treater_approvals_item import (
    TreaterApprovalsItem,
    check_treater_approvals_item,
)
from ..models.treater_relation import TreaterRelation, check_treater_relation
from ..types import UNSET, Unset

T = TypeVar("T", bound="Treater")


@_attrs_define
class Treater:
    """The practitioner who treats.

    Attributes:
        approvals (list[TreaterApprovalsItem] | Unset): Approvals of alternative practitioners.
        provider_number (bool | Unset): Whether they have a provider number.
        relation (TreaterRelation | Unset): How they are related to the person.
    """

    approvals: list[TreaterApprovalsItem] | Unset = UNSET
    provider_number: bool | Unset = UNSET
    relation: TreaterRelation | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        approvals: list[str] | Unset = UNSET
        if not isinstance(self.approvals, Unset):
            approvals = []
            for approvals_item_data in self.approvals:
                approvals_item: str = approvals_item_data
                approvals.append(approvals_item)

        provider_number = self.provider_number

        relation: str | Unset = UNSET
        if not isinstance(self.relation, Unset):
            relation = self.relation

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if approvals is not UNSET:
            field_dict["approvals"] = approvals
        if provider_number is not UNSET:
            field_dict["providerNumber"] = provider_number
        if relation is not UNSET:
            field_dict["relation"] = relation

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _approvals = d.pop("approvals", UNSET)
        approvals: list[TreaterApprovalsItem] | Unset = UNSET
        if _approvals is not UNSET:
            approvals = []
            for approvals_item_data in _approvals:
                approvals_item = check_treater_approvals_item(approvals_item_data)

                approvals.append(approvals_item)

        provider_number = d.pop("providerNumber", UNSET)

        _relation = d.pop("relation", UNSET)
        relation: TreaterRelation | Unset
        if isinstance(_relation, Unset):
            relation = UNSET
        else:
            relation = check_treater_relation(_relation)

        treater = cls(
            approvals=approvals,
            provider_number=provider_number,
            relation=relation,
        )

        treater.additional_properties = d
        return treater

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
