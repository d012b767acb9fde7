"""The pages behind the links of onboarding: which call goes on from there, and where the token goes.

The token is the part of the link after ``#``, which no browser sends to a server.
"""

from __future__ import annotations

from html import escape

from helsebro.notifications.contact_record import Language
from local.mailbox.portal.portal_frame import framed, words

CALLS = {
    "contract": (
        "GET /v1/clinics/{0}/application",
        "Helsebro-Invitation: <token>",
        "GET /v1/clinics/{0}/contract",
        "Helsebro-Invitation: <token>",
        "POST /v1/clinics/{0}/contract/sign",
        '{{"invitation": "<token>"}}',
    ),
    "invitation": ("POST /v1/practitioners/{0}/user/accept", '{{"invitation": "<token>"}}'),
}
"""The last segment of a link → the calls of the API that follow it."""


def how_to_go_on(path: str, kind: str, record_id: str, language: Language) -> str:
    """Returns the page at this path, which names the calls that a portal makes here."""
    known = words(language)["onboarding"]
    calls = "\n".join(escape(line.format(record_id)) for line in CALLS[kind])
    return framed(path, known[kind], f"<p>{escape(known['how'])}</p><pre>{calls}</pre>", language)
