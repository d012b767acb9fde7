from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PremiumPayment")


@_attrs_define
class PremiumPayment:
    """A payment of the premium. It settles every reminder that was sent by then.

    Attributes:
        paid_on (datetime.date): When it was paid: today or earlier.
    """

    paid_on: datetime.date

    def to_dict(self) -> dict[str, Any]:
        paid_on = self.paid_on.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "paidOn": paid_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        paid_on = datetime.date.fromisoformat(d.pop("paidOn"))

        premium_payment = cls(
            paid_on=paid_on,
        )

        return premium_payment
