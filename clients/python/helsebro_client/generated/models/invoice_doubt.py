from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invoice_doubt_kind import InvoiceDoubtKind, check_invoice_doubt_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.doubtful_place import DoubtfulPlace
    from ..models.money import Money


T = TypeVar("T", bound="InvoiceDoubt")


@_attrs_define
class InvoiceDoubt:
    """What finance judges about an invoice, because no rule can.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        first (list[DoubtfulPlace]): The first doubtful places; the invoice lists all.
        kind (InvoiceDoubtKind): What the document is.
        places (int): The number of all doubtful places.
        number (str | Unset): The clinic's own number.
    """

    amount: Money
    first: list[DoubtfulPlace]
    kind: InvoiceDoubtKind
    places: int
    number: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        first = []
        for first_item_data in self.first:
            first_item = first_item_data.to_dict()
            first.append(first_item)

        kind: str = self.kind

        places = self.places

        number = self.number

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "first": first,
                "kind": kind,
                "places": places,
            }
        )
        if number is not UNSET:
            field_dict["number"] = number

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.doubtful_place import DoubtfulPlace  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        first = []
        _first = d.pop("first")
        for first_item_data in _first:
            first_item = DoubtfulPlace.from_dict(first_item_data)

            first.append(first_item)

        kind = check_invoice_doubt_kind(d.pop("kind"))

        places = d.pop("places")

        number = d.pop("number", UNSET)

        invoice_doubt = cls(
            amount=amount,
            first=first,
            kind=kind,
            places=places,
            number=number,
        )

        invoice_doubt.additional_properties = d
        return invoice_doubt

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
