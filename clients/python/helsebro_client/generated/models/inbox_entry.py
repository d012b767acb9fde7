from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.inbox_entry_need_type_0 import (
    InboxEntryNeedType0,
    check_inbox_entry_need_type_0,
)
from ..models.inbox_entry_queue import InboxEntryQueue, check_inbox_entry_queue
from ..types import UNSET, Unset

T = TypeVar("T", bound="InboxEntry")


@_attrs_define
class InboxEntry:
    """A case or an enquiry in the inbox.

    Attributes:
        assignee (None | str): The subject of the staff member who works on it; null for no one.
        changed_at (datetime.datetime): When someone last wrote, answered or took it.
        language (str): The member's language.
        messages (int): How many messages it has, with notes.
        need (InboxEntryNeedType0 | None): What the words that wait suggest that cannot: `acute`, a doctor at once;
            `crisis`, someone to talk to. Such a thread comes first. Null for others.
        person_id (str): The id of the person.
        queue (InboxEntryQueue): Whose staff read and answer it.
        thread_id (str): The id of the thread: that of its claim, or of the enquiry before a case.
        unread (int): How many of them the staff have not read.
        waits_since (datetime.datetime | None): Since when a message waits for an answer; null when none does.
        claim_id (str | Unset): Absent for an enquiry before a case.
        enquiry_id (str | Unset): Absent for a case.
        person_name (None | str | Unset): The person's registered name, as in the policy. For the staff of the payer;
            null where no policy of the payer names the person.
    """

    assignee: None | str
    changed_at: datetime.datetime
    language: str
    messages: int
    need: InboxEntryNeedType0 | None
    person_id: str
    queue: InboxEntryQueue
    thread_id: str
    unread: int
    waits_since: datetime.datetime | None
    claim_id: str | Unset = UNSET
    enquiry_id: str | Unset = UNSET
    person_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assignee: None | str
        assignee = self.assignee

        changed_at = self.changed_at.isoformat()

        language = self.language

        messages = self.messages

        need: None | str
        if isinstance(self.need, str):
            need = self.need
        else:
            need = self.need

        person_id = self.person_id

        queue: str = self.queue

        thread_id = self.thread_id

        unread = self.unread

        waits_since: None | str
        if isinstance(self.waits_since, datetime.datetime):
            waits_since = self.waits_since.isoformat()
        else:
            waits_since = self.waits_since

        claim_id = self.claim_id

        enquiry_id = self.enquiry_id

        person_name: None | str | Unset
        if isinstance(self.person_name, Unset):
            person_name = UNSET
        else:
            person_name = self.person_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assignee": assignee,
                "changedAt": changed_at,
                "language": language,
                "messages": messages,
                "need": need,
                "personId": person_id,
                "queue": queue,
                "threadId": thread_id,
                "unread": unread,
                "waitsSince": waits_since,
            }
        )
        if claim_id is not UNSET:
            field_dict["claimId"] = claim_id
        if enquiry_id is not UNSET:
            field_dict["enquiryId"] = enquiry_id
        if person_name is not UNSET:
            field_dict["personName"] = person_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_assignee(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        assignee = _parse_assignee(d.pop("assignee"))

        changed_at = datetime.datetime.fromisoformat(d.pop("changedAt"))

        language = d.pop("language")

        messages = d.pop("messages")

        def _parse_need(data: object) -> InboxEntryNeedType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                need_type_0 = check_inbox_entry_need_type_0(data)

                return need_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(InboxEntryNeedType0 | None, data)

        need = _parse_need(d.pop("need"))

        person_id = d.pop("personId")

        queue = check_inbox_entry_queue(d.pop("queue"))

        thread_id = d.pop("threadId")

        unread = d.pop("unread")

        def _parse_waits_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                waits_since_type_0 = datetime.datetime.fromisoformat(data)

                return waits_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        waits_since = _parse_waits_since(d.pop("waitsSince"))

        claim_id = d.pop("claimId", UNSET)

        enquiry_id = d.pop("enquiryId", UNSET)

        def _parse_person_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        person_name = _parse_person_name(d.pop("personName", UNSET))

        inbox_entry = cls(
            assignee=assignee,
            changed_at=changed_at,
            language=language,
            messages=messages,
            need=need,
            person_id=person_id,
            queue=queue,
            thread_id=thread_id,
            unread=unread,
            waits_since=waits_since,
            claim_id=claim_id,
            enquiry_id=enquiry_id,
            person_name=person_name,
        )

        inbox_entry.additional_properties = d
        return inbox_entry

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
