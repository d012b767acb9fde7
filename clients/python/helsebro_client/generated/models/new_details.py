from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_clinic_contact import NewClinicContact
    from ..models.new_opening_hours import NewOpeningHours
    from ..models.street_address import StreetAddress


T = TypeVar("T", bound="NewDetails")


@_attrs_define
class NewDetails:
    """All details of the clinic; they replace those that were set before.

    Attributes:
        address (StreetAddress): A street address.
        contact (NewClinicContact | None | Unset): How to reach the clinic; absent leaves it as it is.
        languages (list[str] | Unset): The languages that are spoken at the clinic (ISO 639-1).
        notice_hours (int | Unset): A cancellation this many hours before a session, or later, is late, and the member
            pays for it. Default: 24.
        opening_hours (list[NewOpeningHours] | Unset): When the clinic is open; a weekday may have several rows.
    """

    address: StreetAddress
    contact: NewClinicContact | None | Unset = UNSET
    languages: list[str] | Unset = UNSET
    notice_hours: int | Unset = 24
    opening_hours: list[NewOpeningHours] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.new_clinic_contact import NewClinicContact  # noqa: PLC0415

        address = self.address.to_dict()

        contact: dict[str, Any] | None | Unset
        if isinstance(self.contact, Unset):
            contact = UNSET
        elif isinstance(self.contact, NewClinicContact):
            contact = self.contact.to_dict()
        else:
            contact = self.contact

        languages: list[str] | Unset = UNSET
        if not isinstance(self.languages, Unset):
            languages = self.languages

        notice_hours = self.notice_hours

        opening_hours: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.opening_hours, Unset):
            opening_hours = []
            for opening_hours_item_data in self.opening_hours:
                opening_hours_item = opening_hours_item_data.to_dict()
                opening_hours.append(opening_hours_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "address": address,
            }
        )
        if contact is not UNSET:
            field_dict["contact"] = contact
        if languages is not UNSET:
            field_dict["languages"] = languages
        if notice_hours is not UNSET:
            field_dict["noticeHours"] = notice_hours
        if opening_hours is not UNSET:
            field_dict["openingHours"] = opening_hours

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_clinic_contact import NewClinicContact  # noqa: PLC0415
        from ..models.new_opening_hours import NewOpeningHours  # noqa: PLC0415
        from ..models.street_address import StreetAddress  # noqa: PLC0415

        d = dict(src_dict)
        address = StreetAddress.from_dict(d.pop("address"))

        def _parse_contact(data: object) -> NewClinicContact | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                contact_type_0 = NewClinicContact.from_dict(data)

                return contact_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewClinicContact | None | Unset, data)

        contact = _parse_contact(d.pop("contact", UNSET))

        languages = cast(list[str], d.pop("languages", UNSET))

        notice_hours = d.pop("noticeHours", UNSET)

        _opening_hours = d.pop("openingHours", UNSET)
        opening_hours: list[NewOpeningHours] | Unset = UNSET
        if _opening_hours is not UNSET:
            opening_hours = []
            for opening_hours_item_data in _opening_hours:
                opening_hours_item = NewOpeningHours.from_dict(opening_hours_item_data)

                opening_hours.append(opening_hours_item)

        new_details = cls(
            address=address,
            contact=contact,
            languages=languages,
            notice_hours=notice_hours,
            opening_hours=opening_hours,
        )

        return new_details
