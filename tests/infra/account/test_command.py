"""A fault of a command is one clear text and exit code 2, whatever raised it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from botocore import exceptions as aws

from infra import cdk
from infra.account.account import OnlyInAnAccount, account_stage_of
from infra.account.command import CLEAR, command
from infra.account.seal.request import NEEDED
from infra.stage import ROOT, UnknownStage
from tests.infra.account.test_settings import MADE_UP

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
COMMANDS = sorted(set(re.findall(r"(?<=[ ,])(infra\.account\.[\w.]+)", MAKEFILE)))
GIVEN = {
    **MADE_UP,
    **dict.fromkeys(NEEDED, "DK"),
    "STAGE": "dev",
    "AWS_REGION": "eu-north-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "NAME": "schema-version-1",
    "ID": "clm_abcdefgh",
    "QUEUE": "outbox",
    "PYTHONPATH": "layers/domain/python:layers/adapters/python:.",
}
ARGUMENTS = {"infra.account.republish": ["--events", "evt_" + "0" * 26, "--stage"]}
BEFORE_AWS = {"infra.account.deploy", "infra.account.seal.certificate"}
"""Commands that build or check before their first call of AWS."""


def run(module: str, folder: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of an operator who has no credentials, no profile and no Node."""
    given = {**GIVEN, "HOME": str(folder), "PATH": str(folder), "FILE": str(folder / "chain.pem"), **changes}
    (folder / "chain.pem").write_text("no certificate")
    arguments = [*ARGUMENTS[module], given["STAGE"]] if module in ARGUMENTS else []
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=given,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_commands_are_those_of_the_makefile() -> None:
    files = [path for path in (ROOT / "infra/account").rglob("*.py") if "__main__" in path.read_text("utf-8")]
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files}
    assert modules == set(COMMANDS)
    assert len(COMMANDS) > 10


@pytest.mark.parametrize("module", sorted(set(COMMANDS) - BEFORE_AWS))
def test_a_command_without_credentials_says_so_and_how_to_log_in(module: str, tmp_path: Path) -> None:
    done = run(module, tmp_path)
    assert done.returncode == 2
    assert "There are no valid AWS credentials" in done.stderr
    assert "aws sso login" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_deployment_names_its_faults_before_it_builds_and_without_a_node(tmp_path: Path) -> None:
    done = run("infra.account.deploy", tmp_path, ALARM_EMAIL="", CHECK="1")
    assert (done.returncode, done.stdout) == (2, "")
    assert [line.split()[0] for line in done.stderr.splitlines()] == ["These", "ALARM_EMAIL"]


@pytest.mark.parametrize("module", COMMANDS)
def test_a_command_of_an_unknown_stage_lists_the_stages(module: str, tmp_path: Path) -> None:
    done = run(module, tmp_path, STAGE="production")
    assert done.returncode == 2
    assert "STAGE is 'production'" in done.stderr
    assert "Traceback" not in done.stderr


def loads_cdk(*modules: str) -> bool:
    """Returns whether importing these modules in a new process loads CDK."""
    code = f"import sys, {', '.join(modules)}; sys.exit(3 if 'aws_cdk' in sys.modules else 0)"
    environment = {
        **os.environ,
        **cdk.with_node_in_front(os.environ["PATH"]),
        "PYTHONPATH": GIVEN["PYTHONPATH"],
    }
    done = subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, check=False)
    return {0: False, 3: True}[done.returncode]


def test_no_command_loads_cdk() -> None:
    assert not loads_cdk(*COMMANDS)


def test_control_a_module_that_loads_cdk_is_found() -> None:
    assert loads_cdk("infra.parameters")


def refused(code: str) -> aws.ClientError:
    return aws.ClientError({"Error": {"Code": code, "Message": "no"}}, "PutParameter")


@pytest.mark.parametrize(
    "fault, words",
    [
        (aws.NoCredentialsError(), "no valid AWS credentials"),
        (aws.UnauthorizedSSOTokenError(), "aws sso login"),
        (aws.ProfileNotFound(profile="unknown"), "unknown"),
        (aws.EndpointConnectionError(endpoint_url="https://ssm"), "does not answer.*https://ssm"),
        (aws.ReadTimeoutError(endpoint_url="https://ssm"), "does not answer.*https://ssm"),
        (refused("ExpiredTokenException"), "have expired"),
        (refused("UnrecognizedClientException"), "does not know these credentials"),
        (refused("AccessDeniedException"), "lack a right for PutParameter: no"),
        (refused("Throttling"), r"refused PutParameter: no \(Throttling\)"),
        *((kind("what to do"), "^what to do$") for kind in CLEAR),
    ],
)
def test_a_fault_is_one_text_and_exit_code_2(
    fault: Exception, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    @command
    def main() -> int:
        raise fault

    assert main() == 2
    said = capsys.readouterr()
    assert re.search(words, said.err.strip(), re.DOTALL)
    assert said.out == ""


def test_ctrl_c_ends_a_command_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    @command
    def main() -> int:
        raise KeyboardInterrupt

    assert main() == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_an_error_of_our_own_code_is_still_raised() -> None:
    @command
    def main() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        main()


def test_a_command_for_an_account_says_that_local_is_the_embedded_stack() -> None:
    with pytest.raises(OnlyInAnAccount, match=r"make run.*dev, test, prod"):
        account_stage_of({"STAGE": "local"})


@pytest.mark.parametrize("environment", [{}, {"STAGE": "pord"}])
def test_a_command_for_an_account_offers_only_stages_of_accounts(environment: dict[str, str]) -> None:
    with pytest.raises(UnknownStage, match=r"Choose one: dev, test, prod\."):
        account_stage_of(environment)


def described(text: str) -> Mapping[str, int]:
    """Returns target → the column at which its description begins."""
    lines = [re.fullmatch(r"  make (\S+)( +)(\S.*)", line) for line in text.splitlines()]
    return {line[1]: line.start(3) for line in lines if line}


def test_the_help_lists_every_command_in_two_columns() -> None:
    shown = described(
        subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    )
    assert shown.keys() == set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))
    assert len(set(shown.values())) == 1
