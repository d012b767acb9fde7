"""The server of a subscribed calendar, called with the care of webhooks: it is a stranger's.

Only https to a public address; no redirect is followed, at most a megabyte is read, in 10 seconds in all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from helsebro.calendars.subscriptions.calendar_fault import CalendarFault
from helsebro.calendars.subscriptions.calendar_subscription import CalendarUnreadable
from helsebro_aws.webhooks import safe_address
from helsebro_aws.webhooks.safe_call import CalledServer, NoAnswer, NotConnected

AGENT = "Helsebro-Calendars/1"
LARGEST = 1_048_576
WHOLE_TIME = 10.0
REFUSED: Mapping[int, CalendarFault] = {401: "refused", 403: "refused", 404: "not-found", 410: "not-found"}
NOT_CONNECTED: Mapping[str, CalendarFault] = {
    "address-refused": "address-refused",
    "certificate": "certificate",
}
FetchCalendar = Callable[[str], bytes]
"""Returns the content of a calendar at an address. Raises ``CalendarUnreadable``."""


def server_at(url: str) -> CalledServer:
    """Returns the server of an address; on the embedded stack it may be on loopback."""
    return CalledServer(url, AGENT, local=safe_address.is_local(), whole_time=WHOLE_TIME, longest=LARGEST + 1)


def fetched(url: str, server: Callable[[str], CalledServer] = server_at) -> bytes:
    """Returns the content of the calendar. Raises ``CalendarUnreadable``."""
    try:
        answer = server(url).call("GET", "", {"accept": "text/calendar"})
    except NotConnected as fault:
        raise CalendarUnreadable(NOT_CONNECTED.get(str(fault), "unreachable")) from None
    except NoAnswer:
        raise CalendarUnreadable("no-answer") from None
    if answer.status in REFUSED:
        raise CalendarUnreadable(REFUSED[answer.status])
    if 300 <= answer.status < 400:
        raise CalendarUnreadable("redirect")
    if answer.status != 200:
        raise CalendarUnreadable("server-fault")
    if len(answer.body) > LARGEST:
        raise CalendarUnreadable("too-large")
    return answer.body
