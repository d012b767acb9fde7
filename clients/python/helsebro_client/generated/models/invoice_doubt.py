from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invoice_doubt_kind import InvoiceDoubtKind, check_invoice_doubt_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.asked_account import AskedAccount
    from ..models.denial import Denial
    from ..models.doubtful_place import DoubtfulPlace
    from ..models.invoiced_session import InvoicedSession
    from ..models.money import Money
    from ..models.named_clinic import NamedClinic


T = TypeVar("T", bound="InvoiceDoubt")


@_attrs_define
class InvoiceDoubt:
    """What finance judges about an invoice, because no rule can.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        approving (str): What an approval does, in the caller's language.
        denials (list[Denial]): The reasons for which it may be denied.
        denying (str): What a denial does, in the caller's language.
        first (list[DoubtfulPlace]): The first doubtful places; the invoice lists all.
        kind (InvoiceDoubtKind): What the document is.
        places (int): The number of all doubtful places.
        sessions (list[InvoicedSession]): The sessions in it.
        clinic (NamedClinic | Unset): The clinic, as the register of clinics named it then.
        due_on (datetime.date | Unset): When it is to be paid; absent for a credit note.
        number (str | Unset): The clinic's own number.
        pay_to (AskedAccount | Unset): The account that the invoice asks to be paid to.
    """

    amount: Money
    approving: str
    denials: list[Denial]
    denying: str
    first: list[DoubtfulPlace]
    kind: InvoiceDoubtKind
    places: int
    sessions: list[InvoicedSession]
    clinic: NamedClinic | Unset = UNSET
    due_on: datetime.date | Unset = UNSET
    number: str | Unset = UNSET
    pay_to: AskedAccount | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        approving = self.approving

        denials = []
        for denials_item_data in self.denials:
            denials_item = denials_item_data.to_dict()
            denials.append(denials_item)

        denying = self.denying

        first = []
        for first_item_data in self.first:
            first_item = first_item_data.to_dict()
            first.append(first_item)

        kind: str = self.kind

        places = self.places

        sessions = []
        for sessions_item_data in self.sessions:
            sessions_item = sessions_item_data.to_dict()
            sessions.append(sessions_item)

        clinic: dict[str, Any] | Unset = UNSET
        if not isinstance(self.clinic, Unset):
            clinic = self.clinic.to_dict()

        due_on: str | Unset = UNSET
        if not isinstance(self.due_on, Unset):
            due_on = self.due_on.isoformat()

        number = self.number

        pay_to: dict[str, Any] | Unset = UNSET
        if not isinstance(self.pay_to, Unset):
            pay_to = self.pay_to.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "approving": approving,
                "denials": denials,
                "denying": denying,
                "first": first,
                "kind": kind,
                "places": places,
                "sessions": sessions,
            }
        )
        if clinic is not UNSET:
            field_dict["clinic"] = clinic
        if due_on is not UNSET:
            field_dict["dueOn"] = due_on
        if number is not UNSET:
            field_dict["number"] = number
        if pay_to is not UNSET:
            field_dict["payTo"] = pay_to

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asked_account import AskedAccount  # noqa: PLC0415
        from ..models.denial import Denial  # noqa: PLC0415
        from ..models.doubtful_place import DoubtfulPlace  # noqa: PLC0415
        from ..models.invoiced_session import InvoicedSession  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.named_clinic import NamedClinic  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        approving = d.pop("approving")

        denials = []
        _denials = d.pop("denials")
        for denials_item_data in _denials:
            denials_item = Denial.from_dict(denials_item_data)

            denials.append(denials_item)

        denying = d.pop("denying")

        first = []
        _first = d.pop("first")
        for first_item_data in _first:
            first_item = DoubtfulPlace.from_dict(first_item_data)

            first.append(first_item)

        kind = check_invoice_doubt_kind(d.pop("kind"))

        places = d.pop("places")

        sessions = []
        _sessions = d.pop("sessions")
        for sessions_item_data in _sessions:
            sessions_item = InvoicedSession.from_dict(sessions_item_data)

            sessions.append(sessions_item)

        _clinic = d.pop("clinic", UNSET)
        clinic: NamedClinic | Unset
        if isinstance(_clinic, Unset):
            clinic = UNSET
        else:
            clinic = NamedClinic.from_dict(_clinic)

        _due_on = d.pop("dueOn", UNSET)
        due_on: datetime.date | Unset
        if isinstance(_due_on, Unset):
            due_on = UNSET
        else:
            due_on = datetime.date.fromisoformat(_due_on)

        number = d.pop("number", UNSET)

        _pay_to = d.pop("payTo", UNSET)
        pay_to: AskedAccount | Unset
        if isinstance(_pay_to, Unset):
            pay_to = UNSET
        else:
            pay_to = AskedAccount.from_dict(_pay_to)

        invoice_doubt = cls(
            amount=amount,
            approving=approving,
            denials=denials,
            denying=denying,
            first=first,
            kind=kind,
            places=places,
            sessions=sessions,
            clinic=clinic,
            due_on=due_on,
            number=number,
            pay_to=pay_to,
        )

        invoice_doubt.additional_properties = d
        return invoice_doubt

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
