"""The mailbox of the embedded stack, and the pages behind the links in its messages.

    python -m local.mailbox.server --port 9406 --emulator … --api … --members … --staff …

GET  /                                 the messages by recipient; ?recipient= and ?language= filter them
GET  /messages.json                    the same as JSON; also ?kind=, ?caseId= and ?limit=
GET  /messages/{notificationId}/html   an e-mail alone
GET  /messages/{notificationId}/letter.pdf
POST /messages/{notificationId}/{bounce|complaint|return}   plays what comes back of it
GET  /cases/{claimId}                  the case, after a login; also /policies/{policyId}, /clinics/{clinicId}
GET  /notifications                    how the person is reached; a POST of its two forms changes it
GET  /messages                         what the person and the payer have written to each other
GET  /staff/cases/{claimId}            the same for staff; also policies, clinics, people and enquiries
"""

from __future__ import annotations

import argparse
from http.server import ThreadingHTTPServer

from local.mailbox.emulator_items import EmulatorItems
from local.mailbox.mailbox_handler import MailboxHandler
from local.mailbox.mailbox_pages import MailboxPages
from local.mailbox.named_recipients import NamedRecipients
from local.mailbox.played_returns import PlayedReturns
from local.mailbox.portal.personal_pages import PersonalPages
from local.mailbox.portal.portal_logins import PortalLogins
from local.mailbox.sent_mail import SentMail
from local.stack.identity_providers import MEMBER_CLIENT, STAFF_CLIENT
from local.stack.ports import HOST


def server(port: int, items: EmulatorItems, api_url: str, members: str, staff: str) -> ThreadingHTTPServer:
    """Returns the mailbox of a stack, not yet serving; port 0 takes a free one.

    ``members`` and ``staff`` are the addresses of the issuers.
    """
    pages = MailboxPages(SentMail(items), NamedRecipients(items), PlayedReturns(items, api_url, staff))
    found = ThreadingHTTPServer((HOST, port), MailboxHandler)
    own = f"http://{HOST}:{found.server_port}"
    personal = PersonalPages(PortalLogins(members, MEMBER_CLIENT, f"{own}/login"), api_url)
    of_staff = PersonalPages(PortalLogins(staff, STAFF_CLIENT, f"{own}/staff/login"), api_url, "/staff")
    parts = {"pages": pages, "personal": personal, "of_staff": of_staff, "own_url": own}
    found.RequestHandlerClass = type("OwnMailboxHandler", (MailboxHandler,), parts)
    return found


def main() -> None:
    """Serves the mailbox until it is ended."""
    parser = argparse.ArgumentParser(description="The mailbox of the embedded stack.")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--emulator", required=True, help="the address of the emulator")
    parser.add_argument("--api", required=True, help="the address of the API")
    parser.add_argument("--members", required=True, help="the issuer of members")
    parser.add_argument("--staff", required=True, help="the issuer of staff")
    given = parser.parse_args()
    items = EmulatorItems(given.emulator)
    with server(given.port, items, given.api, given.members, given.staff) as running:
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print("The mailbox ended.", flush=True)


if __name__ == "__main__":
    main()
