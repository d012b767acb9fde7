from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PractitionerChanged")


@_attrs_define
class PractitionerChanged:
    """What a practitioner takes now; what is absent stays.

    Attributes:
        practitioner_key (str): The clinic's own key of the practitioner.
        crisis_help (bool | None | Unset): Whether they give crisis help.
        insurance_clients (bool | None | Unset): Whether they take insurance clients.
        weekly_capacity (int | None | Unset): How many insurance clients they take a week.
    """

    practitioner_key: str
    crisis_help: bool | None | Unset = UNSET
    insurance_clients: bool | None | Unset = UNSET
    weekly_capacity: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        practitioner_key = self.practitioner_key

        crisis_help: bool | None | Unset
        if isinstance(self.crisis_help, Unset):
            crisis_help = UNSET
        else:
            crisis_help = self.crisis_help

        insurance_clients: bool | None | Unset
        if isinstance(self.insurance_clients, Unset):
            insurance_clients = UNSET
        else:
            insurance_clients = self.insurance_clients

        weekly_capacity: int | None | Unset
        if isinstance(self.weekly_capacity, Unset):
            weekly_capacity = UNSET
        else:
            weekly_capacity = self.weekly_capacity

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "practitionerKey": practitioner_key,
            }
        )
        if crisis_help is not UNSET:
            field_dict["crisisHelp"] = crisis_help
        if insurance_clients is not UNSET:
            field_dict["insuranceClients"] = insurance_clients
        if weekly_capacity is not UNSET:
            field_dict["weeklyCapacity"] = weekly_capacity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        practitioner_key = d.pop("practitionerKey")

        def _parse_crisis_help(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        crisis_help = _parse_crisis_help(d.pop("crisisHelp", UNSET))

        def _parse_insurance_clients(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        insurance_clients = _parse_insurance_clients(d.pop("insuranceClients", UNSET))

        def _parse_weekly_capacity(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        weekly_capacity = _parse_weekly_capacity(d.pop("weeklyCapacity", UNSET))

        practitioner_changed = cls(
            practitioner_key=practitioner_key,
            crisis_help=crisis_help,
            insurance_clients=insurance_clients,
            weekly_capacity=weekly_capacity,
        )

        practitioner_changed.additional_properties = d
        return practitioner_changed

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
