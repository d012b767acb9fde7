from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from helsebro.caller import ANYONE, CASEWORKER, EMPLOYER, FINANCE, MEMBER
from helsebro.errors import BadInput, Conflict, Fault, NotAllowed, NotFound
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.routes import Routes
from tests.builders.calls import ask, event, member, staff

if TYPE_CHECKING:
    from helsebro_aws.policies import payer_body

pytestmark = pytest.mark.usefixtures("aws")
SECRET = "0101901234 was here"
CONTACT = {"email": "a@example.org", "phone": "12345678", "hours": "8-16"}

app = APIGatewayHttpResolver()
route = Routes(app)


@route.get("/v1/open", allows={ANYONE})
def read_open(call: Call) -> HttpAnswer:
    """Says what it knows of the caller and the query."""
    return HttpAnswer(200, {"subject": call.caller.subject, "language": call.language})


@route.get("/v1/cases/<case_id>", allows={CASEWORKER, MEMBER})
def read_case(call: Call, case_id: str) -> HttpAnswer:
    """Two ways to go wrong, and one to go well."""
    if case_id == "gone":
        raise NotFound()
    if case_id == "bug":
        raise RuntimeError(SECRET)
    return versioned(200, {"caseId": case_id, "by": call.caller.payer}, 3)


@route.get("/v1/texts", allows={ANYONE}, queries=("limit", "cursor"), returns="Page[x.y]")
def list_texts(call: Call) -> HttpAnswer:
    """Lists 100 texts of a hundred thousand characters each; the cursor is the number of the next one."""
    if call.query("color"):
        raise BadInput([Fault("/color", "unknown-value", "")])
    begins = int(call.cursor() or 0)
    numbers = range(begins, min(begins + call.limit(), 100))
    items = [{"number": number, "text": "å" * 100_000} for number in numbers]
    return HttpAnswer(200, {"items": items, "nextCursor": str(numbers.stop) if numbers.stop < 100 else None})


@route.get("/v1/words", allows={ANYONE}, queries=("limit", "cursor"), returns="Page[x.y]")
def list_words(call: Call) -> HttpAnswer:
    """Lists nothing."""
    return HttpAnswer(200, {"items": [], "nextCursor": call.cursor()})


@route.put("/v1/contact", allows={MEMBER}, body="policies.payer_body.ContactShape")
def set_contact(call: Call, body: payer_body.ContactShape) -> HttpAnswer:
    """Changes what is versioned."""
    return HttpAnswer(200, {"phone": body.phone, "version": call.expected_version()})


@route.post("/v1/things", allows={FINANCE, EMPLOYER}, body="policies.payer_body.ContactShape")
def make_thing(call: Call, body: payer_body.ContactShape) -> HttpAnswer:
    """Creates one thing, of which there may be one."""
    answer = versioned(201, {"phone": body.phone, "zebra": 1, "ape": 2}, 1)
    taken = Conflict("slot-taken", nextSlots=[])
    tables.commit([Put("cases", {"pk": "thing", "sk": "T"}, otherwise=taken)], receipt=call.receipt(answer))
    return answer


@route.post("/v1/secrets", allows={FINANCE}, assurance="high")
def make_secret(call: Call) -> HttpAnswer:
    """Creates what the caller sees until the test takes it away."""
    return _once_seen(call)


@route.post("/v1/goodbyes", allows={FINANCE}, ends_sight=True)
def say_goodbye(call: Call) -> HttpAnswer:
    """Takes the thing from its caller, and says so."""
    return _once_seen(call)


def _once_seen(call: Call) -> HttpAnswer:
    lost = tables.get("cases", "lost", "L")
    if lost:
        raise NotAllowed("role-missing") if lost["how"] == "role" else NotFound()
    answer = HttpAnswer(201, {"secret": 1})
    tables.commit([], receipt=call.receipt(answer))
    return answer


def get(path: str, by: Any = None, **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return ask(route.handler, event("GET", path, by=by, headers=named))


def put(body: Any, **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return ask(route.handler, event("PUT", "/v1/contact", by=member(), body=body, headers=named))


def post(key: str | None = "", by: Any = None, **changes: Any) -> Any:
    call = event("POST", "/v1/things", by=by or staff("finance"), body={**CONTACT, **changes}, key=key)
    return ask(route.handler, call)


def test_the_routes_of_a_function_are_listed_as_declared() -> None:
    declared = [(one.name, one.keyed) for one in route.declared]
    assert ("POST /v1/things", True) in declared
    assert {name for name, keyed in declared if keyed} == {
        "POST /v1/goodbyes",
        "POST /v1/secrets",
        "POST /v1/things",
    }


def test_a_public_route_knows_nobody() -> None:
    assert get("/v1/open").body["subject"] == "anyone"


@pytest.mark.parametrize(
    "by, status", [(None, 401), (member(), 200), (staff("caseworker"), 200), (staff("finance"), 403)]
)
def test_the_caller_needs_one_of_the_rights(by: Any, status: int) -> None:
    assert get("/v1/cases/a", by).status == status


@pytest.mark.parametrize(
    "by",
    [
        member(acr=""),
        member(acr="urn:low"),
        member(sub=""),
        member(exp=1),
        member(exp="soon"),
        member(iss="https://elsewhere"),
        member(aud="staff-portal"),
        member(cpr=""),
        member(cpr="9999999999"),
        {**member(), "exp": None},
    ],
)
def test_claims_of_a_wrong_door_or_a_weak_login_are_401(by: Any) -> None:
    assert get("/v1/cases/a", by).status == 401


def test_a_staff_member_of_a_payer_has_no_rights_of_the_platform_and_the_other_way_round() -> None:
    assert get("/v1/cases/a", staff("caseworker", payer=None)).status == 403


def test_roles_come_as_a_list_or_as_one_text() -> None:
    for roles in (["caseworker", "finance"], "caseworker finance", "caseworker"):
        assert get("/v1/cases/a", {**staff(), "roles": roles}).status == 200


@pytest.mark.parametrize("path, code", [
    ("/v1/nowhere", "unknown-route"), ("/v1/cases", "unknown-route"), ("/v1/cases/gone", "not-found"),
])  # fmt: skip
def test_an_unknown_route_is_not_mistaken_for_a_missing_thing(path: str, code: str) -> None:
    answer = get(path, member())
    assert (answer.status, answer.body["code"]) == (404, code)
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_id_that_is_longer_than_any_of_ours_is_not_found() -> None:
    """DynamoDB refuses a key of more than 1,024 bytes, which would be a 500."""
    for_all = [get(f"/v1/cases/{'a' * length}", member()).status for length in (200, 201, 3000)]
    assert for_all == [200, 404, 404]


def test_a_method_that_is_not_there_is_no_route() -> None:
    answer = ask(route.handler, event("DELETE", "/v1/open"))
    assert (answer.status, answer.body["code"]) == (404, "unknown-route")


def test_a_bug_is_a_500_without_a_word_of_it_in_the_answer_or_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = get("/v1/cases/bug", member())
    logged = str([vars(record) for record in caplog.records if record.name == "helsebro"])
    assert (answer.status, answer.body["code"]) == (500, "internal-error")
    assert SECRET not in json.dumps(answer.body) + logged
    assert "RuntimeError" in logged


def test_what_is_versioned_has_an_etag() -> None:
    answer = get("/v1/cases/a", member())
    assert (answer.headers["etag"], answer.body["version"]) == ('"3"', 3)


@pytest.mark.parametrize("match, status", [
    (None, 428), ("", 428), ('"3"', 200), ("3", 200), ('W/"3"', 200), ("*", 400), ("abc", 400), ("-1", 400),
    ('"3", "4"', 400), ("9" * 10, 400), ("３", 400),
])  # fmt: skip
def test_if_match_is_required_and_read(match: str | None, status: int) -> None:
    headers = {} if match is None else {"if_match": match}
    assert put(CONTACT, **headers).status == status


@pytest.mark.parametrize("body", ["", "{", "x", "\ufeff{}", '{"a": "\x00"}'])
def test_what_is_no_json_is_malformed(body: str) -> None:
    answer = put(body, if_match="1")
    assert (answer.status, answer.body["errors"][0]["code"]) == (400, "not-json")


@pytest.mark.parametrize("body", ['{"email": NaN}', '{"email": "\\ud800"}', '{"email": "\ufffdse"}'])
def test_what_cannot_be_stored_is_a_fault_of_its_field(body: str) -> None:
    answer = put(body, if_match="1")
    assert (answer.status, answer.body["errors"][0]["pointer"]) == (422, "/email")


@pytest.mark.parametrize("body", ["[]", "null", "1", '"x"', "true"])
def test_json_of_another_kind_is_a_fault_of_the_body(body: str) -> None:
    assert put(body, if_match="1").status == 422


def test_every_fault_of_a_body_is_told_with_its_pointer_and_none_is_quoted() -> None:
    answer = put({"email": SECRET, "phone": 1, SECRET: 1}, if_match="1")
    assert answer.status == 422
    assert {fault["code"] for fault in answer.body["errors"]} >= {
        "not-a-string",
        "missing",
        "unknown-field",
    }
    assert all(SECRET not in fault["detail"] for fault in answer.body["errors"])


def test_a_snake_case_name_is_an_unknown_field() -> None:
    from helsebro_aws.http.bodies import parse
    from helsebro_aws.policies.payer_body import NewPayerShape

    with pytest.raises(Exception, match="bad-input") as refused:
        parse(NewPayerShape, {"organisation_number": "12345678"})
    pointers = {fault.pointer for fault in refused.value.faults}  # type: ignore[attr-defined]
    assert "/organisation_number" in pointers


@pytest.mark.parametrize("media, status", [
    ("application/json; charset=utf-8", 200), ("APPLICATION/JSON", 200), ("text/plain", 415), ("", 415),
    ("application/xml", 415), ("application/json;charset=UTF-8", 200),
    ('application/json; charset="utf8"', 200),
    ("application/json; charset=iso-8859-1", 415), ("application/json; charset=utf-16", 415),
    ("application/json; charset=", 415), ("application/json; v=1; charset = latin1", 415),
])  # fmt: skip
def test_only_json_in_utf8_is_read(media: str, status: int) -> None:
    assert put(CONTACT, if_match="1", content_type=media).status == status


@pytest.mark.parametrize("limit, first", [(100, 39), (39, 39), (10, 10)])
def test_a_page_ends_before_it_outgrows_an_answer(limit: int, first: int) -> None:
    pages, cursor = [], ""
    while cursor is not None:
        answer = get(f"/v1/texts?limit={limit}&cursor={cursor}")
        assert len(json.dumps(answer.body, ensure_ascii=False)) < 4_000_000
        pages.append([item["number"] for item in answer.body["items"]])
        cursor = answer.body["nextCursor"]
    assert len(pages[0]) == first
    assert [number for page in pages for number in page] == [*range(100)]


@pytest.mark.parametrize("limit, status", [
    ("1", 200), ("025", 200), ("0", 400), ("101", 400), ("-1", 400), ("x", 400), ("1.5", 400), ("٣", 400),
    ("9" * 5000, 400),
])  # fmt: skip
def test_a_limit_is_1_to_100(limit: str, status: int) -> None:
    assert get(f"/v1/texts?limit={limit}").status == status


def test_the_faults_of_a_page_come_together_with_those_of_the_list() -> None:
    answer = get("/v1/texts?limit=0&cursor=25&color=red")
    assert (answer.status, answer.body["code"]) == (400, "malformed")
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/color", "/limit", "/cursor"]


def test_a_cursor_of_another_list_is_unknown() -> None:
    cursor = get("/v1/texts?limit=1").body["nextCursor"]
    elsewhere = get(f"/v1/words?cursor={cursor}")
    assert (elsewhere.status, elsewhere.body["errors"][0]["code"]) == (400, "unknown-cursor")
    assert get(f"/v1/texts?limit=1&cursor={cursor}").status == 200


@pytest.mark.parametrize("given, kept", [
    ("trace-12345678", True), ("x" * 64, True), ("short", False), ("0101901234", False),
    ("a b c d e f", False), ("trace-010190-1234", False), ("x" * 65, False),
])  # fmt: skip
def test_every_answer_has_a_correlation_id_and_a_harmless_one_is_kept(given: str, kept: bool) -> None:
    for answer in (get("/v1/open", x_correlation_id=given), get("/v1/no", x_correlation_id=given)):
        assert answer.headers["x-correlation-id"] == (given if kept else "request-1")


def test_errors_are_told_in_the_callers_language() -> None:
    titles = {get("/v1/no", accept_language=language).body["title"] for language in ("da", "nb", "en")}
    assert len(titles) == 3


@pytest.mark.parametrize("key", [None, " ", '""', "x" * 256])
def test_a_keyed_post_without_a_usable_key_is_told_before_anything_is_done(key: str | None) -> None:
    answer = post(key, phone=None)
    assert (answer.status, answer.body["code"]) == (400, "idempotency-key-missing")


def test_a_right_is_checked_before_the_key_and_the_key_before_the_body() -> None:
    assert post(None, by=member()).status == 403
    assert post("k", phone=None).status == 422


def test_the_first_answer_comes_again_with_its_etag() -> None:
    first, again = post("k"), post('"k"')
    assert (first.status, again.status) == (201, 201)
    assert list(first.body.items()) == list(again.body.items())
    assert first.headers["etag"] == again.headers["etag"] == '"1"'
    assert (first.headers.get("idempotency-replayed"), again.headers["idempotency-replayed"]) == (
        None,
        "true",
    )


@pytest.mark.parametrize(
    "path, acr, lost, status",
    [
        ("secrets", "high", None, 201),
        ("secrets", "substantial", None, 403),
        ("secrets", "high", "sight", 404),
        ("secrets", "high", "role", 403),
        ("goodbyes", "low", "sight", 201),
        ("goodbyes", "low", "role", 403),
    ],
)
def test_a_repeat_passes_what_the_route_declares_and_shows_nothing_to_who_lost_it(
    path: str, acr: str, lost: str | None, status: int
) -> None:
    def made(acr: str) -> Any:
        by = {**staff("finance"), "acr": f"https://issuer.example/loa/{acr}"}
        return ask(route.handler, event("POST", f"/v1/{path}", by=by, key="k"))

    assert made("high").status == 201
    if lost:
        tables.commit([Put("cases", {"pk": "lost", "sk": "L", "how": lost})])
    again = made(acr)
    assert (again.status, "secret" in again.body) == (status, status == 201)


def test_a_refusal_keeps_its_facts_where_no_answer_was_kept() -> None:
    post("k")
    other = post("other")
    assert (other.status, other.body["nextSlots"]) == (409, [])


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[tuple[Any, ...]]:
    """Returns route, status, code and caller of the lines of all requests of the test."""
    lines = [json.loads(text) for text in capsys.readouterr().out.splitlines() if text.startswith("{")]
    return [
        tuple(line.get(name) for name in ("route", "status", "code", "caller"))
        for line in lines
        if line["message"] == "request"
    ]


def test_every_request_leaves_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    get("/v1/open")
    get("/v1/cases/gone", by=member())
    get("/v1/cases/bug", by=staff("caseworker"))
    get("/v1/cases/one", by=staff("finance"))
    get("/v1/cases/one")
    get("/v1/elsewhere")
    assert lines_of(capsys) == [
        ("GET /v1/open", 200, None, "anyone"),
        ("GET /v1/cases/{caseId}", 404, "not-found", "member"),
        ("GET /v1/cases/{caseId}", 500, "internal-error", "staff"),
        ("GET /v1/cases/{caseId}", 403, "role-missing", "staff"),
        ("GET /v1/cases/{caseId}", 401, "unauthenticated", "unknown"),
        ("unknown", 404, get("/v1/elsewhere").body["code"], "unknown"),
    ]


def test_a_problem_names_its_call_as_the_header_does() -> None:
    problem = get("/v1/cases/gone", by=member(), x_correlation_id="call-of-a-test")
    assert problem.body["correlationId"] == problem.headers["x-correlation-id"] == "call-of-a-test"
    assert "correlationId" not in get("/v1/open").body
