from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.statement_sum_currency import (
    StatementSumCurrency,
    check_statement_sum_currency,
)

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="StatementSum")


@_attrs_define
class StatementSum:
    """The sums of a statement in one currency; two currencies are never added.

    Attributes:
        credited (Money): An amount of 0 or more, with at most two decimals.
        currency (StatementSumCurrency): The currency.
        kept (Money): An amount of 0 or more, with at most two decimals.
        paid (Money): An amount of 0 or more, with at most two decimals.
        rejected (Money): An amount of 0 or more, with at most two decimals.
        returned (Money): An amount of 0 or more, with at most two decimals.
        written_off (Money): An amount of 0 or more, with at most two decimals.
    """

    credited: Money
    currency: StatementSumCurrency
    kept: Money
    paid: Money
    rejected: Money
    returned: Money
    written_off: Money
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        credited = self.credited.to_dict()

        currency: str = self.currency

        kept = self.kept.to_dict()

        paid = self.paid.to_dict()

        rejected = self.rejected.to_dict()

        returned = self.returned.to_dict()

        written_off = self.written_off.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "credited": credited,
                "currency": currency,
                "kept": kept,
                "paid": paid,
                "rejected": rejected,
                "returned": returned,
                "writtenOff": written_off,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        credited = Money.from_dict(d.pop("credited"))

        currency = check_statement_sum_currency(d.pop("currency"))

        kept = Money.from_dict(d.pop("kept"))

        paid = Money.from_dict(d.pop("paid"))

        rejected = Money.from_dict(d.pop("rejected"))

        returned = Money.from_dict(d.pop("returned"))

        written_off = Money.from_dict(d.pop("writtenOff"))

        statement_sum = cls(
            credited=credited,
            currency=currency,
            kept=kept,
            paid=paid,
            rejected=rejected,
            returned=returned,
            written_off=written_off,
        )

        statement_sum.additional_properties = d
        return statement_sum

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
