from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.clinic_consent_kind import ClinicConsentKind, check_clinic_consent_kind
from ..models.clinic_consent_status import (
    ClinicConsentStatus,
    check_clinic_consent_status,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.decided_consent import DecidedConsent


T = TypeVar("T", bound="ClinicConsent")


@_attrs_define
class ClinicConsent:
    """The consent to pass a case on to one clinic, with every decision.

    Attributes:
        expires_on (datetime.date | None): The first day on which a given consent is no longer in force; else null.
        given (bool | None): Whether it is in force; null while it is undecided.
        given_at (datetime.datetime | None): When it was last given; null if never.
        history (list[DecidedConsent]): Every decision, newest first.
        kind (ClinicConsentKind): What it lets us do: read health papers in all cases (`general`), write about cover in
            the network (`network-contact`), obtain and pass on information in a case (`case`), or pass it on to one clinic
            (`clinic`).
        passes_on (bool): Whether the clinic may learn of the case: the consent of the case is in force, and nothing
            that was decided about the clinic says no.
        receipt (None | str): Where the receipt of the last decision is read as PDF; null while it is undecided, and for
            staff where it belongs to no case.
        status (ClinicConsentStatus): Where the consent stands today.
        text_version (None | str): The version of the text that was last decided on.
        claim_id (str | Unset): The case that it is of, if of one.
        clinic_id (str | Unset): The clinic that it is to, if to one.
        person_id (str | Unset): The child for whom the reader decides; absent in the reader's own.
    """

    expires_on: datetime.date | None
    given: bool | None
    given_at: datetime.datetime | None
    history: list[DecidedConsent]
    kind: ClinicConsentKind
    passes_on: bool
    receipt: None | str
    status: ClinicConsentStatus
    text_version: None | str
    claim_id: str | Unset = UNSET
    clinic_id: str | Unset = UNSET
    person_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        expires_on: None | str
        if isinstance(self.expires_on, datetime.date):
            expires_on = self.expires_on.isoformat()
        else:
            expires_on = self.expires_on

        given: bool | None
        given = self.given

        given_at: None | str
        if isinstance(self.given_at, datetime.datetime):
            given_at = self.given_at.isoformat()
        else:
            given_at = self.given_at

        history = []
        for history_item_data in self.history:
            history_item = history_item_data.to_dict()
            history.append(history_item)

        kind: str = self.kind

        passes_on = self.passes_on

        receipt: None | str
        receipt = self.receipt

        status: str = self.status

        text_version: None | str
        text_version = self.text_version

        claim_id = self.claim_id

        clinic_id = self.clinic_id

        person_id = self.person_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "expiresOn": expires_on,
                "given": given,
                "givenAt": given_at,
                "history": history,
                "kind": kind,
                "passesOn": passes_on,
                "receipt": receipt,
                "status": status,
                "textVersion": text_version,
            }
        )
        if claim_id is not UNSET:
            field_dict["claimId"] = claim_id
        if clinic_id is not UNSET:
            field_dict["clinicId"] = clinic_id
        if person_id is not UNSET:
            field_dict["personId"] = person_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.decided_consent import DecidedConsent  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_expires_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_on_type_0 = datetime.date.fromisoformat(data)

                return expires_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        expires_on = _parse_expires_on(d.pop("expiresOn"))

        def _parse_given(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        given = _parse_given(d.pop("given"))

        def _parse_given_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                given_at_type_0 = datetime.datetime.fromisoformat(data)

                return given_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        given_at = _parse_given_at(d.pop("givenAt"))

        history = []
        _history = d.pop("history")
        for history_item_data in _history:
            history_item = DecidedConsent.from_dict(history_item_data)

            history.append(history_item)

        kind = check_clinic_consent_kind(d.pop("kind"))

        passes_on = d.pop("passesOn")

        def _parse_receipt(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        receipt = _parse_receipt(d.pop("receipt"))

        status = check_clinic_consent_status(d.pop("status"))

        def _parse_text_version(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        text_version = _parse_text_version(d.pop("textVersion"))

        claim_id = d.pop("claimId", UNSET)

        clinic_id = d.pop("clinicId", UNSET)

        person_id = d.pop("personId", UNSET)

        clinic_consent = cls(
            expires_on=expires_on,
            given=given,
            given_at=given_at,
            history=history,
            kind=kind,
            passes_on=passes_on,
            receipt=receipt,
            status=status,
            text_version=text_version,
            claim_id=claim_id,
            clinic_id=clinic_id,
            person_id=person_id,
        )

        clinic_consent.additional_properties = d
        return clinic_consent

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
