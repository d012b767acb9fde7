"""Invoice rules of our own on the shared stack, in a folder as an operator lays one down.

No package ships the official stylesheets of OIOUBL: an operator fetches them. So the set here is ours, with
one rule in our own words. It stands where theirs would, for invoices alone: what becomes of a document for
which no set is declared is seen on the same stack.
"""

from __future__ import annotations

from pathlib import Path

from helsebro_aws.invoices.einvoice.official.judgement import FOLDER
from infra.platform.invoice_rules import declared_files
from infra.stage import LIVE
from local.stack.live_code import STAGE
from local.stack.stack import Stack
from tests.builders.clinics.rule_folder import JUDGES, OF_OIOUBL, RuleFolder, stylesheet
from tests.journeys.access import client

RELEASE = "ours-1"
RULE, SAID = "OURS-1", "The invoice does not say in which version of UBL it is written."
VERSION = "<cbc:UBLVersionID>2.1</cbc:UBLVersionID>"
"""What the rule asks for."""


def lay_down(up: Stack, folder: Path) -> None:
    """Gives the functions that judge a folder of rules, before their first call.

    It is the setting that ``INVOICE_RULES`` writes into the template. Set here, it costs no synth, and leaves
    the one of ``make run`` as it is.
    """
    of_invoices = OF_OIOUBL | {"release": f'"{RELEASE}"', "documents": '["oioubl/invoice"]'}
    rule = stylesheet(SAID, RULE, at="/*", when="not(/*/cbc:UBLVersionID)")
    assert declared_files(RuleFolder(folder).add("oioubl/ours.xslt", rule, **of_invoices).path)
    awslambda = client(up, "lambda")
    for function in sorted(STAGE.named(each) for each in JUDGES):
        known = awslambda.get_function_configuration(FunctionName=function)["Environment"]["Variables"]
        awslambda.update_function_configuration(
            FunctionName=function, Environment={"Variables": {**known, FOLDER: str(folder)}}
        )
        version = awslambda.publish_version(FunctionName=function)["Version"]
        awslambda.update_alias(FunctionName=function, Name=LIVE, FunctionVersion=version)
