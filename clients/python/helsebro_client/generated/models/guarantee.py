from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.guarantee_fee_for import GuaranteeFeeFor, check_guarantee_fee_for
from ..models.guarantee_settlement import (
    GuaranteeSettlement,
    check_guarantee_settlement,
)
from ..models.guarantee_status import GuaranteeStatus, check_guarantee_status
from ..models.guarantee_treatment import GuaranteeTreatment, check_guarantee_treatment
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.agreed_fee import AgreedFee
    from ..models.asked_extension import AskedExtension
    from ..models.granted_extension import GrantedExtension
    from ..models.insurer import Insurer
    from ..models.invoice_address import InvoiceAddress
    from ..models.match import Match
    from ..models.match_warning import MatchWarning
    from ..models.matched_client import MatchedClient
    from ..models.money import Money
    from ..models.past_match import PastMatch
    from ..models.payer_contact import PayerContact


T = TypeVar("T", bound="Guarantee")


@_attrs_define
class Guarantee:
    """A payer's promise to a clinic to pay a number of sessions of a treatment, in a period.

    Attributes:
        case_reference (str): The case reference, which identifies the guarantee and no person.
        clinic_id (None | str): The clinic it is for; null until the first booking chooses one, and for a clinic whose
            client is treated elsewhere.
        contact (PayerContact): How to reach the payer.
        extensions (list[GrantedExtension]): What each extension added, oldest first; may be empty.
        fee_for (GuaranteeFeeFor): What `fee` is for: `session`, or `whole` when it is the price of all granted sessions
            together. Then a session is invoiced with an equal part of it.
        fees (list[AgreedFee]): The prices that differ by kind of session; may be empty.
        guarantee_id (str): The id of the guarantee.
        invoice_to (InvoiceAddress): Where the clinic sends the invoice: the payer's electronic address.
        number (str): Its number, for people and invoices.
        payer (str): The short name of the payer.
        practitioner_id (None | str): The practitioner it is for; null until the first booking chooses one.
        sessions_booked (int): How many of them are booked or held.
        sessions_granted (int): How many sessions the payer promises to pay.
        sessions_used (int): How many of them are held.
        settlement (GuaranteeSettlement): Who is paid: `direct` for the clinic, `refund` when the member pays first and
            then asks for a refund.
        status (GuaranteeStatus): `used` when no session is left, `expired` after its last day, `revoked` by staff.
            `ended`, for a clinic only: the client is no longer treated there. A course that the clinic reported as ended
            has `courseEndedAt`.
        treatment (GuaranteeTreatment): The kind of treatment.
        valid_from (datetime.date): The first day on which a session is covered.
        valid_until (datetime.date): The last day on which a session is covered, in the country of the case.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        asked_extensions (list[AskedExtension] | Unset): What the clinic that reads it has asked for, and what the payer
            said, oldest first. For clinics only.
        begin_by (datetime.date | Unset): The last day of the first session; absent if there is none.
        begun_on (datetime.date | Unset): The day of the first session that was held or paid back; absent until then.
        client (MatchedClient | Unset): The client of a match: whom the clinic contacts, and what is treated.
        course_ended_at (datetime.datetime | Unset): When the clinic reported the treatment as finished: no session is
            booked or moved any more. Absent while it goes on; an extension and a new match go on with it.
        declines (list[PastMatch] | Unset): The matches that clinics declined, oldest first. For the payer's staff.
        extended_at (datetime.datetime | Unset): When it last got more sessions or time; absent if never.
        fee (Money | Unset): An amount of 0 or more, with at most two decimals.
        insurer (Insurer | Unset): The payer that the session is invoiced to.
        issued_at (datetime.datetime | Unset): When it was issued.
        match (Match | Unset): The clinic that staff chose, and whether it declined.
        revocation_reason (str | Unset): Why it was revoked; absent otherwise, and for a clinic's system.
        revoked_on (datetime.date | Unset): The last day covered by a revoked guarantee; else absent.
        warnings (list[MatchWarning] | Unset): What keeps the clinic from contacting the matched client; may be empty.
    """

    case_reference: str
    clinic_id: None | str
    contact: PayerContact
    extensions: list[GrantedExtension]
    fee_for: GuaranteeFeeFor
    fees: list[AgreedFee]
    guarantee_id: str
    invoice_to: InvoiceAddress
    number: str
    payer: str
    practitioner_id: None | str
    sessions_booked: int
    sessions_granted: int
    sessions_used: int
    settlement: GuaranteeSettlement
    status: GuaranteeStatus
    treatment: GuaranteeTreatment
    valid_from: datetime.date
    valid_until: datetime.date
    version: int
    asked_extensions: list[AskedExtension] | Unset = UNSET
    begin_by: datetime.date | Unset = UNSET
    begun_on: datetime.date | Unset = UNSET
    client: MatchedClient | Unset = UNSET
    course_ended_at: datetime.datetime | Unset = UNSET
    declines: list[PastMatch] | Unset = UNSET
    extended_at: datetime.datetime | Unset = UNSET
    fee: Money | Unset = UNSET
    insurer: Insurer | Unset = UNSET
    issued_at: datetime.datetime | Unset = UNSET
    match: Match | Unset = UNSET
    revocation_reason: str | Unset = UNSET
    revoked_on: datetime.date | Unset = UNSET
    warnings: list[MatchWarning] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        case_reference = self.case_reference

        clinic_id: None | str
        clinic_id = self.clinic_id

        contact = self.contact.to_dict()

        extensions = []
        for extensions_item_data in self.extensions:
            extensions_item = extensions_item_data.to_dict()
            extensions.append(extensions_item)

        fee_for: str = self.fee_for

        fees = []
        for fees_item_data in self.fees:
            fees_item = fees_item_data.to_dict()
            fees.append(fees_item)

        guarantee_id = self.guarantee_id

        invoice_to = self.invoice_to.to_dict()

        number = self.number

        payer = self.payer

        practitioner_id: None | str
        practitioner_id = self.practitioner_id

        sessions_booked = self.sessions_booked

        sessions_granted = self.sessions_granted

        sessions_used = self.sessions_used

        settlement: str = self.settlement

        status: str = self.status

        treatment: str = self.treatment

        valid_from = self.valid_from.isoformat()

        valid_until = self.valid_until.isoformat()

        version = self.version

        asked_extensions: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.asked_extensions, Unset):
            asked_extensions = []
            for asked_extensions_item_data in self.asked_extensions:
                asked_extensions_item = asked_extensions_item_data.to_dict()
                asked_extensions.append(asked_extensions_item)

        begin_by: str | Unset = UNSET
        if not isinstance(self.begin_by, Unset):
            begin_by = self.begin_by.isoformat()

        begun_on: str | Unset = UNSET
        if not isinstance(self.begun_on, Unset):
            begun_on = self.begun_on.isoformat()

        client: dict[str, Any] | Unset = UNSET
        if not isinstance(self.client, Unset):
            client = self.client.to_dict()

        course_ended_at: str | Unset = UNSET
        if not isinstance(self.course_ended_at, Unset):
            course_ended_at = self.course_ended_at.isoformat()

        declines: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.declines, Unset):
            declines = []
            for declines_item_data in self.declines:
                declines_item = declines_item_data.to_dict()
                declines.append(declines_item)

        extended_at: str | Unset = UNSET
        if not isinstance(self.extended_at, Unset):
            extended_at = self.extended_at.isoformat()

        fee: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fee, Unset):
            fee = self.fee.to_dict()

        insurer: dict[str, Any] | Unset = UNSET
        if not isinstance(self.insurer, Unset):
            insurer = self.insurer.to_dict()

        issued_at: str | Unset = UNSET
        if not isinstance(self.issued_at, Unset):
            issued_at = self.issued_at.isoformat()

        match: dict[str, Any] | Unset = UNSET
        if not isinstance(self.match, Unset):
            match = self.match.to_dict()

        revocation_reason = self.revocation_reason

        revoked_on: str | Unset = UNSET
        if not isinstance(self.revoked_on, Unset):
            revoked_on = self.revoked_on.isoformat()

        warnings: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.warnings, Unset):
            warnings = []
            for warnings_item_data in self.warnings:
                warnings_item = warnings_item_data.to_dict()
                warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "caseReference": case_reference,
                "clinicId": clinic_id,
                "contact": contact,
                "extensions": extensions,
                "feeFor": fee_for,
                "fees": fees,
                "guaranteeId": guarantee_id,
                "invoiceTo": invoice_to,
                "number": number,
                "payer": payer,
                "practitionerId": practitioner_id,
                "sessionsBooked": sessions_booked,
                "sessionsGranted": sessions_granted,
                "sessionsUsed": sessions_used,
                "settlement": settlement,
                "status": status,
                "treatment": treatment,
                "validFrom": valid_from,
                "validUntil": valid_until,
                "version": version,
            }
        )
        if asked_extensions is not UNSET:
            field_dict["askedExtensions"] = asked_extensions
        if begin_by is not UNSET:
            field_dict["beginBy"] = begin_by
        if begun_on is not UNSET:
            field_dict["begunOn"] = begun_on
        if client is not UNSET:
            field_dict["client"] = client
        if course_ended_at is not UNSET:
            field_dict["courseEndedAt"] = course_ended_at
        if declines is not UNSET:
            field_dict["declines"] = declines
        if extended_at is not UNSET:
            field_dict["extendedAt"] = extended_at
        if fee is not UNSET:
            field_dict["fee"] = fee
        if insurer is not UNSET:
            field_dict["insurer"] = insurer
        if issued_at is not UNSET:
            field_dict["issuedAt"] = issued_at
        if match is not UNSET:
            field_dict["match"] = match
        if revocation_reason is not UNSET:
            field_dict["revocationReason"] = revocation_reason
        if revoked_on is not UNSET:
            field_dict["revokedOn"] = revoked_on
        if warnings is not UNSET:
            field_dict["warnings"] = warnings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agreed_fee import AgreedFee  # noqa: PLC0415
        from ..models.asked_extension import AskedExtension  # noqa: PLC0415
        from ..models.granted_extension import GrantedExtension  # noqa: PLC0415
        from ..models.insurer import Insurer  # noqa: PLC0415
        from ..models.invoice_address import InvoiceAddress  # noqa: PLC0415
        from ..models.match import Match  # noqa: PLC0415
        from ..models.match_warning import MatchWarning  # noqa: PLC0415
        from ..models.matched_client import MatchedClient  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.past_match import PastMatch  # noqa: PLC0415
        from ..models.payer_contact import PayerContact  # noqa: PLC0415

        d = dict(src_dict)
        case_reference = d.pop("caseReference")

        def _parse_clinic_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        clinic_id = _parse_clinic_id(d.pop("clinicId"))

        contact = PayerContact.from_dict(d.pop("contact"))

        extensions = []
        _extensions = d.pop("extensions")
        for extensions_item_data in _extensions:
            extensions_item = GrantedExtension.from_dict(extensions_item_data)

            extensions.append(extensions_item)

        fee_for = check_guarantee_fee_for(d.pop("feeFor"))

        fees = []
        _fees = d.pop("fees")
        for fees_item_data in _fees:
            fees_item = AgreedFee.from_dict(fees_item_data)

            fees.append(fees_item)

        guarantee_id = d.pop("guaranteeId")

        invoice_to = InvoiceAddress.from_dict(d.pop("invoiceTo"))

        number = d.pop("number")

        payer = d.pop("payer")

        def _parse_practitioner_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        practitioner_id = _parse_practitioner_id(d.pop("practitionerId"))

        sessions_booked = d.pop("sessionsBooked")

        sessions_granted = d.pop("sessionsGranted")

        sessions_used = d.pop("sessionsUsed")

        settlement = check_guarantee_settlement(d.pop("settlement"))

        status = check_guarantee_status(d.pop("status"))

        treatment = check_guarantee_treatment(d.pop("treatment"))

        valid_from = datetime.date.fromisoformat(d.pop("validFrom"))

        valid_until = datetime.date.fromisoformat(d.pop("validUntil"))

        version = d.pop("version")

        _asked_extensions = d.pop("askedExtensions", UNSET)
        asked_extensions: list[AskedExtension] | Unset = UNSET
        if _asked_extensions is not UNSET:
            asked_extensions = []
            for asked_extensions_item_data in _asked_extensions:
                asked_extensions_item = AskedExtension.from_dict(asked_extensions_item_data)

                asked_extensions.append(asked_extensions_item)

        _begin_by = d.pop("beginBy", UNSET)
        begin_by: datetime.date | Unset
        if isinstance(_begin_by, Unset):
            begin_by = UNSET
        else:
            begin_by = datetime.date.fromisoformat(_begin_by)

        _begun_on = d.pop("begunOn", UNSET)
        begun_on: datetime.date | Unset
        if isinstance(_begun_on, Unset):
            begun_on = UNSET
        else:
            begun_on = datetime.date.fromisoformat(_begun_on)

        _client = d.pop("client", UNSET)
        client: MatchedClient | Unset
        if isinstance(_client, Unset):
            client = UNSET
        else:
            client = MatchedClient.from_dict(_client)

        _course_ended_at = d.pop("courseEndedAt", UNSET)
        course_ended_at: datetime.datetime | Unset
        if isinstance(_course_ended_at, Unset):
            course_ended_at = UNSET
        else:
            course_ended_at = datetime.datetime.fromisoformat(_course_ended_at)

        _declines = d.pop("declines", UNSET)
        declines: list[PastMatch] | Unset = UNSET
        if _declines is not UNSET:
            declines = []
            for declines_item_data in _declines:
                declines_item = PastMatch.from_dict(declines_item_data)

                declines.append(declines_item)

        _extended_at = d.pop("extendedAt", UNSET)
        extended_at: datetime.datetime | Unset
        if isinstance(_extended_at, Unset):
            extended_at = UNSET
        else:
            extended_at = datetime.datetime.fromisoformat(_extended_at)

        _fee = d.pop("fee", UNSET)
        fee: Money | Unset
        if isinstance(_fee, Unset):
            fee = UNSET
        else:
            fee = Money.from_dict(_fee)

        _insurer = d.pop("insurer", UNSET)
        insurer: Insurer | Unset
        if isinstance(_insurer, Unset):
            insurer = UNSET
        else:
            insurer = Insurer.from_dict(_insurer)

        _issued_at = d.pop("issuedAt", UNSET)
        issued_at: datetime.datetime | Unset
        if isinstance(_issued_at, Unset):
            issued_at = UNSET
        else:
            issued_at = datetime.datetime.fromisoformat(_issued_at)

        _match = d.pop("match", UNSET)
        match: Match | Unset
        if isinstance(_match, Unset):
            match = UNSET
        else:
            match = Match.from_dict(_match)

        revocation_reason = d.pop("revocationReason", UNSET)

        _revoked_on = d.pop("revokedOn", UNSET)
        revoked_on: datetime.date | Unset
        if isinstance(_revoked_on, Unset):
            revoked_on = UNSET
        else:
            revoked_on = datetime.date.fromisoformat(_revoked_on)

        _warnings = d.pop("warnings", UNSET)
        warnings: list[MatchWarning] | Unset = UNSET
        if _warnings is not UNSET:
            warnings = []
            for warnings_item_data in _warnings:
                warnings_item = MatchWarning.from_dict(warnings_item_data)

                warnings.append(warnings_item)

        guarantee = cls(
            case_reference=case_reference,
            clinic_id=clinic_id,
            contact=contact,
            extensions=extensions,
            fee_for=fee_for,
            fees=fees,
            guarantee_id=guarantee_id,
            invoice_to=invoice_to,
            number=number,
            payer=payer,
            practitioner_id=practitioner_id,
            sessions_booked=sessions_booked,
            sessions_granted=sessions_granted,
            sessions_used=sessions_used,
            settlement=settlement,
            status=status,
            treatment=treatment,
            valid_from=valid_from,
            valid_until=valid_until,
            version=version,
            asked_extensions=asked_extensions,
            begin_by=begin_by,
            begun_on=begun_on,
            client=client,
            course_ended_at=course_ended_at,
            declines=declines,
            extended_at=extended_at,
            fee=fee,
            insurer=insurer,
            issued_at=issued_at,
            match=match,
            revocation_reason=revocation_reason,
            revoked_on=revoked_on,
            warnings=warnings,
        )

        guarantee.additional_properties = d
        return guarantee

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
