from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.bank_account import BankAccount
    from ..models.billed_treatment import BilledTreatment


T = TypeVar("T", bound="NewRefund")


@_attrs_define
class NewRefund:
    """A request to have bills paid back that the member has paid.

    Attributes:
        document_ids (list[str]): The bills: accepted documents of the case. A bill is paid back once.
        pay_to (BankAccount): The account number of the payer's country, or an IBAN.
        treatments (list[BilledTreatment]): The treatments of the bills.
    """

    document_ids: list[str]
    pay_to: BankAccount
    treatments: list[BilledTreatment]

    def to_dict(self) -> dict[str, Any]:
        document_ids = self.document_ids

        pay_to = self.pay_to.to_dict()

        treatments = []
        for treatments_item_data in self.treatments:
            treatments_item = treatments_item_data.to_dict()
            treatments.append(treatments_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "documentIds": document_ids,
                "payTo": pay_to,
                "treatments": treatments,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bank_account import BankAccount  # noqa: PLC0415
        from ..models.billed_treatment import BilledTreatment  # noqa: PLC0415

        d = dict(src_dict)
        document_ids = cast(list[str], d.pop("documentIds"))

        pay_to = BankAccount.from_dict(d.pop("payTo"))

        treatments = []
        _treatments = d.pop("treatments")
        for treatments_item_data in _treatments:
            treatments_item = BilledTreatment.from_dict(treatments_item_data)

            treatments.append(treatments_item)

        new_refund = cls(
            document_ids=document_ids,
            pay_to=pay_to,
            treatments=treatments,
        )

        return new_refund
