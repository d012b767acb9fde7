from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mandate_given_by import MandateGivenBy, check_mandate_given_by
from ..models.mandate_powers_item import MandatePowersItem, check_mandate_powers_item
from ..models.mandate_revoked_by_type_0 import (
    MandateRevokedByType0,
    check_mandate_revoked_by_type_0,
)
from ..models.mandate_state import MandateState, check_mandate_state

if TYPE_CHECKING:
    from ..models.decision_evidence import DecisionEvidence
    from ..models.holder import Holder


T = TypeVar("T", bound="Mandate")


@_attrs_define
class Mandate:
    """A mandate in a case.

    Attributes:
        claim_id (str): The id of the claim.
        evidence (DecisionEvidence | None): How staff knew it, when they recorded it; null when it was given here.
        given_at (datetime.datetime): When it was given.
        given_by (MandateGivenBy): Who gave it; staff only record it.
        given_by_name (None | str): The registered name of who gave it; null when no policy insures them, or for staff
            none of the own payer.
        has_access (bool): Whether the holder was named with a national number, and so can log in.
        holder (Holder): Who holds a mandate, as the giver wrote it.
        lapses_on (datetime.date | None): The first day on which it is no longer in force; null without an end.
        mandate_id (str): The id of the mandate.
        person_id (str): The id of the person whose case it is.
        powers (list[MandatePowersItem]): What the holder may do. `contact`: read the case and write to us. `act`: also
            upload, book and ask for more.
        revocation_evidence (DecisionEvidence | None): How staff knew it, if they recorded it; else null.
        revoked_at (datetime.datetime | None): When it was revoked; else null.
        revoked_by (MandateRevokedByType0 | None): Who revoked it; else null.
        revoked_by_name (None | str): The registered name of who revoked it, if any; else null.
        state (MandateState): Whether it is in force, or how it ended; a guardian's lapses at 15.
    """

    claim_id: str
    evidence: DecisionEvidence | None
    given_at: datetime.datetime
    given_by: MandateGivenBy
    given_by_name: None | str
    has_access: bool
    holder: Holder
    lapses_on: datetime.date | None
    mandate_id: str
    person_id: str
    powers: list[MandatePowersItem]
    revocation_evidence: DecisionEvidence | None
    revoked_at: datetime.datetime | None
    revoked_by: MandateRevokedByType0 | None
    revoked_by_name: None | str
    state: MandateState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.decision_evidence import DecisionEvidence  # noqa: PLC0415

        claim_id = self.claim_id

        evidence: dict[str, Any] | None
        if isinstance(self.evidence, DecisionEvidence):
            evidence = self.evidence.to_dict()
        else:
            evidence = self.evidence

        given_at = self.given_at.isoformat()

        given_by: str = self.given_by

        given_by_name: None | str
        given_by_name = self.given_by_name

        has_access = self.has_access

        holder = self.holder.to_dict()

        lapses_on: None | str
        if isinstance(self.lapses_on, datetime.date):
            lapses_on = self.lapses_on.isoformat()
        else:
            lapses_on = self.lapses_on

        mandate_id = self.mandate_id

        person_id = self.person_id

        powers = []
        for powers_item_data in self.powers:
            powers_item: str = powers_item_data
            powers.append(powers_item)

        revocation_evidence: dict[str, Any] | None
        if isinstance(self.revocation_evidence, DecisionEvidence):
            revocation_evidence = self.revocation_evidence.to_dict()
        else:
            revocation_evidence = self.revocation_evidence

        revoked_at: None | str
        if isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()
        else:
            revoked_at = self.revoked_at

        revoked_by: None | str
        if isinstance(self.revoked_by, str):
            revoked_by = self.revoked_by
        else:
            revoked_by = self.revoked_by

        revoked_by_name: None | str
        revoked_by_name = self.revoked_by_name

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "claimId": claim_id,
                "evidence": evidence,
                "givenAt": given_at,
                "givenBy": given_by,
                "givenByName": given_by_name,
                "hasAccess": has_access,
                "holder": holder,
                "lapsesOn": lapses_on,
                "mandateId": mandate_id,
                "personId": person_id,
                "powers": powers,
                "revocationEvidence": revocation_evidence,
                "revokedAt": revoked_at,
                "revokedBy": revoked_by,
                "revokedByName": revoked_by_name,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.decision_evidence import DecisionEvidence  # noqa: PLC0415
        from ..models.holder import Holder  # noqa: PLC0415

        d = dict(src_dict)
        claim_id = d.pop("claimId")

        def _parse_evidence(data: object) -> DecisionEvidence | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                evidence_type_0 = DecisionEvidence.from_dict(data)

                return evidence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DecisionEvidence | None, data)

        evidence = _parse_evidence(d.pop("evidence"))

        given_at = datetime.datetime.fromisoformat(d.pop("givenAt"))

        given_by = check_mandate_given_by(d.pop("givenBy"))

        def _parse_given_by_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        given_by_name = _parse_given_by_name(d.pop("givenByName"))

        has_access = d.pop("hasAccess")

        holder = Holder.from_dict(d.pop("holder"))

        def _parse_lapses_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lapses_on_type_0 = datetime.date.fromisoformat(data)

                return lapses_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        lapses_on = _parse_lapses_on(d.pop("lapsesOn"))

        mandate_id = d.pop("mandateId")

        person_id = d.pop("personId")

        powers = []
        _powers = d.pop("powers")
        for powers_item_data in _powers:
            powers_item = check_mandate_powers_item(powers_item_data)

            powers.append(powers_item)

        def _parse_revocation_evidence(data: object) -> DecisionEvidence | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                revocation_evidence_type_0 = DecisionEvidence.from_dict(data)

                return revocation_evidence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DecisionEvidence | None, data)

        revocation_evidence = _parse_revocation_evidence(d.pop("revocationEvidence"))

        def _parse_revoked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data)

                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revoked_at = _parse_revoked_at(d.pop("revokedAt"))

        def _parse_revoked_by(data: object) -> MandateRevokedByType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_by_type_0 = check_mandate_revoked_by_type_0(data)

                return revoked_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MandateRevokedByType0 | None, data)

        revoked_by = _parse_revoked_by(d.pop("revokedBy"))

        def _parse_revoked_by_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        revoked_by_name = _parse_revoked_by_name(d.pop("revokedByName"))

        state = check_mandate_state(d.pop("state"))

        mandate = cls(
            claim_id=claim_id,
            evidence=evidence,
            given_at=given_at,
            given_by=given_by,
            given_by_name=given_by_name,
            has_access=has_access,
            holder=holder,
            lapses_on=lapses_on,
            mandate_id=mandate_id,
            person_id=person_id,
            powers=powers,
            revocation_evidence=revocation_evidence,
            revoked_at=revoked_at,
            revoked_by=revoked_by,
            revoked_by_name=revoked_by_name,
            state=state,
        )

        mandate.additional_properties = d
        return mandate

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
