from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.difference_kind import DifferenceKind, check_difference_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.booked_money import BookedMoney
    from ..models.money import Money


T = TypeVar("T", bound="Difference")


@_attrs_define
class Difference:
    """Something that does not agree between the ledger and what it books.

    Attributes:
        about (str): The id of the guarantee, payable, invoice, refund or entry that does not agree, or of the clinic or
            policy whose cases together do not; `claimId` is then the case that exceeds most.
        claim_id (str): The id of the claim.
        kind (DifferenceKind): What does not agree.
        text (str): The same in words, in the language of the call.
        beside (str | Unset): The number of the account, or the id of the other payment of a session.
        expected (Money | Unset): An amount of 0 or more, with at most two decimals.
        found (BookedMoney | Unset): An amount that the ledger has; that of an account may be below zero when something
            is wrong.
    """

    about: str
    claim_id: str
    kind: DifferenceKind
    text: str
    beside: str | Unset = UNSET
    expected: Money | Unset = UNSET
    found: BookedMoney | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        about = self.about

        claim_id = self.claim_id

        kind: str = self.kind

        text = self.text

        beside = self.beside

        expected: dict[str, Any] | Unset = UNSET
        if not isinstance(self.expected, Unset):
            expected = self.expected.to_dict()

        found: dict[str, Any] | Unset = UNSET
        if not isinstance(self.found, Unset):
            found = self.found.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "about": about,
                "claimId": claim_id,
                "kind": kind,
                "text": text,
            }
        )
        if beside is not UNSET:
            field_dict["beside"] = beside
        if expected is not UNSET:
            field_dict["expected"] = expected
        if found is not UNSET:
            field_dict["found"] = found

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.booked_money import BookedMoney  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        about = d.pop("about")

        claim_id = d.pop("claimId")

        kind = check_difference_kind(d.pop("kind"))

        text = d.pop("text")

        beside = d.pop("beside", UNSET)

        _expected = d.pop("expected", UNSET)
        expected: Money | Unset
        if isinstance(_expected, Unset):
            expected = UNSET
        else:
            expected = Money.from_dict(_expected)

        _found = d.pop("found", UNSET)
        found: BookedMoney | Unset
        if isinstance(_found, Unset):
            found = UNSET
        else:
            found = BookedMoney.from_dict(_found)

        difference = cls(
            about=about,
            claim_id=claim_id,
            kind=kind,
            text=text,
            beside=beside,
            expected=expected,
            found=found,
        )

        difference.additional_properties = d
        return difference

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
