"""The firewall: a web ACL with AWS's managed rules, and our own where those would block valid calls."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial

from aws_cdk import aws_wafv2 as waf
from constructs import Construct

from infra.stage import Stage

COMMON = "AWSManagedRulesCommonRuleSet"
MANAGED = ("AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet", COMMON)

ONLY_COUNTED = ("SizeRestrictions_BODY", "CrossSiteScripting_BODY", "NoUserAgent_HEADER")
"""Rules of ``COMMON`` that would block what the contract allows: a body over 8 KB, the namespaces of an XML
invoice, a clinic system without a user agent. Our own rules check the first two instead."""

LOOKS_LIKE_SCRIPT = "awswaf:managed:aws:core-rule-set:CrossSiteScripting_Body"

XML_ROUTES = "/v1/invoices"
"""The routes that take XML of up to 5 MB. All other bodies are JSON; documents go straight to S3."""

TERMS_ROUTE = "/v1/coverage/replay"
"""The route that takes a whole file of terms, about 80 KB, from a payer's underwriting."""

LIMIT_BYTES = 64 * 1024
"""A web ACL reads no more of a body, and only the routes above take more."""

LIMIT_REQUESTS = 3000
WITHIN_SECONDS = 300
"""Ten a second from one address for five minutes: enough for an office or a large clinic's system."""

TOO_MANY, TOO_LARGE = "too-many-requests", "body-too-large"
ANSWERS = {
    TOO_MANY: (429, "For mange kald", "Vent fem minutter, og prøv igen."),
    TOO_LARGE: (
        413,
        "Indholdet er for stort",
        "Kun en faktura og et sæt betingelser må fylde mere end 64 KB.",
    ),
}
"""Code → status, title and detail in the default language: a web ACL cannot read ``Accept-Language``."""

READ_BY_PAGES = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After"}
"""These answers hold no data, and a web ACL cannot compare origins: a page sees why it was refused."""

WafRule = waf.CfnWebACL.RuleProperty
WafAction = waf.CfnWebACL.RuleActionProperty
WafStatement = waf.CfnWebACL.StatementProperty


class Firewall(Construct):
    """Counts the requests that it blocks, but stores nothing about them.

    It has no logs and no samples: both would hold addresses, paths and tokens of a health insurer's members,
    outside Europe.
    """

    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, "Firewall")
        managed = [partial(_managed, name) for name in MANAGED]
        rules: list[Callable[[int], WafRule]] = [_rate, *managed, _no_scripts, _no_large_bodies]
        body = waf.CfnWebACL.RequestBodyAssociatedResourceTypeConfigProperty(
            default_size_inspection_limit="KB_64"
        )
        acl = waf.CfnWebACL(
            self,
            "Acl",
            scope="CLOUDFRONT",
            default_action=waf.CfnWebACL.DefaultActionProperty(allow={}),
            visibility_config=_metric(stage.named("all")),
            association_config=waf.CfnWebACL.AssociationConfigProperty(request_body={"CLOUDFRONT": body}),
            custom_response_bodies={
                name: waf.CfnWebACL.CustomResponseBodyProperty(
                    content_type="APPLICATION_JSON", content=_problem(name)
                )
                for name in ANSWERS
            },
            rules=[rule(priority) for priority, rule in enumerate(rules)],
        )
        self.arn = acl.attr_arn


def _rate(priority: int) -> WafRule:
    statement = WafStatement(
        rate_based_statement=waf.CfnWebACL.RateBasedStatementProperty(
            aggregate_key_type="IP", limit=LIMIT_REQUESTS, evaluation_window_sec=WITHIN_SECONDS
        )
    )
    return _own(priority, "rate", statement, _block_with(TOO_MANY, {"Retry-After": str(WITHIN_SECONDS)}))


def _managed(name: str, priority: int) -> WafRule:
    counted = [
        waf.CfnWebACL.RuleActionOverrideProperty(name=rule, action_to_use=WafAction(count={}))
        for rule in (ONLY_COUNTED if name == COMMON else ())
    ]
    group = waf.CfnWebACL.ManagedRuleGroupStatementProperty(
        vendor_name="AWS", name=name, rule_action_overrides=counted or None
    )
    return WafRule(
        name=name,
        priority=priority,
        statement=WafStatement(managed_rule_group_statement=group),
        override_action=waf.CfnWebACL.OverrideActionProperty(none={}),
        visibility_config=_metric(f"helsebro-{name}"),
    )


def _no_scripts(priority: int) -> WafRule:
    label = waf.CfnWebACL.LabelMatchStatementProperty(scope="LABEL", key=LOOKS_LIKE_SCRIPT)
    found = _all_of([WafStatement(label_match_statement=label), _not(_to(XML_ROUTES))])
    return _own(priority, "script-in-body", found, WafAction(block={}))


def _no_large_bodies(priority: int) -> WafRule:
    """Blocks large bodies. A body that is longer than the web ACL reads counts as too large."""
    body = waf.CfnWebACL.FieldToMatchProperty(body=waf.CfnWebACL.BodyProperty(oversize_handling="MATCH"))
    size = waf.CfnWebACL.SizeConstraintStatementProperty(
        field_to_match=body, comparison_operator="GE", size=LIMIT_BYTES, text_transformations=_untransformed()
    )
    exempt = [_not(_to(path)) for path in (XML_ROUTES, TERMS_ROUTE)]
    large = _all_of([WafStatement(size_constraint_statement=size), *exempt])
    return _own(priority, "large-body", large, _block_with(TOO_LARGE, {}))


def _to(path: str) -> WafStatement:
    match = waf.CfnWebACL.ByteMatchStatementProperty(
        field_to_match=waf.CfnWebACL.FieldToMatchProperty(uri_path={}),
        positional_constraint="STARTS_WITH",
        search_string=path,
        text_transformations=_untransformed(),
    )
    return WafStatement(byte_match_statement=match)


def _not(statement: WafStatement) -> WafStatement:
    return WafStatement(not_statement=waf.CfnWebACL.NotStatementProperty(statement=statement))


def _all_of(statements: Sequence[WafStatement]) -> WafStatement:
    return WafStatement(and_statement=waf.CfnWebACL.AndStatementProperty(statements=list(statements)))


def _problem(code: str) -> str:
    status, title, detail = ANSWERS[code]
    body = {"type": f"/problems/{code}", "title": title, "status": status, "detail": detail, "code": code}
    return json.dumps(body, ensure_ascii=False)


def _untransformed() -> list[waf.CfnWebACL.TextTransformationProperty]:
    return [waf.CfnWebACL.TextTransformationProperty(priority=0, type="NONE")]


def _own(priority: int, name: str, statement: WafStatement, action: WafAction) -> WafRule:
    return WafRule(
        name=name,
        priority=priority,
        statement=statement,
        action=action,
        visibility_config=_metric(f"helsebro-{name}"),
    )


def _block_with(code: str, headers: dict[str, str]) -> WafAction:
    response = waf.CfnWebACL.CustomResponseProperty(
        response_code=ANSWERS[code][0],
        custom_response_body_key=code,
        response_headers=[
            waf.CfnWebACL.CustomHTTPHeaderProperty(name=name, value=value)
            for name, value in {**READ_BY_PAGES, **headers}.items()
        ],
    )
    return waf.CfnWebACL.RuleActionProperty(block=waf.CfnWebACL.BlockActionProperty(custom_response=response))


def _metric(name: str) -> waf.CfnWebACL.VisibilityConfigProperty:
    return waf.CfnWebACL.VisibilityConfigProperty(
        metric_name=name, cloud_watch_metrics_enabled=True, sampled_requests_enabled=False
    )
