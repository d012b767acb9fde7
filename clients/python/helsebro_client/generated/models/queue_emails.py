from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="QueueEmails")


@_attrs_define
class QueueEmails:
    """The e-mail addresses of queues. A queue without one of its own is absent.

    Attributes:
        claims (str | Unset): The e-mail address of the staff of this queue.
        complaints (str | Unset): The e-mail address of the staff of this queue.
        extensions (str | Unset): The e-mail address of the staff of this queue.
        network (str | Unset): The e-mail address of the staff of this queue.
        payments (str | Unset): The e-mail address of the staff of this queue.
        refunds (str | Unset): The e-mail address of the staff of this queue.
        underwriting (str | Unset): The e-mail address of the staff of this queue.
    """

    claims: str | Unset = UNSET
    complaints: str | Unset = UNSET
    extensions: str | Unset = UNSET
    network: str | Unset = UNSET
    payments: str | Unset = UNSET
    refunds: str | Unset = UNSET
    underwriting: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        claims = self.claims

        complaints = self.complaints

        extensions = self.extensions

        network = self.network

        payments = self.payments

        refunds = self.refunds

        underwriting = self.underwriting

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if claims is not UNSET:
            field_dict["claims"] = claims
        if complaints is not UNSET:
            field_dict["complaints"] = complaints
        if extensions is not UNSET:
            field_dict["extensions"] = extensions
        if network is not UNSET:
            field_dict["network"] = network
        if payments is not UNSET:
            field_dict["payments"] = payments
        if refunds is not UNSET:
            field_dict["refunds"] = refunds
        if underwriting is not UNSET:
            field_dict["underwriting"] = underwriting

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        claims = d.pop("claims", UNSET)

        complaints = d.pop("complaints", UNSET)

        extensions = d.pop("extensions", UNSET)

        network = d.pop("network", UNSET)

        payments = d.pop("payments", UNSET)

        refunds = d.pop("refunds", UNSET)

        underwriting = d.pop("underwriting", UNSET)

        queue_emails = cls(
            claims=claims,
            complaints=complaints,
            extensions=extensions,
            network=network,
            payments=payments,
            refunds=refunds,
            underwriting=underwriting,
        )

        queue_emails.additional_properties = d
        return queue_emails

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
