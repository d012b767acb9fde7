from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_payer_country import NewPayerCountry, check_new_payer_country
from ..models.new_payer_currency import NewPayerCurrency, check_new_payer_currency
from ..models.new_payer_kind import NewPayerKind, check_new_payer_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.contact import Contact
    from ..models.new_calendar_period import NewCalendarPeriod
    from ..models.new_staff_contact import NewStaffContact


T = TypeVar("T", bound="NewPayer")


@_attrs_define
class NewPayer:
    """A payer to register. It needs a GLN or an organisation number, to which invoices are addressed.

    Attributes:
        contact (Contact): How members and clinics reach the payer.
        country (NewPayerCountry): Its country.
        currency (NewPayerCurrency): The currency of the country.
        kind (NewPayerKind): What kind of payer it is.
        name (str): Its name.
        calendars (list[NewCalendarPeriod] | Unset): Whose public holidays count in its deadlines, and when; no two
            periods overlap. On all other days those of the case's country count.
        gln (None | str | Unset): Its GLN, with its check digit.
        mark (None | str | Unset): Its logo for the guarantee's paper: a PNG in base64 of at most 32 kB and 1200 × 600
            pixels, 8 bits a channel, without palette and interlacing. Only its picture is stored. Leave it out for a paper
            with the payer's name in type.
        organisation_number (None | str | Unset): Its organisation number: a CVR number in Denmark, 9 digits in Norway.
        staff_contact (NewStaffContact | None | Unset): Where its staff read about deadlines. Leave it out to use the
            e-mail address of `contact`.
    """

    contact: Contact
    country: NewPayerCountry
    currency: NewPayerCurrency
    kind: NewPayerKind
    name: str
    calendars: list[NewCalendarPeriod] | Unset = UNSET
    gln: None | str | Unset = UNSET
    mark: None | str | Unset = UNSET
    organisation_number: None | str | Unset = UNSET
    staff_contact: NewStaffContact | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.new_staff_contact import NewStaffContact  # noqa: PLC0415

        contact = self.contact.to_dict()

        country: str = self.country

        currency: str = self.currency

        kind: str = self.kind

        name = self.name

        calendars: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.calendars, Unset):
            calendars = []
            for calendars_item_data in self.calendars:
                calendars_item = calendars_item_data.to_dict()
                calendars.append(calendars_item)

        gln: None | str | Unset
        if isinstance(self.gln, Unset):
            gln = UNSET
        else:
            gln = self.gln

        mark: None | str | Unset
        if isinstance(self.mark, Unset):
            mark = UNSET
        else:
            mark = self.mark

        organisation_number: None | str | Unset
        if isinstance(self.organisation_number, Unset):
            organisation_number = UNSET
        else:
            organisation_number = self.organisation_number

        staff_contact: dict[str, Any] | None | Unset
        if isinstance(self.staff_contact, Unset):
            staff_contact = UNSET
        elif isinstance(self.staff_contact, NewStaffContact):
            staff_contact = self.staff_contact.to_dict()
        else:
            staff_contact = self.staff_contact

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "contact": contact,
                "country": country,
                "currency": currency,
                "kind": kind,
                "name": name,
            }
        )
        if calendars is not UNSET:
            field_dict["calendars"] = calendars
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
        from ..models.contact import Contact  # noqa: PLC0415
        from ..models.new_calendar_period import NewCalendarPeriod  # noqa: PLC0415
        from ..models.new_staff_contact import NewStaffContact  # noqa: PLC0415

        d = dict(src_dict)
        contact = Contact.from_dict(d.pop("contact"))

        country = check_new_payer_country(d.pop("country"))

        currency = check_new_payer_currency(d.pop("currency"))

        kind = check_new_payer_kind(d.pop("kind"))

        name = d.pop("name")

        _calendars = d.pop("calendars", UNSET)
        calendars: list[NewCalendarPeriod] | Unset = UNSET
        if _calendars is not UNSET:
            calendars = []
            for calendars_item_data in _calendars:
                calendars_item = NewCalendarPeriod.from_dict(calendars_item_data)

                calendars.append(calendars_item)

        def _parse_gln(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        gln = _parse_gln(d.pop("gln", UNSET))

        def _parse_mark(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        mark = _parse_mark(d.pop("mark", UNSET))

        def _parse_organisation_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        organisation_number = _parse_organisation_number(d.pop("organisationNumber", UNSET))

        def _parse_staff_contact(data: object) -> NewStaffContact | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                staff_contact_type_0 = NewStaffContact.from_dict(data)

                return staff_contact_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewStaffContact | None | Unset, data)

        staff_contact = _parse_staff_contact(d.pop("staffContact", UNSET))

        new_payer = cls(
            contact=contact,
            country=country,
            currency=currency,
            kind=kind,
            name=name,
            calendars=calendars,
            gln=gln,
            mark=mark,
            organisation_number=organisation_number,
            staff_contact=staff_contact,
        )

        return new_payer
