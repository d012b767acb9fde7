from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.billed import Billed
    from ..models.pay_to import PayTo


T = TypeVar("T", bound="Refund")


@_attrs_define
class Refund:
    """The body of `POST /v1/claims/{claimId}/refunds`.

    Attributes:
        document_ids (list[str]):
        pay_to (PayTo): A Danish registration and account number, or an IBAN.
        treatments (list[Billed]):
    """

    document_ids: list[str]
    pay_to: PayTo
    treatments: list[Billed]

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
        from ..models.billed import Billed  # noqa: PLC0415
        from ..models.pay_to import PayTo  # noqa: PLC0415

        d = dict(src_dict)
        document_ids = cast(list[str], d.pop("documentIds"))

        pay_to = PayTo.from_dict(d.pop("payTo"))

        treatments = []
        _treatments = d.pop("treatments")
        for treatments_item_data in _treatments:
            treatments_item = Billed.from_dict(treatments_item_data)

            treatments.append(treatments_item)

        refund = cls(
            document_ids=document_ids,
            pay_to=pay_to,
            treatments=treatments,
        )

        return refund
