from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bill_outcome import BillOutcome, check_bill_outcome
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="Bill")


@_attrs_define
class Bill:
    """What is asked for and paid of one bill.

    Attributes:
        claimed (Money): An amount of 0 or more, with at most two decimals.
        document_id (str): The id of the document.
        approved (Money | Unset): An amount of 0 or more, with at most two decimals.
        outcome (BillOutcome | Unset): What was decided. Absent until then.
    """

    claimed: Money
    document_id: str
    approved: Money | Unset = UNSET
    outcome: BillOutcome | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        claimed = self.claimed.to_dict()

        document_id = self.document_id

        approved: dict[str, Any] | Unset = UNSET
        if not isinstance(self.approved, Unset):
            approved = self.approved.to_dict()

        outcome: str | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = self.outcome

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "claimed": claimed,
                "documentId": document_id,
            }
        )
        if approved is not UNSET:
            field_dict["approved"] = approved
        if outcome is not UNSET:
            field_dict["outcome"] = outcome

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        claimed = Money.from_dict(d.pop("claimed"))

        document_id = d.pop("documentId")

        _approved = d.pop("approved", UNSET)
        approved: Money | Unset
        if isinstance(_approved, Unset):
            approved = UNSET
        else:
            approved = Money.from_dict(_approved)

        _outcome = d.pop("outcome", UNSET)
        outcome: BillOutcome | Unset
        if isinstance(_outcome, Unset):
            outcome = UNSET
        else:
            outcome = check_bill_outcome(_outcome)

        bill = cls(
            claimed=claimed,
            document_id=document_id,
            approved=approved,
            outcome=outcome,
        )

        bill.additional_properties = d
        return bill

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
