"""The registers of the embedded stack answer as the adapters of the real ones read them."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator, Mapping
from threading import Thread
from typing import Any

import pytest

from helsebro.network.registers.registration import Registration
from helsebro.onboarding.registers.comparison import compared
from helsebro_aws.onboarding.registers.authorisation_register import RegisterUnavailable
from helsebro_aws.onboarding.registers.connected_registers import ConnectedRegisters
from helsebro_aws.onboarding.registers.hpr import NorwegianRegister
from helsebro_aws.onboarding.registers.register_server import AGENT
from helsebro_aws.platform.stored_parameter import StoredParameter
from helsebro_aws.webhooks.safe_call import CalledServer
from local.demo.network import DemoPractitioner, clinics
from local.registers.server import server
from local.registers.set_up import set_up

DEMO = [(clinic.country, one) for clinic in clinics() for one in clinic.practitioners if one.authorised]


class Parameters(StoredParameter):
    """A parameter that this test stores."""

    stored: dict[str, str]

    @property
    def found(self) -> Mapping[str, str] | None:
        """What was set up under the name."""
        return dict(json.loads(self.stored[self.name]))


class Ssm:
    """Systems Manager, which keeps what it is given."""

    def __init__(self) -> None:
        self.stored: dict[str, str] = {}

    def put_parameter(self, *, Name: str, Value: str, **_: Any) -> None:  # noqa: N803
        self.stored[Name] = Value


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with server(0) as running:
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def registers(url: str) -> Iterator[ConnectedRegisters]:
    ssm = Ssm()
    set_up(ssm, lambda name: name, url)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HELSEBRO_LOCAL_STACK", "1")
        denmark, norway = Parameters("register-dk", 10), Parameters("register-no", 10)
        denmark.stored = norway.stored = ssm.stored
        yield ConnectedRegisters(denmark, norway)


def state(registers: ConnectedRegisters, country: str, demo: DemoPractitioner) -> str:
    register = registers.of_country(country)
    assert register
    stated = Registration(
        demo.name, demo.profession, authorised=True, country=country, authorisation_id=demo.authorisation_id
    )
    return compared(stated, register.entries(demo.authorisation_id)).state


@pytest.mark.parametrize("country, demo", DEMO, ids=lambda value: getattr(value, "key", value))
def test_every_authorised_demo_practitioner_is_in_the_register(
    registers: ConnectedRegisters, country: str, demo: DemoPractitioner
) -> None:
    assert state(registers, country, demo) == "verified"


@pytest.mark.parametrize("country, number", [("DK", "0NEW1"), ("NO", "9000001")])
def test_a_person_can_be_put_into_a_register(
    registers: ConnectedRegisters, url: str, country: str, number: str
) -> None:
    demo = DemoPractitioner("x", "Eva Lie", "physiotherapist", (), authorisation_id=number)
    assert state(registers, country, demo) == "not-found"
    for is_valid, found in ((True, "verified"), (False, "mismatch")):
        body = {"name": "Eva Lie", "profession": "physiotherapist", "isValid": is_valid}
        address = f"{url}/people/{country}/{number}"
        asked = urllib.request.Request(address, json.dumps(body).encode(), method="PUT")
        with urllib.request.urlopen(asked, timeout=5) as answer:
            assert answer.status == 204
        assert state(registers, country, demo) == found


def test_the_norwegian_register_takes_no_call_without_a_token(
    registers: ConnectedRegisters, url: str
) -> None:
    norway = registers.of_country("NO")
    assert isinstance(norway, NorwegianRegister)
    called = CalledServer(url, AGENT, local=True)
    assert called.call("GET", "/v1/personer/9108033", {}).status == 401
    assert called.call("POST", "/token", {}, b"grant_type=other").status == 400
    assert called.call("GET", "/elsewhere", {}).status == 404
    with pytest.raises(RegisterUnavailable):
        NorwegianRegister(CalledServer(url, AGENT), norway.tokens, norway.today).entries("9108033")
