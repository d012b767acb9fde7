from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.client_contacted import ClientContacted
    from ..models.client_referred_on import ClientReferredOn
    from ..models.clinic_changed import ClinicChanged
    from ..models.extension_requested import ExtensionRequested
    from ..models.of_booking import OfBooking
    from ..models.of_guarantee import OfGuarantee
    from ..models.practitioner_changed import PractitionerChanged
    from ..models.session_cancelled import SessionCancelled
    from ..models.slots_published import SlotsPublished
    from ..models.slots_withdrawn import SlotsWithdrawn


T = TypeVar("T", bound="ClinicEvent")


@_attrs_define
class ClinicEvent:
    """The body of `POST /v1/clinic-events`.

    Attributes:
        data (ClientContacted | ClientReferredOn | ClinicChanged | ExtensionRequested | OfBooking | OfGuarantee |
            PractitionerChanged | SessionCancelled | SlotsPublished | SlotsWithdrawn):
        timestamp (datetime.datetime):
        type_ (str):
    """

    data: (
        ClientContacted
        | ClientReferredOn
        | ClinicChanged
        | ExtensionRequested
        | OfBooking
        | OfGuarantee
        | PractitionerChanged
        | SessionCancelled
        | SlotsPublished
        | SlotsWithdrawn
    )
    timestamp: datetime.datetime
    type_: str

    def to_dict(self) -> dict[str, Any]:
        from ..models.client_contacted import ClientContacted  # noqa: PLC0415
        from ..models.client_referred_on import ClientReferredOn  # noqa: PLC0415
        from ..models.clinic_changed import ClinicChanged  # noqa: PLC0415
        from ..models.extension_requested import ExtensionRequested  # noqa: PLC0415
        from ..models.of_booking import OfBooking  # noqa: PLC0415
        from ..models.of_guarantee import OfGuarantee  # noqa: PLC0415
        from ..models.session_cancelled import SessionCancelled  # noqa: PLC0415
        from ..models.slots_published import SlotsPublished  # noqa: PLC0415
        from ..models.slots_withdrawn import SlotsWithdrawn  # noqa: PLC0415

        data: dict[str, Any]
        if isinstance(self.data, SlotsPublished):
            data = self.data.to_dict()
        elif isinstance(self.data, SlotsWithdrawn):
            data = self.data.to_dict()
        elif isinstance(self.data, ClientContacted):
            data = self.data.to_dict()
        elif isinstance(self.data, OfBooking):
            data = self.data.to_dict()
        elif isinstance(self.data, SessionCancelled):
            data = self.data.to_dict()
        elif isinstance(self.data, OfGuarantee):
            data = self.data.to_dict()
        elif isinstance(self.data, ExtensionRequested):
            data = self.data.to_dict()
        elif isinstance(self.data, ClientReferredOn):
            data = self.data.to_dict()
        elif isinstance(self.data, ClinicChanged):
            data = self.data.to_dict()
        else:
            data = self.data.to_dict()

        timestamp = self.timestamp.isoformat()

        type_ = self.type_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "data": data,
                "timestamp": timestamp,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.client_contacted import ClientContacted  # noqa: PLC0415
        from ..models.client_referred_on import ClientReferredOn  # noqa: PLC0415
        from ..models.clinic_changed import ClinicChanged  # noqa: PLC0415
        from ..models.extension_requested import ExtensionRequested  # noqa: PLC0415
        from ..models.of_booking import OfBooking  # noqa: PLC0415
        from ..models.of_guarantee import OfGuarantee  # noqa: PLC0415
        from ..models.practitioner_changed import PractitionerChanged  # noqa: PLC0415
        from ..models.session_cancelled import SessionCancelled  # noqa: PLC0415
        from ..models.slots_published import SlotsPublished  # noqa: PLC0415
        from ..models.slots_withdrawn import SlotsWithdrawn  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_data(
            data: object,
        ) -> (
            ClientContacted
            | ClientReferredOn
            | ClinicChanged
            | ExtensionRequested
            | OfBooking
            | OfGuarantee
            | PractitionerChanged
            | SessionCancelled
            | SlotsPublished
            | SlotsWithdrawn
        ):
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_0 = SlotsPublished.from_dict(data)

                return data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_1 = SlotsWithdrawn.from_dict(data)

                return data_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_2 = ClientContacted.from_dict(data)

                return data_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_3 = OfBooking.from_dict(data)

                return data_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_4 = SessionCancelled.from_dict(data)

                return data_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_5 = OfGuarantee.from_dict(data)

                return data_type_5
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_6 = ExtensionRequested.from_dict(data)

                return data_type_6
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_7 = ClientReferredOn.from_dict(data)

                return data_type_7
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_8 = ClinicChanged.from_dict(data)

                return data_type_8
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            data_type_9 = PractitionerChanged.from_dict(data)

            return data_type_9

        data = _parse_data(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = d.pop("type")

        clinic_event = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
        )

        return clinic_event
