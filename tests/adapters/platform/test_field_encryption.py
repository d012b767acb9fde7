from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from helsebro.errors import HelsebroError, Unavailable
from helsebro_aws.platform import core_faults, field_encryption, rust_core
from helsebro_aws.platform.field_encryption import EncryptionRefused, decrypt, encrypt
from helsebro_aws.platform.rust_core import core
from tests.suite import sizes
from tests.suite.failing_service import (
    CLOSED,
    NO_CODE,
    RESET,
    SILENT,
    FailingService,
    Reply,
    failing,
    fault,
    found,
)

CPR = "0101801234"
OF_ANNA = {"table": "people", "field": "number", "person": "per_anna"}
pytestmark = pytest.mark.usefixtures("aws")


PASSING = {
    "throttled": fault(400, "ThrottlingException"),
    "too many": fault(400, "LimitExceededException"),
    "internal": fault(500, "KMSInternalException"),
    "dependency": fault(503, "DependencyTimeoutException"),
    "state": fault(400, "KMSInvalidStateException"),
    "key away": fault(500, "KeyUnavailableException"),
    "no code": NO_CODE,
    "closed": CLOSED,
    "reset": RESET,
    "silent": SILENT,
}
LASTING = (
    "AccessDeniedException",
    "DisabledException",
    "NotFoundException",
    "InvalidCiphertextException",
    "IncorrectKeyException",
    "InvalidGrantTokenException",
    "ExpiredTokenException",
)


def fault_of(reply: Reply) -> Exception:
    """Returns what the core raises when KMS replies so, at the first attempt."""
    once = {**rust_core.ON_AWS, "max_retries": 1}
    with failing(lambda _: reply) as service:
        sealer = core.KmsEncryptor(key_id="k", region="eu-north-1", endpoint_url=service.url, **once)
        with pytest.raises(core.PydynoxException) as raised:
            sealer.sync_encrypt(CPR)
        assert service.asked == ["GenerateDataKey"]
    fault: Exception = raised.value
    return fault


@pytest.mark.parametrize("reply", PASSING)
def test_a_fault_of_kms_that_passes_is_unavailable(reply: str) -> None:
    assert core_faults.passes(fault_of(PASSING[reply]))


@pytest.mark.parametrize("code", LASTING)
def test_a_refusal_of_kms_does_not_pass(code: str) -> None:
    assert not core_faults.passes(fault_of(fault(400, code)))


def test_a_function_without_the_right_to_the_key_has_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    field_encryption._sealer.cache_clear()
    with failing(lambda _: fault(400, "AccessDeniedException")) as service:
        monkeypatch.setenv("AWS_ENDPOINT_URL", service.url)
        with pytest.raises(EncryptionRefused, match="AccessDenied") as refused:
            encrypt(CPR, **OF_ANNA)
    field_encryption._sealer.cache_clear()
    assert not isinstance(refused.value, HelsebroError)


@pytest.fixture
def kms_is_down(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    field_encryption._sealer.cache_clear()
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    yield
    field_encryption._sealer.cache_clear()


@pytest.mark.parametrize("plain", [CPR, "æøå", "whsec_" + "x" * 100, " "])
def test_what_is_sealed_opens_for_the_same_record(plain: str) -> None:
    sealed = encrypt(plain, **OF_ANNA)
    assert plain not in sealed
    assert decrypt(sealed, **OF_ANNA) == plain


def test_two_seals_of_one_number_tell_nobody_that_it_is_one() -> None:
    assert encrypt(CPR, **OF_ANNA) != encrypt(CPR, **OF_ANNA)


@pytest.mark.parametrize(
    "context",
    [
        {**OF_ANNA, "person": "per_bo"},
        {**OF_ANNA, "field": "payTo"},
        {**OF_ANNA, "table": "network"},
        {**OF_ANNA, "more": "x"},
        {"person": "per_anna"},
        {},
    ],
)
def test_a_seal_moved_to_another_row_or_field_does_not_open(context: dict[str, str]) -> None:
    sealed = encrypt(CPR, **OF_ANNA)
    with pytest.raises(EncryptionRefused) as refused:
        decrypt(sealed, **context)
    assert CPR not in repr(refused.value)


@contextmanager
def kms_for_many(monkeypatch: pytest.MonkeyPatch) -> Iterator[FailingService]:
    """Yields a KMS that counts its open connections; each client keeps one."""
    key = b64encode(bytes(32)).decode()
    data_key = found({"KeyId": "k", "Plaintext": key, "CiphertextBlob": b64encode(b"sealed").decode()})
    field_encryption._sealer.cache_clear()
    with failing(lambda _: data_key) as service:
        monkeypatch.setenv("AWS_ENDPOINT_URL", service.url)
        yield service
    field_encryption._sealer.cache_clear()


def test_a_function_that_sees_many_people_keeps_few_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    people = sizes.size(200, 5_000)
    with kms_for_many(monkeypatch) as service:
        for person in range(people):
            encrypt(CPR, person=str(person))
        assert len(service.asked) == people
        # A client that is dropped closes its connection a moment later; one that is kept never does.
        assert service.settles_at(field_encryption.CLIENTS)


def test_the_count_finds_a_client_for_each_person(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = []
    with kms_for_many(monkeypatch) as service:
        for person in range(100):
            kept.append(field_encryption._sealer.__wrapped__((("person", str(person)),)))
            kept[-1].sync_encrypt(CPR)
        assert service.settles_at(100)
        assert not service.settles_at(field_encryption.CLIENTS, seconds=1)


@pytest.mark.parametrize("begin, end", [(0, 0), (0, 1), (0, -4), (4, None), (0, -60)])
def test_a_part_of_a_seal_does_not_open(begin: int, end: int | None) -> None:
    with pytest.raises(EncryptionRefused):
        decrypt(encrypt(CPR, **OF_ANNA)[begin:end], **OF_ANNA)


@pytest.mark.usefixtures("kms_is_down")
def test_without_kms_nothing_is_sealed_and_nothing_is_kept_in_plain() -> None:
    with pytest.raises(Unavailable) as refused:
        encrypt(CPR, **OF_ANNA)
    assert refused.value.code == "encryption-unavailable"
    assert CPR not in repr(refused.value)
