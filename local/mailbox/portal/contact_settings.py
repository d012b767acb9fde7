"""Contact settings: the page on which people see and change how they are reached, and by what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, ClassVar

from helsebro.notifications.preferences import FIELD_OF
from helsebro_aws.http.pages.page import NAMES
from local.clinic.clinic_system import Reply
from local.mailbox.page_answer import PageAnswer
from local.mailbox.portal.portal_call import PortalApi
from local.mailbox.portal.portal_frame import POLICY, framed, problem_of, refusal, words

ADDRESS = ("name", "street", "postcode", "city", "country")
CHOICES, CONTACT = "/v1/me/notifications", "/v1/me/contact"


@dataclass(frozen=True)
class ContactSettings:
    """The page at this path, of the person with this access to the API."""

    path: str
    api: PortalApi
    FORMS: ClassVar[tuple[str, ...]] = ("choices", "contact")

    def read(self) -> tuple[Reply, Reply]:
        """Returns the API's answers: the choices, and the contact."""
        return self.api.get(CHOICES), self.api.get(CONTACT)

    def change(self, form: str, given: Mapping[str, str]) -> PageAnswer:
        """Stores what a form says and leads to the page; a refusal is shown with a way to log in again."""
        path, body = (CHOICES, _choices(given)) if form == "choices" else (CONTACT, _contact(given))
        answer = self.api.put(path, body, given.get("version", ""))
        if answer.status == 200:
            return PageAnswer.to(self.path)
        return PageAnswer.html(self._refused(answer), POLICY, answer.status)

    def page(self, read: Sequence[Reply]) -> str:
        """Returns the page for the answers of ``read``."""
        choices, contact = (answer.body for answer in read)
        known = words(self.api.language)
        content = self._contact_form(contact) + self._choices_form(choices)
        return framed(self.path, known["settings"], content, self.api.language)

    def _refused(self, answer: Reply) -> str:
        language, problem = self.api.language, problem_of(answer)
        if answer.status == 401:
            again = f'<p><a href="{self.path}/login">{words(language)["again"]}</a></p>'
            return framed(self.path, problem["title"], f"<p>{escape(problem['detail'])}</p>{again}", language)
        faults = [str(fault.get("detail", fault.get("code", ""))) for fault in problem.get("errors", [])]
        if not faults:
            return refusal(self.path, answer, language)
        listed = "".join(f"<li>{escape(fault)}" for fault in faults)
        content = f"<p>{escape(problem['detail'])}</p><ul>{listed}</ul>"
        return framed(self.path, problem["title"], content, language)

    def _contact_form(self, contact: Mapping[str, Any]) -> str:
        known, place = words(self.api.language), contact.get("address", {})
        fields = [_field(known[way], way, contact.get(way, "")) for way in ("email", "phone")]
        fields += [_field(known[name], name, place.get(name, "")) for name in ADDRESS]
        options = "".join(
            f'<option value="{value}"{" selected" if value == contact["language"] else ""}>{name}</option>'
            for value, name in NAMES.items()
        )
        fields.append(f'<p><label>{known["language"]} <select name="language">{options}</select></label>')
        return self._form("contact", known["yourContact"], contact["version"], "".join(fields))

    def _choices_form(self, choices: Mapping[str, Any]) -> str:
        known = words(self.api.language)
        heads = "".join(f"<th>{known['channels'][channel]}" for channel in FIELD_OF.values())
        rows = "".join(_row(kind, known) for kind in choices["kinds"])
        quiet = known["quiet"].format(**choices["quietHours"])
        table = f"<p>{escape(quiet)}</p><table><tr><th>{known['kind']}{heads}</tr>{rows}</table>"
        return self._form("choices", known["kinds"], choices["version"], table)

    def _form(self, form: str, heading: str, version: int, fields: str) -> str:
        return (
            f'<h2>{escape(heading)}</h2><form method="post" action="{self.path}/{form}">'
            f'<input type="hidden" name="version" value="{version}">{fields}'
            f"<p><button>{words(self.api.language)['save']}</button></form>"
        )


def _field(label: str, name: str, value: str) -> str:
    return f'<p><label>{escape(label)} <input name="{name}" value="{escape(value)}"></label>'


def _row(choice: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    kind, title = escape(choice["kind"]), choice["title"]
    boxes = "".join(
        f'<td><input type="checkbox" name="{kind}.{channel}"{" checked" if chosen else ""}'
        f' aria-label="{escape(title)}: {known["channels"][channel]}">'
        for channel, chosen in choice["channels"].items()
    )
    always = "" if choice["mayBeOff"] else f" ({known['necessary']})"
    return f'<tr><td>{escape(title)}{always}<input type="hidden" name="{kind}" value="shown">{boxes}</tr>'


def _choices(given: Mapping[str, str]) -> dict[str, Any]:
    """Returns the choices of every kind that the form shows; a box that is not ticked is not sent."""
    kinds = [name for name, value in given.items() if value == "shown" and "." not in name]
    return {
        "kinds": {
            kind: {channel: f"{kind}.{channel}" in given for channel in FIELD_OF.values()} for kind in kinds
        }
    }


def _contact(given: Mapping[str, str]) -> dict[str, Any]:
    """Returns the contact of the form; a field that was left empty is left out."""
    filled = {name: value.strip() for name, value in given.items() if value.strip()}
    contact: dict[str, Any] = {
        name: filled[name] for name in ("email", "phone", "language") if name in filled
    }
    place = {name: filled[name] for name in ADDRESS if name in filled}
    return {**contact, "address": place} if place else contact
