"""The secret between CloudFront and the API: two are valid, so that none is refused during a rotation."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from infra.account import edge_secret
from infra.stage import Stage


def deploy(to: Stage, parameters: Any) -> str:
    """Does what a deployment does: the functions accept every secret, then the edge sends the newest."""
    newest = edge_secret.known(to, parameters)[0]
    edge_secret.note_sent(to, parameters, newest)
    return newest


def test_the_first_deployment_makes_a_secret_and_the_next_ones_keep_it(to: Stage, account: Any) -> None:
    assert deploy(to, account("ssm")) == deploy(to, account("ssm"))
    assert len(edge_secret.known(to, account("ssm"))) == 1


def test_after_a_rotation_the_old_and_the_new_secret_are_valid(to: Stage, account: Any) -> None:
    old = deploy(to, account("ssm"))
    new, before = edge_secret.rotate(to, account("ssm"))
    assert before == old
    assert deploy(to, account("ssm")) == new != old


def test_a_second_rotation_makes_the_oldest_secret_invalid(to: Stage, account: Any) -> None:
    first = deploy(to, account("ssm"))
    edge_secret.rotate(to, account("ssm"))
    second = deploy(to, account("ssm"))
    assert edge_secret.rotate(to, account("ssm"))[1:] == [second]
    assert first not in edge_secret.known(to, account("ssm"))


def test_the_secret_that_the_edge_sends_stays_valid_after_two_rotations_without_a_deployment(
    to: Stage, account: Any
) -> None:
    sent = deploy(to, account("ssm"))
    for _ in range(2):
        edge_secret.rotate(to, account("ssm"))
    assert sent in edge_secret.known(to, account("ssm"))


def test_a_rotation_before_the_first_deployment_keeps_two(to: Stage, account: Any) -> None:
    assert len(edge_secret.rotate(to, account("ssm"))) == 2


def test_the_secrets_are_stored_encrypted(to: Stage, account: Any) -> None:
    edge_secret.known(to, account("ssm"))
    stored = account("ssm").get_parameter(Name=edge_secret.name_of(to))["Parameter"]
    assert stored["Type"] == "SecureString"


def test_a_function_knows_only_the_fingerprint() -> None:
    assert edge_secret.fingerprint("secret") == sha256(b"secret").hexdigest()
