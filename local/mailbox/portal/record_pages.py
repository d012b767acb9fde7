"""Record pages: what the API is asked for behind each link of a message, and what shows the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from helsebro.notifications.contact_record import Language
from local.mailbox.portal import (
    accounts_page,
    case_page,
    clinic_page,
    consents_page,
    family_page,
    messages_page,
    person_page,
    policy_page,
)


@dataclass(frozen=True)
class RecordPage:
    """``reads`` are the API's paths, with ``{}`` for the id; ``content`` gets their answers in this order.

    Only the first must be answered: ``content`` gets None for another one that the API refuses. ``leads_to``
    are further paths, which the first answer names.
    """

    reads: tuple[str, ...]
    title: Callable[[Language], str]
    content: Callable[[Sequence[Any], Language], str]
    leads_to: Callable[[Mapping[str, Any]], tuple[str, ...]] = lambda _: ()


POLICY_PAGE = RecordPage(
    ("/v1/policies/{}", "/v1/policies/{}/contact", "/v1/policies/{}/notifications"),
    policy_page.title,
    policy_page.content,
)
CLINIC_PAGE = RecordPage(
    ("/v1/clinics/{}", "/v1/clinics/{}/webhook-endpoints"), clinic_page.title, clinic_page.content
)
PERSON_PAGE = RecordPage(("/v1/people/{}/contact",), person_page.title, person_page.content)

ENQUIRY_PAGE = RecordPage(("/v1/enquiries/{}/messages",), messages_page.title, messages_page.content)


def _case(*, is_staff: bool) -> RecordPage:
    title = partial(case_page.title, is_staff=is_staff)
    reads = ("/v1/claims/{}",) if is_staff else ("/v1/claims/{}", "/v1/bookings")
    return RecordPage(reads, title, partial(case_page.content, is_staff=is_staff))


RECORD_PAGES: Mapping[str, Mapping[str, RecordPage]] = {
    "": {"cases": _case(is_staff=False), "policies": POLICY_PAGE, "clinics": CLINIC_PAGE},
    "/staff": {
        "cases": _case(is_staff=True),
        "policies": POLICY_PAGE,
        "clinics": CLINIC_PAGE,
        "people": PERSON_PAGE,
        "enquiries": ENQUIRY_PAGE,
    },
}
"""Part of the portal → the first segment of a path → its page."""
OWN_PAGES: Mapping[str, RecordPage] = {
    "messages": RecordPage(("/v1/me/messages",), messages_page.title, messages_page.content),
    "consents": RecordPage(("/v1/me/consents",), consents_page.title, consents_page.content),
    "family": RecordPage(("/v1/me",), family_page.title, family_page.content),
    "account": RecordPage(("/v1/me",), accounts_page.title, accounts_page.content, accounts_page.reads),
}
"""The path of a page of the person who has logged in → the page."""
