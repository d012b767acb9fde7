from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="NoticeFee")


@_attrs_define
class NoticeFee:
    """A fee of the payer, new or changed.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        name (str): What it is for.
        before (Money | None | Unset): The old amount; absent when the fee is new.
    """

    amount: Money
    name: str
    before: Money | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        amount = self.amount.to_dict()

        name = self.name

        before: dict[str, Any] | None | Unset
        if isinstance(self.before, Unset):
            before = UNSET
        elif isinstance(self.before, Money):
            before = self.before.to_dict()
        else:
            before = self.before

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "name": name,
            }
        )
        if before is not UNSET:
            field_dict["before"] = before

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        name = d.pop("name")

        def _parse_before(data: object) -> Money | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                before_type_0 = Money.from_dict(data)

                return before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None | Unset, data)

        before = _parse_before(d.pop("before", UNSET))

        notice_fee = cls(
            amount=amount,
            name=name,
            before=before,
        )

        return notice_fee
