from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.made_declaration import MadeDeclaration
    from ..models.named_signatory import NamedSignatory


T = TypeVar("T", bound="Application")


@_attrs_define
class Application:
    """What a clinic's application says of who signs and what was declared.

    Attributes:
        applied_at (datetime.datetime): When it was sent.
        declaration (MadeDeclaration): The declaration of truth that was made with the application.
        signatory (NamedSignatory): Who signs, as the application says.
    """

    applied_at: datetime.datetime
    declaration: MadeDeclaration
    signatory: NamedSignatory
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        applied_at = self.applied_at.isoformat()

        declaration = self.declaration.to_dict()

        signatory = self.signatory.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "appliedAt": applied_at,
                "declaration": declaration,
                "signatory": signatory,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.made_declaration import MadeDeclaration  # noqa: PLC0415
        from ..models.named_signatory import NamedSignatory  # noqa: PLC0415

        d = dict(src_dict)
        applied_at = datetime.datetime.fromisoformat(d.pop("appliedAt"))

        declaration = MadeDeclaration.from_dict(d.pop("declaration"))

        signatory = NamedSignatory.from_dict(d.pop("signatory"))

        application = cls(
            applied_at=applied_at,
            declaration=declaration,
            signatory=signatory,
        )

        application.additional_properties = d
        return application

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
