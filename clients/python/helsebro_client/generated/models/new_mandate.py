from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.new_mandate_powers_item import (
    NewMandatePowersItem,
    check_new_mandate_powers_item,
)

if TYPE_CHECKING:
    from ..models.new_holder import NewHolder


T = TypeVar("T", bound="NewMandate")


@_attrs_define
class NewMandate:
    """A mandate to give: to whom, and what the holder may do.

    Attributes:
        holder (NewHolder): Who is to hold the mandate; a holder without a national number has no access to the
            platform.
        powers (list[NewMandatePowersItem]): `contact`: may read the case and write to us. `act`: may also upload, book
            and ask for more. Each at most once.
    """

    holder: NewHolder
    powers: list[NewMandatePowersItem]

    def to_dict(self) -> dict[str, Any]:
        holder = self.holder.to_dict()

        powers = []
        for powers_item_data in self.powers:
            powers_item: str = powers_item_data
            powers.append(powers_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "holder": holder,
                "powers": powers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_holder import NewHolder  # noqa: PLC0415

        d = dict(src_dict)
        holder = NewHolder.from_dict(d.pop("holder"))

        powers = []
        _powers = d.pop("powers")
        for powers_item_data in _powers:
            powers_item = check_new_mandate_powers_item(powers_item_data)

            powers.append(powers_item)

        new_mandate = cls(
            holder=holder,
            powers=powers,
        )

        return new_mandate
