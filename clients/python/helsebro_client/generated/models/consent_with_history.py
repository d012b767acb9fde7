from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.consent_with_history_claim_status import (
    ConsentWithHistoryClaimStatus,
    check_consent_with_history_claim_status,
)
from ..models.consent_with_history_missing_item import (
    ConsentWithHistoryMissingItem,
    check_consent_with_history_missing_item,
)
from ..models.consent_with_history_status import (
    ConsentWithHistoryStatus,
    check_consent_with_history_status,
)

if TYPE_CHECKING:
    from ..models.past_consent import PastConsent


T = TypeVar("T", bound="ConsentWithHistory")


@_attrs_define
class ConsentWithHistory:
    """The consent of a case, with every decision.

    Attributes:
        claim_id (str): The id of the claim.
        claim_status (ConsentWithHistoryClaimStatus): Where the claim stands.
        expires_on (datetime.date | None): The first day on which a given consent is no longer in force; else null.
        given (bool | None): Whether it is in force; null while it is undecided.
        history (list[PastConsent]): Every decision, newest first.
        missing (list[ConsentWithHistoryMissingItem]): What the member still has to give.
        status (ConsentWithHistoryStatus): Where the consent stands.
    """

    claim_id: str
    claim_status: ConsentWithHistoryClaimStatus
    expires_on: datetime.date | None
    given: bool | None
    history: list[PastConsent]
    missing: list[ConsentWithHistoryMissingItem]
    status: ConsentWithHistoryStatus
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        claim_id = self.claim_id

        claim_status: str = self.claim_status

        expires_on: None | str
        if isinstance(self.expires_on, datetime.date):
            expires_on = self.expires_on.isoformat()
        else:
            expires_on = self.expires_on

        given: bool | None
        given = self.given

        history = []
        for history_item_data in self.history:
            history_item = history_item_data.to_dict()
            history.append(history_item)

        missing = []
        for missing_item_data in self.missing:
            missing_item: str = missing_item_data
            missing.append(missing_item)

        status: str = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "claimId": claim_id,
                "claimStatus": claim_status,
                "expiresOn": expires_on,
                "given": given,
                "history": history,
                "missing": missing,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.past_consent import PastConsent  # noqa: PLC0415

        d = dict(src_dict)
        claim_id = d.pop("claimId")

        claim_status = check_consent_with_history_claim_status(d.pop("claimStatus"))

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

        history = []
        _history = d.pop("history")
        for history_item_data in _history:
            history_item = PastConsent.from_dict(history_item_data)

            history.append(history_item)

        missing = []
        _missing = d.pop("missing")
        for missing_item_data in _missing:
            missing_item = check_consent_with_history_missing_item(missing_item_data)

            missing.append(missing_item)

        status = check_consent_with_history_status(d.pop("status"))

        consent_with_history = cls(
            claim_id=claim_id,
            claim_status=claim_status,
            expires_on=expires_on,
            given=given,
            history=history,
            missing=missing,
            status=status,
        )

        consent_with_history.additional_properties = d
        return consent_with_history

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
