from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.bank_account import BankAccount
    from ..models.billed_treatment import BilledTreatment


T = TypeVar("T", bound="NewRefund")


@_attrs_define
class NewRefund:
    """A request to have bills paid back that the member has paid.

    Attributes:
        document_ids (list[str]): The bills: accepted documents of the case. A bill is paid back once.
        treatments (list[BilledTreatment]): The treatments of the bills.
        pay_to (BankAccount | None | Unset): The account to pay to: it is confirmed with the refund, and replaces the
            one that the member has confirmed before. Without it, the refund is paid to that one. It is stored encrypted and
            shown masked.
    """

    document_ids: list[str]
    treatments: list[BilledTreatment]
    pay_to: BankAccount | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.bank_account import BankAccount  # noqa: PLC0415

        document_ids = self.document_ids

        treatments = []
        for treatments_item_data in self.treatments:
            treatments_item = treatments_item_data.to_dict()
            treatments.append(treatments_item)

        pay_to: dict[str, Any] | None | Unset
        if isinstance(self.pay_to, Unset):
            pay_to = UNSET
        elif isinstance(self.pay_to, BankAccount):
            pay_to = self.pay_to.to_dict()
        else:
            pay_to = self.pay_to

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "documentIds": document_ids,
                "treatments": treatments,
            }
        )
        if pay_to is not UNSET:
            field_dict["payTo"] = pay_to

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bank_account import BankAccount  # noqa: PLC0415
        from ..models.billed_treatment import BilledTreatment  # noqa: PLC0415

        d = dict(src_dict)
        document_ids = cast(list[str], d.pop("documentIds"))

        treatments = []
        _treatments = d.pop("treatments")
        for treatments_item_data in _treatments:
            treatments_item = BilledTreatment.from_dict(treatments_item_data)

            treatments.append(treatments_item)

        def _parse_pay_to(data: object) -> BankAccount | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                pay_to_type_0 = BankAccount.from_dict(data)

                return pay_to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BankAccount | None | Unset, data)

        pay_to = _parse_pay_to(d.pop("payTo", UNSET))

        new_refund = cls(
            document_ids=document_ids,
            treatments=treatments,
            pay_to=pay_to,
        )

        return new_refund
