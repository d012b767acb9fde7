"""A clinic lists its clients: their guarantees, what it may read of them, and when they come next (F1-19)."""

from __future__ import annotations

from typing import Any

import pytest
from functions.guarantees.open_rematch_tasks.handler import handler as open_rematch_tasks

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.backfills.bound_guarantees import BOUND_GUARANTEES
from helsebro_aws.backfills.run import BackfillRun
from helsebro_aws.deadlines.shown.claim_deadlines import ClaimDeadlines
from helsebro_aws.dynamodb.tables import Delete, Update, tables
from helsebro_aws.guarantees.keys import clinic_guarantee_key, guarantee_key
from tests.builders.calls import Answered, ask, signed
from tests.builders.clinics.matches import decline, insured_guarantee, match, read_by_clinic
from tests.builders.clinics.users import COLLEAGUE, SIGNATORY, STRANGER, TREATS, SignedIn, bind
from tests.builders.domain.claims import person
from tests.builders.events.messages import comes_again, event_of
from tests.builders.network import (
    SECRET,
    Stage,
    act,
    begun,
    book,
    change_claim,
    clinic_practitioners,
    guarantee_of,
    set_practitioner,
    soon,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")


def clients() -> Any:
    """Returns the function's handler."""
    from functions.guarantees.clinic_guarantees.handler import handler

    return handler


def asked(stage: Stage, query: str = "", of: Stage | None = None) -> Answered:
    """Returns the list of a clinic as the system of the stage's clinic reads it."""
    path = f"/v1/clinics/{(of or stage).clinic_id}/guarantees{query}"
    return ask(clients(), signed("GET", path, clinic_id=stage.clinic_id, secret=SECRET))


def listed(stage: Stage, query: str = "") -> list[dict[str, Any]]:
    """Returns the clients of a clinic."""
    answer = asked(stage, query)
    assert answer.status == 200, answer.body
    return list(answer.body["items"])


def matched() -> tuple[Guarantee, Stage]:
    """Returns a guarantee that is matched to a practitioner."""
    guarantee, stage = insured_guarantee(), staged()
    assert match(guarantee, stage).status == 200
    return guarantee, stage


def change(guarantee: Guarantee, **attributes: Any) -> None:
    """Changes attributes of a stored guarantee."""
    tables.commit([Update("cases", *guarantee_key(guarantee.guarantee_id), set=attributes)])


def test_a_matched_client_is_listed_with_what_the_clinic_needs() -> None:
    guarantee, stage = matched()
    [client] = listed(stage)
    assert client["guaranteeId"] == guarantee.guarantee_id
    assert (client["client"]["name"], client["client"]["phone"]) == ("Anna Holm", "+4520112233")
    assert client["client"]["problem"]["description"] == "Vred om i knæet"
    assert (client["sessionsUsed"], client["sessionsLeft"]) == (0, guarantee.sessions_granted)
    assert (client["lastDay"], client["status"]) == (guarantee.valid_until.isoformat(), "active")
    assert client["insurer"]["name"] == "Tryg"
    assert "nextBooking" not in client
    assert {"claimId", "personId", "declines"}.isdisjoint(client)


def test_the_next_session_is_shown_until_it_is_cancelled() -> None:
    guarantee, stage = matched()
    later = book(
        guarantee, stage.free_slot(starts_at=soon(72), service="follow-up"), service="follow-up"
    ).body
    first = book(guarantee, stage.free_slot(starts_at=soon(48))).body
    [client] = listed(stage)
    assert client["nextBooking"] == {
        "bookingId": first["bookingId"],
        "practitionerId": stage.practitioner_id,
        "service": "first",
        "startsAt": first["startsAt"],
    }
    act(first["bookingId"], "cancel")
    assert listed(stage)[0]["nextBooking"]["bookingId"] == later["bookingId"]
    act(later["bookingId"], "cancel")
    assert "nextBooking" not in listed(stage)[0]


def test_a_client_who_only_booked_is_listed_without_who_they_are() -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert listed(stage) == []
    assert book(guarantee, stage.free_slot()).status == 201
    [client] = listed(stage)
    assert client["guaranteeId"] == guarantee.guarantee_id
    assert {"client", "insurer", "match"}.isdisjoint(client)


def test_a_grant_that_names_the_clinic_is_listed_there_at_once() -> None:
    stage = staged()
    guarantee = guarantee_of(clinic_id=stage.clinic_id)
    assert [client["guaranteeId"] for client in listed(stage)] == [guarantee.guarantee_id]
    assert listed(stage)[0]["practitionerId"] is None


def test_the_member_still_reads_the_case_of_a_matched_guarantee() -> None:
    guarantee, _ = matched()
    claim, _ = ClaimDeadlines().visible(guarantee.claim_id, person(guarantee.person_id))
    assert claim.claim_id == guarantee.claim_id


def test_a_former_clinic_does_not_read_where_its_client_is_treated_now() -> None:
    guarantee, former, now = insured_guarantee(), staged(), staged("other")
    booking_id = book(guarantee, former.free_slot()).body["bookingId"]
    begun(booking_id)
    assert former.event("session.held", {"bookingId": booking_id}).status == 202
    assert match(guarantee, now).status == 200
    read = read_by_clinic(guarantee, former)
    assert (read.status, read.body["clinicId"], read.body["practitionerId"]) == (200, None, None)
    assert read_by_clinic(guarantee, now).body["practitionerId"] == now.practitioner_id


def test_a_client_whom_the_clinic_declined_is_gone_and_is_listed_where_staff_match_anew() -> None:
    guarantee, stage = matched()
    other = staged("bo")
    assert decline(guarantee, stage).status == 200
    assert listed(stage) == []
    assert match(guarantee, other, version=3).status == 200
    assert listed(stage) == []
    assert [client["guaranteeId"] for client in listed(other)] == [guarantee.guarantee_id]


def test_a_match_elsewhere_moves_the_client_from_list_to_list() -> None:
    guarantee, stage = matched()
    other = staged("bo")
    assert match(guarantee, other, version=2).status == 200
    assert (len(listed(stage)), len(listed(other))) == (0, 1)


def test_the_client_of_a_practitioner_who_left_is_gone() -> None:
    guarantee, stage = matched()
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}"
    left = ask(clinic_practitioners(), signed("DELETE", path, clinic_id=stage.clinic_id, secret=SECRET))
    assert left.status == 204
    assert [client["guaranteeId"] for client in listed(stage)] == [guarantee.guarantee_id]
    ended = event_of("practitioner.ended", practitionerId=stage.practitioner_id)
    assert comes_again(open_rematch_tasks, ended) == []
    assert listed(stage) == []


@pytest.mark.parametrize("consent", ["withdrawn", "refused", "expired", "undecided"])
def test_without_a_consent_in_force_the_list_shows_no_person(consent: str) -> None:
    guarantee, stage = matched()
    change_claim(guarantee, consent=consent)
    [client] = listed(stage)
    assert {"client", "insurer"}.isdisjoint(client)
    assert "Anna" not in str(client)


def test_the_person_is_gone_once_the_guarantee_is_over_and_the_status_says_so() -> None:
    guarantee, stage = matched()
    change(guarantee, validUntil="2020-01-01")
    [client] = listed(stage)
    assert (client["status"], "client" in client) == ("expired", False)
    change(guarantee, status="revoked", revokedOn="2020-01-01")
    [client] = listed(stage)
    assert (client["status"], client["lastDay"], "client" in client) == ("revoked", "2020-01-01", False)


def test_the_list_shows_the_status_that_is_asked_for() -> None:
    stage = staged()
    active, used = (guarantee_of(clinic_id=stage.clinic_id) for _ in range(2))
    change(used, sessionsUsed=used.sessions_granted)
    shown = {
        status: [client["guaranteeId"] for client in listed(stage, f"?status={status}")]
        for status in ("active", "used", "expired", "revoked")
    }
    only = {"active": [active.guarantee_id], "used": [used.guarantee_id]}
    assert shown == {**only, "expired": [], "revoked": []}


@pytest.mark.parametrize("wrong", ["", "booked", "Active"])
def test_a_status_that_there_is_not_is_malformed(wrong: str) -> None:
    answer = asked(staged(), f"?status={wrong}")
    assert (answer.status, answer.body["errors"][0]["code"]) == (400, "guarantee-status-unknown")


def test_the_pages_together_show_every_client_once() -> None:
    stage = staged()
    all_ids = {guarantee_of(clinic_id=stage.clinic_id).guarantee_id for _ in range(5)}
    found: list[str] = []
    cursor = ""
    for _ in range(5):
        answer = asked(stage, f"?limit=2{cursor}").body
        found += [client["guaranteeId"] for client in answer["items"]]
        if answer["nextCursor"] is None:
            break
        cursor = f"&cursor={answer['nextCursor']}"
    assert (len(found), set(found)) == (5, all_ids)


def test_a_practitioner_sees_own_clients_and_the_signatory_all() -> None:
    _, stage = matched()
    other = set_practitioner(stage.clinic_id, "bo").body["practitionerId"]
    bind(stage.clinic_id, SIGNATORY)
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    bind(stage.clinic_id, COLLEAGUE, other)
    path = f"/v1/clinics/{stage.clinic_id}/guarantees"

    def seen(cpr: str) -> list[str]:
        answer = ask(clients(), SignedIn(cpr, stage.clinic_id).call("GET", path))
        assert answer.status == 200, answer.body
        return [client["client"]["name"] for client in answer.body["items"]]

    assert [seen(cpr) for cpr in (SIGNATORY, TREATS, COLLEAGUE)] == [["Anna Holm"], ["Anna Holm"], []]
    assert ask(clients(), SignedIn(STRANGER, stage.clinic_id).call("GET", path)).status == 404


def test_another_clinic_and_an_unknown_one_are_the_same() -> None:
    _, stage = matched()
    other = staged("bo")
    unknown = Stage(type(other.clinic_id)("cli_unknown"), other.key, other.practitioner_id)
    assert [asked(other, of=of).status for of in (stage, unknown)] == [404, 404]


def test_a_guarantee_that_was_bound_before_is_listed_after_the_backfill() -> None:
    guarantee, stage = matched()
    older = Update("cases", *guarantee_key(guarantee.guarantee_id), set={"v": 2})
    tables.commit([Delete("cases", *clinic_guarantee_key(guarantee.guarantee_id)), older])
    assert listed(stage) == []
    run = BackfillRun().run
    runs = [run(BOUND_GUARANTEES, dry_run=False, cursor=None, pages=100).changed for _ in range(2)]
    assert runs == [1, 0]
    assert [client["guaranteeId"] for client in listed(stage)] == [guarantee.guarantee_id]
