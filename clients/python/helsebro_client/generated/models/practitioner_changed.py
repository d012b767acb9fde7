from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.practice_address import PracticeAddress
    from ..models.practitioner_address import PractitionerAddress


T = TypeVar("T", bound="PractitionerChanged")


@_attrs_define
class PractitionerChanged:
    """What a practitioner takes now; what is absent stays. A pause or a capacity that is null ends.

    Attributes:
        practitioner_key (str): The clinic's own key of the practitioner.
        address (PractitionerAddress | Unset): Where the practitioner treats.
        addresses (list[PracticeAddress] | Unset): All addresses beside it from now on; an empty list removes them.
        crisis_help (bool | Unset): Whether they give crisis help.
        insurance_clients (bool | Unset): Whether they take insurance clients.
        paused_from (datetime.date | None | Unset): The first day of a pause; null for no pause.
        paused_until (datetime.date | None | Unset): The last day of the pause; null until further notice.
        weekly_capacity (int | None | Unset): How many insurance clients they take a week; null for no limit.
    """

    practitioner_key: str
    address: PractitionerAddress | Unset = UNSET
    addresses: list[PracticeAddress] | Unset = UNSET
    crisis_help: bool | Unset = UNSET
    insurance_clients: bool | Unset = UNSET
    paused_from: datetime.date | None | Unset = UNSET
    paused_until: datetime.date | None | Unset = UNSET
    weekly_capacity: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        practitioner_key = self.practitioner_key

        address: dict[str, Any] | Unset = UNSET
        if not isinstance(self.address, Unset):
            address = self.address.to_dict()

        addresses: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.addresses, Unset):
            addresses = []
            for addresses_item_data in self.addresses:
                addresses_item = addresses_item_data.to_dict()
                addresses.append(addresses_item)

        crisis_help = self.crisis_help

        insurance_clients = self.insurance_clients

        paused_from: None | str | Unset
        if isinstance(self.paused_from, Unset):
            paused_from = UNSET
        elif isinstance(self.paused_from, datetime.date):
            paused_from = self.paused_from.isoformat()
        else:
            paused_from = self.paused_from

        paused_until: None | str | Unset
        if isinstance(self.paused_until, Unset):
            paused_until = UNSET
        elif isinstance(self.paused_until, datetime.date):
            paused_until = self.paused_until.isoformat()
        else:
            paused_until = self.paused_until

        weekly_capacity: int | None | Unset
        if isinstance(self.weekly_capacity, Unset):
            weekly_capacity = UNSET
        else:
            weekly_capacity = self.weekly_capacity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "practitionerKey": practitioner_key,
            }
        )
        if address is not UNSET:
            field_dict["address"] = address
        if addresses is not UNSET:
            field_dict["addresses"] = addresses
        if crisis_help is not UNSET:
            field_dict["crisisHelp"] = crisis_help
        if insurance_clients is not UNSET:
            field_dict["insuranceClients"] = insurance_clients
        if paused_from is not UNSET:
            field_dict["pausedFrom"] = paused_from
        if paused_until is not UNSET:
            field_dict["pausedUntil"] = paused_until
        if weekly_capacity is not UNSET:
            field_dict["weeklyCapacity"] = weekly_capacity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.practice_address import PracticeAddress  # noqa: PLC0415
        from ..models.practitioner_address import PractitionerAddress  # noqa: PLC0415

        d = dict(src_dict)
        practitioner_key = d.pop("practitionerKey")

        _address = d.pop("address", UNSET)
        address: PractitionerAddress | Unset
        if isinstance(_address, Unset):
            address = UNSET
        else:
            address = PractitionerAddress.from_dict(_address)

        _addresses = d.pop("addresses", UNSET)
        addresses: list[PracticeAddress] | Unset = UNSET
        if _addresses is not UNSET:
            addresses = []
            for addresses_item_data in _addresses:
                addresses_item = PracticeAddress.from_dict(addresses_item_data)

                addresses.append(addresses_item)

        crisis_help = d.pop("crisisHelp", UNSET)

        insurance_clients = d.pop("insuranceClients", UNSET)

        def _parse_paused_from(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paused_from_type_0 = datetime.date.fromisoformat(data)

                return paused_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        paused_from = _parse_paused_from(d.pop("pausedFrom", UNSET))

        def _parse_paused_until(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paused_until_type_0 = datetime.date.fromisoformat(data)

                return paused_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        paused_until = _parse_paused_until(d.pop("pausedUntil", UNSET))

        def _parse_weekly_capacity(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        weekly_capacity = _parse_weekly_capacity(d.pop("weeklyCapacity", UNSET))

        practitioner_changed = cls(
            practitioner_key=practitioner_key,
            address=address,
            addresses=addresses,
            crisis_help=crisis_help,
            insurance_clients=insurance_clients,
            paused_from=paused_from,
            paused_until=paused_until,
            weekly_capacity=weekly_capacity,
        )

        return practitioner_changed
