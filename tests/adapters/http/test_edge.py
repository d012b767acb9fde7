"""Only calls that CloudFront has sent reach a route; the gateway's own address answers 403 (promise 16)."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest
from functions.clinic_systems.clinic_events.handler import handler as clinic_events
from functions.platform.help.handler import handler as help_handler

from helsebro_aws.http import edge
from tests.builders.calls import Answered, ask, event
from tests.builders.network import Stage, staged

NEW, OLD, GONE = "a new secret", "the secret before", "a secret of last year"


def hashes(*secrets: str) -> str:
    return ",".join(sha256(secret.encode()).hexdigest() for secret in secrets)


def call(**headers: str) -> dict[str, Any]:
    return {"headers": {name.replace("_", "-"): value for name, value in headers.items()}}


PASSES = {
    "the secret": (call(x_helsebro_edge=NEW), hashes(NEW)),
    "the new one of two": (call(x_helsebro_edge=NEW), hashes(NEW, OLD)),
    "the old one of two": (call(x_helsebro_edge=OLD), hashes(NEW, OLD)),
    "spaces in the setting": (call(x_helsebro_edge=OLD), hashes(NEW, OLD).replace(",", " , ")),
    "another case of the header's name": (call(X_Helsebro_EDGE=NEW), hashes(NEW)),
    "no edge on the embedded stack": (call(), "local"),
}
REFUSED = {
    "a replaced secret": (call(x_helsebro_edge=GONE), hashes(NEW, OLD)),
    "no header": (call(), hashes(NEW)),
    "no headers at all": ({}, hashes(NEW)),
    "an empty header": (call(x_helsebro_edge=""), hashes(NEW)),
    "another case of the secret": (call(x_helsebro_edge=NEW.upper()), hashes(NEW)),
    "two values, as the gateway joins them": (call(x_helsebro_edge=f"{NEW},{OLD}"), hashes(NEW, OLD)),
    "two headers": (call(x_helsebro_edge=NEW, X_Helsebro_Edge=NEW), hashes(NEW)),
    "the hash instead of the secret": (call(x_helsebro_edge=hashes(NEW)), hashes(NEW)),
    "a setting that is missing or empty": (call(x_helsebro_edge=NEW), ""),
    "a missing setting and an empty header": (call(x_helsebro_edge=""), ""),
    "the word of the embedded stack as a secret": (call(x_helsebro_edge="local"), hashes(NEW)),
    "the word of the embedded stack among hashes": (call(), f"local,{hashes(NEW)}"),
    "a text that UTF-8 cannot hold": (call(x_helsebro_edge="\ud800"), hashes(NEW)),
}


@pytest.mark.parametrize("case", PASSES)
def test_a_call_with_a_valid_secret_passes(case: str) -> None:
    assert edge.has_passed(*PASSES[case])


@pytest.mark.parametrize("case", REFUSED)
def test_a_call_without_a_valid_secret_does_not_pass(case: str) -> None:
    assert not edge.has_passed(*REFUSED[case])


@pytest.fixture
def with_edge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELSEBRO_EDGE_SECRET_HASHES", hashes(NEW, OLD))
    monkeypatch.setenv("HELSEBRO_SUPPORT_EMAIL", "support@example.org")
    monkeypatch.setenv("HELSEBRO_SUPPORT_PHONE", "70 20 61 26")


@pytest.mark.usefixtures("with_edge")
@pytest.mark.parametrize("path", ["/v1/help", "/v1/openapi.json", "/v1/nowhere"])
def test_without_the_secret_open_and_unknown_routes_are_403(path: str) -> None:
    answer = ask(
        help_handler, event("GET", path, headers={"accept-language": "en", "x-correlation-id": "c" * 8})
    )
    assert (answer.status, answer.body["code"]) == (403, "not-through-the-edge")
    assert answer.body["title"] == "Wrong address"
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-correlation-id"] == "c" * 8


@pytest.mark.usefixtures("with_edge")
def test_with_the_secret_a_call_is_answered_as_ever() -> None:
    headers = {edge.HEADER: OLD}
    assert ask(help_handler, event("GET", "/v1/help", headers=headers)).status == 200
    assert ask(help_handler, event("GET", "/v1/nowhere", headers=headers)).status == 404


def test_a_function_without_the_setting_refuses_every_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HELSEBRO_EDGE_SECRET_HASHES")
    assert ask(help_handler, event("GET", "/v1/help", headers={edge.HEADER: NEW})).status == 403


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def report(stage: Stage, **headers: str) -> Answered:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    call = stage.event_call("slots.published", {"practitionerKey": stage.key, "slots": []})
    return ask(clinic_events, {**call, "headers": {**call["headers"], **named}})


def test_a_clinics_signature_does_not_replace_the_secret(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    without = report(stage).status
    request.getfixturevalue("with_edge")
    assert report(stage).body["code"] == "not-through-the-edge"
    assert report(stage, x_helsebro_edge=NEW).status == without != 403
