from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="Balance")


@_attrs_define
class Balance:
    """Where the money of a guarantee stands, in one currency; each is a sum of entries.

    Attributes:
        approved (Money): An amount of 0 or more, with at most two decimals.
        granted (Money): An amount of 0 or more, with at most two decimals.
        invoiced (Money): An amount of 0 or more, with at most two decimals.
        paid (Money): An amount of 0 or more, with at most two decimals.
        refunded (Money): An amount of 0 or more, with at most two decimals.
        reserved (Money): An amount of 0 or more, with at most two decimals.
        returned (Money): An amount of 0 or more, with at most two decimals.
        sessions (Money): An amount of 0 or more, with at most two decimals.
        under_way (Money): An amount of 0 or more, with at most two decimals.
    """

    approved: Money
    granted: Money
    invoiced: Money
    paid: Money
    refunded: Money
    reserved: Money
    returned: Money
    sessions: Money
    under_way: Money
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        approved = self.approved.to_dict()

        granted = self.granted.to_dict()

        invoiced = self.invoiced.to_dict()

        paid = self.paid.to_dict()

        refunded = self.refunded.to_dict()

        reserved = self.reserved.to_dict()

        returned = self.returned.to_dict()

        sessions = self.sessions.to_dict()

        under_way = self.under_way.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "approved": approved,
                "granted": granted,
                "invoiced": invoiced,
                "paid": paid,
                "refunded": refunded,
                "reserved": reserved,
                "returned": returned,
                "sessions": sessions,
                "underWay": under_way,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        approved = Money.from_dict(d.pop("approved"))

        granted = Money.from_dict(d.pop("granted"))

        invoiced = Money.from_dict(d.pop("invoiced"))

        paid = Money.from_dict(d.pop("paid"))

        refunded = Money.from_dict(d.pop("refunded"))

        reserved = Money.from_dict(d.pop("reserved"))

        returned = Money.from_dict(d.pop("returned"))

        sessions = Money.from_dict(d.pop("sessions"))

        under_way = Money.from_dict(d.pop("underWay"))

        balance = cls(
            approved=approved,
            granted=granted,
            invoiced=invoiced,
            paid=paid,
            refunded=refunded,
            reserved=reserved,
            returned=returned,
            sessions=sessions,
            under_way=under_way,
        )

        balance.additional_properties = d
        return balance

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
