from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mandate_powers_item import MandatePowersItem, check_mandate_powers_item

if TYPE_CHECKING:
    from ..models.holder import Holder


T = TypeVar("T", bound="Mandate")


@_attrs_define
class Mandate:
    """A mandate in force in a case.

    Attributes:
        given_at (datetime.datetime): When it was given.
        has_access (bool): Whether the holder was named with a national number, and so can log in.
        holder (Holder): Who holds a mandate, as the giver wrote it.
        lapses_on (datetime.date | None): The first day on which it is no longer in force; null without an end.
        mandate_id (str): The id of the mandate.
        powers (list[MandatePowersItem]): What the holder may do. `contact`: read the case and write to us. `act`: also
            upload, book and ask for more.
    """

    given_at: datetime.datetime
    has_access: bool
    holder: Holder
    lapses_on: datetime.date | None
    mandate_id: str
    powers: list[MandatePowersItem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        given_at = self.given_at.isoformat()

        has_access = self.has_access

        holder = self.holder.to_dict()

        lapses_on: None | str
        if isinstance(self.lapses_on, datetime.date):
            lapses_on = self.lapses_on.isoformat()
        else:
            lapses_on = self.lapses_on

        mandate_id = self.mandate_id

        powers = []
        for powers_item_data in self.powers:
            powers_item: str = powers_item_data
            powers.append(powers_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "givenAt": given_at,
                "hasAccess": has_access,
                "holder": holder,
                "lapsesOn": lapses_on,
                "mandateId": mandate_id,
                "powers": powers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.holder import Holder  # noqa: PLC0415

        d = dict(src_dict)
        given_at = datetime.datetime.fromisoformat(d.pop("givenAt"))

        has_access = d.pop("hasAccess")

        holder = Holder.from_dict(d.pop("holder"))

        def _parse_lapses_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lapses_on_type_0 = datetime.date.fromisoformat(data)

                return lapses_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        lapses_on = _parse_lapses_on(d.pop("lapsesOn"))

        mandate_id = d.pop("mandateId")

        powers = []
        _powers = d.pop("powers")
        for powers_item_data in _powers:
            powers_item = check_mandate_powers_item(powers_item_data)

            powers.append(powers_item)

        mandate = cls(
            given_at=given_at,
            has_access=has_access,
            holder=holder,
            lapses_on=lapses_on,
            mandate_id=mandate_id,
            powers=powers,
        )

        mandate.additional_properties = d
        return mandate

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
