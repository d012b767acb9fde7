from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_waitlist_entry_service_type_0 import (
    NewWaitlistEntryServiceType0,
    check_new_waitlist_entry_service_type_0,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewWaitlistEntry")


@_attrs_define
class NewWaitlistEntry:
    """The guarantee, the days on which the member could come, and where.

    Attributes:
        earliest (datetime.date): The first day that suits the member.
        guarantee_id (str): The id of the guarantee.
        latest (datetime.date): The last day that suits; the guarantee has to cover it.
        postcode (None | str | Unset): Where to wait for any practitioner, when the guarantee is for no clinic yet and
            `practitionerId` is absent.
        practitioner_id (None | str | Unset): The practitioner to wait for; absent for the one, or the clinic, of the
            guarantee.
        service (NewWaitlistEntryServiceType0 | None | Unset): The kind of session; either when it is absent.
    """

    earliest: datetime.date
    guarantee_id: str
    latest: datetime.date
    postcode: None | str | Unset = UNSET
    practitioner_id: None | str | Unset = UNSET
    service: NewWaitlistEntryServiceType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        earliest = self.earliest.isoformat()

        guarantee_id = self.guarantee_id

        latest = self.latest.isoformat()

        postcode: None | str | Unset
        if isinstance(self.postcode, Unset):
            postcode = UNSET
        else:
            postcode = self.postcode

        practitioner_id: None | str | Unset
        if isinstance(self.practitioner_id, Unset):
            practitioner_id = UNSET
        else:
            practitioner_id = self.practitioner_id

        service: None | str | Unset
        if isinstance(self.service, Unset):
            service = UNSET
        elif isinstance(self.service, str):
            service = self.service
        else:
            service = self.service

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "earliest": earliest,
                "guaranteeId": guarantee_id,
                "latest": latest,
            }
        )
        if postcode is not UNSET:
            field_dict["postcode"] = postcode
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id
        if service is not UNSET:
            field_dict["service"] = service

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        earliest = datetime.date.fromisoformat(d.pop("earliest"))

        guarantee_id = d.pop("guaranteeId")

        latest = datetime.date.fromisoformat(d.pop("latest"))

        def _parse_postcode(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        postcode = _parse_postcode(d.pop("postcode", UNSET))

        def _parse_practitioner_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        practitioner_id = _parse_practitioner_id(d.pop("practitionerId", UNSET))

        def _parse_service(data: object) -> NewWaitlistEntryServiceType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                service_type_0 = check_new_waitlist_entry_service_type_0(data)

                return service_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewWaitlistEntryServiceType0 | None | Unset, data)

        service = _parse_service(d.pop("service", UNSET))

        new_waitlist_entry = cls(
            earliest=earliest,
            guarantee_id=guarantee_id,
            latest=latest,
            postcode=postcode,
            practitioner_id=practitioner_id,
            service=service,
        )

        return new_waitlist_entry
