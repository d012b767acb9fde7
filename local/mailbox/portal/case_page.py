"""The content of the page of a case (F4-42): what the API shows of a claim to who has logged in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from helsebro.notifications.contact_record import Language
from helsebro_aws.notifications.words import words as words_of_messages
from local.mailbox.portal.portal_frame import part, record, words


def words_for(language: Language, *, is_staff: bool) -> Mapping[str, Any]:
    """Returns the words of the page: for the member, or for the payer's staff."""
    known = words(language)
    if not is_staff:
        return known
    theirs = known["staff"]
    return {**known, **theirs, "states": {**known["states"], **theirs["states"]}}


def title(language: Language, *, is_staff: bool) -> str:
    """Returns the title of the page."""
    return str(words_for(language, is_staff=is_staff)["title"])


def content(answers: Sequence[Any], language: Language, *, is_staff: bool) -> str:
    """Returns the content for the API's answers: a claim, and for the member the own sessions."""
    claim, *others = answers
    listed = others[0]["items"] if others and others[0] else []
    booked = [each for each in listed if each["claimId"] == claim["claimId"] and each["status"] == "booked"]
    known = words_for(language, is_staff=is_staff)
    states = known["states"]
    missing = [states[paper] for paper in claim["missing"]] or [known["nothing"]]
    deadlines = [_deadline(each, known, language) for each in claim["deadlines"]] or [known["nothing"]]
    asked = claim["clarification"]
    parts = [
        part(known["status"], [states[claim["status"]]]),
        part(known["reported"], [_shown_time(claim["reportedAt"])]),
        part(known["missing"], missing),
        part(known["deadlines"], deadlines),
        part(known["sessions"], [_session(each, known) for each in booked]),
        part(known["question"], [asked["question"] or ""] if asked else []),
        part(known["nextSteps"], [step["text"] for step in claim["nextSteps"]]),
    ]
    delay = f"<p>{escape(claim['delay']['text'])}</p>" if claim["delay"] else ""
    return f"{delay}{record(claim['claimId'], parts)}"


def _session(booking: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    """Returns when and where a session is, with whom, whom to phone, and until when it is free to cancel."""
    address = booking.get("address", {})
    street = ", ".join(address[name] for name in ("street", "postcode", "city") if name in address)
    who = (booking.get(name, "") for name in ("practitionerName", "clinicName", "clinicPhone"))
    free = f"{known['free']} {_shown_time(booking['lateFrom'])}"
    return "; ".join(filter(None, (_shown_time(booking["startsAt"]), *who, street, free)))


def _deadline(deadline: Mapping[str, str], known: Mapping[str, Any], language: Language) -> str:
    kind = words_of_messages(language)["kind"].get(deadline["kind"], deadline["kind"])
    return f"{kind}: {_shown_time(deadline['dueAt'])}, {known['states'][deadline['state']]}"


def _shown_time(instant: str) -> str:
    return f"{instant[:10]} {instant[11:16]} UTC"
