"""A clinic registers an account to be paid to, another person approves it, and both mailboxes hear of it."""

from __future__ import annotations

from local.journey.people import StackAddresses, Users
from local.journey.steps import until
from local.stack.stack import Stack
from tests.journeys.clinic_network.joining import Joining
from tests.journeys.clocks_and_letters.mailbox import Mailbox

DANISH = {"kind": "account-dk", "registrationNumber": "0040", "accountNumber": "0440116243"}
AS_IBAN = {"kind": "iban", "iban": "DK50 0040 0440 1162 43"}
TOLD = {"payee-changed", "payee-changed-by-clinic", "payee-to-approve"}


def test_an_account_waits_for_another_person_and_for_three_days(running_stack: Stack) -> None:
    stack, mailbox = StackAddresses.of(running_stack.addresses), Mailbox.of(running_stack)
    network = Users(stack).staff("network", of_payer=False)
    colleague = Users(stack).staff("network", of_payer=False)
    joining = Joining.begun(stack)
    joining.read_contract()
    assert joining.sign().status_code == 200
    path = f"{joining.clinic}/payees"

    slip = network.post(path, {"kind": "fi", "creditorNumber": "81234567"}).json()
    by_itself = network.post(f"{path}/{slip['payeeId']}/approve", {})
    assert (by_itself.status_code, by_itself.json()["code"]) == (403, "payee-approved-by-its-author")
    assert colleague.post(f"{path}/{slip['payeeId']}/reject", {}).json()["status"] == "rejected"

    made = joining.signatory.post(path, DANISH)
    assert (made.status_code, made.json()["status"]) == (201, "registered")
    again = joining.signatory.post(path, AS_IBAN)
    assert (again.status_code, again.json()["code"]) == (409, "payee-already-registered")
    approved = network.post(f"{path}/{made.json()['payeeId']}/approve", {})
    assert (approved.status_code, approved.json()["status"]) == (200, "waiting")
    assert [each["status"] for each in joining.signatory.get(path).json()["items"]] == ["waiting", "rejected"]

    def told() -> bool:
        return {message["kind"] for message in mailbox.sent(caseId=joining.clinic_id)} >= TOLD

    until("the mails about the account", told)
    texts = " ".join(str(message["text"]) for message in mailbox.sent(caseId=joining.clinic_id))
    assert "0440116243" not in texts
    assert joining.signatory.delete(f"{path}/{made.json()['payeeId']}").status_code == 204
