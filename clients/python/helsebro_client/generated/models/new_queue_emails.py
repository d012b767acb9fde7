from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewQueueEmails")


@_attrs_define
class NewQueueEmails:
    """The e-mail addresses of queues.

    Attributes:
        claims (None | str | Unset): The e-mail address of the staff of this queue, if it is another one.
        complaints (None | str | Unset): The e-mail address of the staff of this queue, if it is another one.
        extensions (None | str | Unset): The e-mail address of the staff of this queue, if it is another one.
        network (None | str | Unset): The e-mail address of the staff of this queue, if it is another one.
        payments (None | str | Unset): The e-mail address of the staff of this queue, if it is another one.
        refunds (None | str | Unset): The e-mail address of the staff of this queue, if it is another one.
        underwriting (None | str | Unset): The e-mail address of the staff of this queue, if it is another one.
    """

    claims: None | str | Unset = UNSET
    complaints: None | str | Unset = UNSET
    extensions: None | str | Unset = UNSET
    network: None | str | Unset = UNSET
    payments: None | str | Unset = UNSET
    refunds: None | str | Unset = UNSET
    underwriting: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        claims: None | str | Unset
        if isinstance(self.claims, Unset):
            claims = UNSET
        else:
            claims = self.claims

        complaints: None | str | Unset
        if isinstance(self.complaints, Unset):
            complaints = UNSET
        else:
            complaints = self.complaints

        extensions: None | str | Unset
        if isinstance(self.extensions, Unset):
            extensions = UNSET
        else:
            extensions = self.extensions

        network: None | str | Unset
        if isinstance(self.network, Unset):
            network = UNSET
        else:
            network = self.network

        payments: None | str | Unset
        if isinstance(self.payments, Unset):
            payments = UNSET
        else:
            payments = self.payments

        refunds: None | str | Unset
        if isinstance(self.refunds, Unset):
            refunds = UNSET
        else:
            refunds = self.refunds

        underwriting: None | str | Unset
        if isinstance(self.underwriting, Unset):
            underwriting = UNSET
        else:
            underwriting = self.underwriting

        field_dict: dict[str, Any] = {}

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

        def _parse_claims(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        claims = _parse_claims(d.pop("claims", UNSET))

        def _parse_complaints(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        complaints = _parse_complaints(d.pop("complaints", UNSET))

        def _parse_extensions(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        extensions = _parse_extensions(d.pop("extensions", UNSET))

        def _parse_network(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        network = _parse_network(d.pop("network", UNSET))

        def _parse_payments(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        payments = _parse_payments(d.pop("payments", UNSET))

        def _parse_refunds(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        refunds = _parse_refunds(d.pop("refunds", UNSET))

        def _parse_underwriting(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        underwriting = _parse_underwriting(d.pop("underwriting", UNSET))

        new_queue_emails = cls(
            claims=claims,
            complaints=complaints,
            extensions=extensions,
            network=network,
            payments=payments,
            refunds=refunds,
            underwriting=underwriting,
        )

        return new_queue_emails
