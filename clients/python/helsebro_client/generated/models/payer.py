from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payer_country import PayerCountry, check_payer_country
from ..models.payer_currency import PayerCurrency, check_payer_currency
from ..models.payer_kind import PayerKind, check_payer_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.calendar_period import CalendarPeriod
    from ..models.payer_contact import PayerContact
    from ..models.staff_contact import StaffContact


T = TypeVar("T", bound="Payer")


@_attrs_define
class Payer:
    """A payer: the insurer, municipality or organisation that pays for treatment.

    Attributes:
        calendars (list[CalendarPeriod]): Whose public holidays count in its deadlines, and when. On all other days
            those of the case's country count.
        contact (PayerContact): How to reach the payer.
        country (PayerCountry): Its country.
        currency (PayerCurrency): The currency of its policies.
        kind (PayerKind): What kind of payer it is.
        name (str): Its name.
        payer (str): The short name of the payer.
        gln (str | Unset): Its GLN, which invoices are addressed to. Absent when it has none.
        mark (str | Unset): Its logo, a PNG in base64. Absent when it has none.
        organisation_number (str | Unset): Its organisation number, which invoices are addressed to when it has no GLN.
            Absent when it is not registered.
        staff_contact (StaffContact | Unset): Where the payer's staff read about deadlines.
    """

    calendars: list[CalendarPeriod]
    contact: PayerContact
    country: PayerCountry
    currency: PayerCurrency
    kind: PayerKind
    name: str
    payer: str
    gln: str | Unset = UNSET
    mark: str | Unset = UNSET
    organisation_number: str | Unset = UNSET
    staff_contact: StaffContact | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        calendars = []
        for calendars_item_data in self.calendars:
            calendars_item = calendars_item_data.to_dict()
            calendars.append(calendars_item)

        contact = self.contact.to_dict()

        country: str = self.country

        currency: str = self.currency

        kind: str = self.kind

        name = self.name

        payer = self.payer

        gln = self.gln

        mark = self.mark

        organisation_number = self.organisation_number

        staff_contact: dict[str, Any] | Unset = UNSET
        if not isinstance(self.staff_contact, Unset):
            staff_contact = self.staff_contact.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "calendars": calendars,
                "contact": contact,
                "country": country,
                "currency": currency,
                "kind": kind,
                "name": name,
                "payer": payer,
            }
        )
        if gln is not UNSET:
            field_dict["gln"] = gln
        if mark is not UNSET:
            field_dict["mark"] = mark
        if organisation_number is not UNSET:
            field_dict["organisationNumber"] = organisation_number
        if staff_contact is not UNSET:
            field_dict["staffContact"] = staff_contact

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calendar_period import CalendarPeriod  # noqa: PLC0415
        from ..models.payer_contact import PayerContact  # noqa: PLC0415
        from ..models.staff_contact import StaffContact  # noqa: PLC0415

        d = dict(src_dict)
        calendars = []
        _calendars = d.pop("calendars")
        for calendars_item_data in _calendars:
            calendars_item = CalendarPeriod.from_dict(calendars_item_data)

            calendars.append(calendars_item)

        contact = PayerContact.from_dict(d.pop("contact"))

        country = check_payer_country(d.pop("country"))

        currency = check_payer_currency(d.pop("currency"))

        kind = check_payer_kind(d.pop("kind"))

        name = d.pop("name")

        payer = d.pop("payer")

        gln = d.pop("gln", UNSET)

        mark = d.pop("mark", UNSET)

        organisation_number = d.pop("organisationNumber", UNSET)

        _staff_contact = d.pop("staffContact", UNSET)
        staff_contact: StaffContact | Unset
        if isinstance(_staff_contact, Unset):
            staff_contact = UNSET
        else:
            staff_contact = StaffContact.from_dict(_staff_contact)

        payer = cls(
            calendars=calendars,
            contact=contact,
            country=country,
            currency=currency,
            kind=kind,
            name=name,
            payer=payer,
            gln=gln,
            mark=mark,
            organisation_number=organisation_number,
            staff_contact=staff_contact,
        )

        payer.additional_properties = d
        return payer

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
