from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.enrolment_relation import EnrolmentRelation, check_enrolment_relation
from ..models.enrolment_scheme import EnrolmentScheme, check_enrolment_scheme
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.former_insurance import FormerInsurance


T = TypeVar("T", bound="Enrolment")


@_attrs_define
class Enrolment:
    """A person to enrol in the policy, by exactly one of `cpr` and `fnr`.

    Attributes:
        country (str): The country of the registered address, in two letters.
        enrolled_on (datetime.date): The first day of the enrolment.
        name (str): The person's name.
        public_health_insurance (bool): Whether the person has the public health insurance of the country.
        relation (EnrolmentRelation): An employee, or the spouse or child of the main insured person.
        scheme (EnrolmentScheme): Whether the company pays for everyone, or the person joined voluntarily.
        cpr (None | str | Unset): The Danish CPR number.
        email (None | str | Unset): The person's e-mail address.
        fnr (None | str | Unset): The Norwegian fødselsnummer.
        former (FormerInsurance | None | Unset): The insurance before this one, which may shorten waiting periods.
        main_insured_person_id (None | str | Unset): The employee whose family the person belongs to. A child needs one.
        phone (None | str | Unset): The person's phone number.
        seniority_from (datetime.date | None | Unset): The agreed day from which waiting periods count. Not with
            `former`.
    """

    country: str
    enrolled_on: datetime.date
    name: str
    public_health_insurance: bool
    relation: EnrolmentRelation
    scheme: EnrolmentScheme
    cpr: None | str | Unset = UNSET
    email: None | str | Unset = UNSET
    fnr: None | str | Unset = UNSET
    former: FormerInsurance | None | Unset = UNSET
    main_insured_person_id: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    seniority_from: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.former_insurance import FormerInsurance  # noqa: PLC0415

        country = self.country

        enrolled_on = self.enrolled_on.isoformat()

        name = self.name

        public_health_insurance = self.public_health_insurance

        relation: str = self.relation

        scheme: str = self.scheme

        cpr: None | str | Unset
        if isinstance(self.cpr, Unset):
            cpr = UNSET
        else:
            cpr = self.cpr

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        fnr: None | str | Unset
        if isinstance(self.fnr, Unset):
            fnr = UNSET
        else:
            fnr = self.fnr

        former: dict[str, Any] | None | Unset
        if isinstance(self.former, Unset):
            former = UNSET
        elif isinstance(self.former, FormerInsurance):
            former = self.former.to_dict()
        else:
            former = self.former

        main_insured_person_id: None | str | Unset
        if isinstance(self.main_insured_person_id, Unset):
            main_insured_person_id = UNSET
        else:
            main_insured_person_id = self.main_insured_person_id

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        seniority_from: None | str | Unset
        if isinstance(self.seniority_from, Unset):
            seniority_from = UNSET
        elif isinstance(self.seniority_from, datetime.date):
            seniority_from = self.seniority_from.isoformat()
        else:
            seniority_from = self.seniority_from

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "country": country,
                "enrolledOn": enrolled_on,
                "name": name,
                "publicHealthInsurance": public_health_insurance,
                "relation": relation,
                "scheme": scheme,
            }
        )
        if cpr is not UNSET:
            field_dict["cpr"] = cpr
        if email is not UNSET:
            field_dict["email"] = email
        if fnr is not UNSET:
            field_dict["fnr"] = fnr
        if former is not UNSET:
            field_dict["former"] = former
        if main_insured_person_id is not UNSET:
            field_dict["mainInsuredPersonId"] = main_insured_person_id
        if phone is not UNSET:
            field_dict["phone"] = phone
        if seniority_from is not UNSET:
            field_dict["seniorityFrom"] = seniority_from

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.former_insurance import FormerInsurance  # noqa: PLC0415

        d = dict(src_dict)
        country = d.pop("country")

        enrolled_on = datetime.date.fromisoformat(d.pop("enrolledOn"))

        name = d.pop("name")

        public_health_insurance = d.pop("publicHealthInsurance")

        relation = check_enrolment_relation(d.pop("relation"))

        scheme = check_enrolment_scheme(d.pop("scheme"))

        def _parse_cpr(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cpr = _parse_cpr(d.pop("cpr", UNSET))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_fnr(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        fnr = _parse_fnr(d.pop("fnr", UNSET))

        def _parse_former(data: object) -> FormerInsurance | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                former_type_0 = FormerInsurance.from_dict(data)

                return former_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FormerInsurance | None | Unset, data)

        former = _parse_former(d.pop("former", UNSET))

        def _parse_main_insured_person_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        main_insured_person_id = _parse_main_insured_person_id(d.pop("mainInsuredPersonId", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        def _parse_seniority_from(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                seniority_from_type_0 = datetime.date.fromisoformat(data)

                return seniority_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        seniority_from = _parse_seniority_from(d.pop("seniorityFrom", UNSET))

        enrolment = cls(
            country=country,
            enrolled_on=enrolled_on,
            name=name,
            public_health_insurance=public_health_insurance,
            relation=relation,
            scheme=scheme,
            cpr=cpr,
            email=email,
            fnr=fnr,
            former=former,
            main_insured_person_id=main_insured_person_id,
            phone=phone,
            seniority_from=seniority_from,
        )

        return enrolment
