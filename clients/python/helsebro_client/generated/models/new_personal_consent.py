from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_personal_consent_kind import (
    NewPersonalConsentKind,
    check_new_personal_consent_kind,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPersonalConsent")


@_attrs_define
class NewPersonalConsent:
    """A yes or a no that belongs to no case.

    Attributes:
        given (bool): True to give the consent, false to refuse or withdraw it.
        kind (NewPersonalConsentKind | Unset): Which consent; the general one when it is left out. Default: 'general'.
        text_version (None | str | Unset): The version of the text that was read (`GET /v1/consent-texts`). The decision
            is refused when another one is to be decided on today.
    """

    given: bool
    kind: NewPersonalConsentKind | Unset = "general"
    text_version: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        given = self.given

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind

        text_version: None | str | Unset
        if isinstance(self.text_version, Unset):
            text_version = UNSET
        else:
            text_version = self.text_version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "given": given,
            }
        )
        if kind is not UNSET:
            field_dict["kind"] = kind
        if text_version is not UNSET:
            field_dict["textVersion"] = text_version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        given = d.pop("given")

        _kind = d.pop("kind", UNSET)
        kind: NewPersonalConsentKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = check_new_personal_consent_kind(_kind)

        def _parse_text_version(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text_version = _parse_text_version(d.pop("textVersion", UNSET))

        new_personal_consent = cls(
            given=given,
            kind=kind,
            text_version=text_version,
        )

        return new_personal_consent
