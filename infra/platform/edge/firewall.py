"""The firewall: a web ACL of AWS's own rules, and a few of ours where those would misjudge."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial

from aws_cdk import aws_wafv2 as waf
from constructs import Construct

COMMON = "AWSManagedRulesCommonRuleSet"
MANAGED = ("AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet", COMMON)

ONLY_COUNTED = ("SizeRestrictions_BODY", "CrossSiteScripting_BODY", "NoUserAgent_HEADER")
"""Rules of ``COMMON`` that would refuse what the contract allows: any body of more than 8 KB, the namespaces
of an XML invoice, a clinic system that does not name itself. Rules of our own judge the first two."""

LOOKS_LIKE_SCRIPT = "awswaf:managed:aws:core-rule-set:CrossSiteScripting_Body"

XML_ROUTES = "/v1/invoices"
"""The routes that take XML, of up to 1 MB; any other body is JSON. Papers go straight to S3."""

TERMS_ROUTE = "/v1/coverage/replay"
"""The route that takes a whole file of terms, of some 80 KB, from a payer's underwriting."""

MOST_READ = 64 * 1024
"""The most of a body that a web ACL reads, and the most that any route is sent but those named here."""

MOST_REQUESTS = 3000
WITHIN_SECONDS = 300
"""Ten a second from one address, minutes on end: an employer's whole office, a large clinic's system."""

TOO_MANY, TOO_LARGE = "too-many-requests", "body-too-large"
ANSWERS = {
    TOO_MANY: (429, "For mange kald", "Vent fem minutter, og prøv igen."),
    TOO_LARGE: (413, "For stor", "Kun en faktura og et sæt betingelser må fylde mere end 64 KB."),
}
"""Code → status, title and detail, in the contract's default language: a web ACL cannot ask for another."""

Rule = waf.CfnWebACL.RuleProperty
Action = waf.CfnWebACL.RuleActionProperty
Statement = waf.CfnWebACL.StatementProperty


class Firewall(Construct):
    """Counts what it stops, and keeps nothing of it.

    There are neither logs nor samples: both would hold addresses, paths and tokens of people who call a
    health insurer, outside Europe.
    """

    def __init__(self, scope: Construct) -> None:
        super().__init__(scope, "Firewall")
        managed = [partial(_managed, name) for name in MANAGED]
        rules: list[Callable[[int], Rule]] = [_rate, *managed, _no_scripts, _no_large_bodies]
        reading = waf.CfnWebACL.RequestBodyAssociatedResourceTypeConfigProperty(
            default_size_inspection_limit="KB_64"
        )
        acl = waf.CfnWebACL(
            self,
            "Acl",
            scope="CLOUDFRONT",
            default_action=waf.CfnWebACL.DefaultActionProperty(allow={}),
            visibility_config=_counted("all"),
            association_config=waf.CfnWebACL.AssociationConfigProperty(request_body={"CLOUDFRONT": reading}),
            custom_response_bodies={
                name: waf.CfnWebACL.CustomResponseBodyProperty(
                    content_type="APPLICATION_JSON", content=_problem(name)
                )
                for name in ANSWERS
            },
            rules=[rule(priority) for priority, rule in enumerate(rules)],
        )
        self.arn = acl.attr_arn


def _rate(priority: int) -> Rule:
    statement = Statement(
        rate_based_statement=waf.CfnWebACL.RateBasedStatementProperty(
            aggregate_key_type="IP", limit=MOST_REQUESTS, evaluation_window_sec=WITHIN_SECONDS
        )
    )
    return _own(priority, "rate", statement, _answered(TOO_MANY, {"Retry-After": str(WITHIN_SECONDS)}))


def _managed(name: str, priority: int) -> Rule:
    counted = [
        waf.CfnWebACL.RuleActionOverrideProperty(name=rule, action_to_use=Action(count={}))
        for rule in (ONLY_COUNTED if name == COMMON else ())
    ]
    group = waf.CfnWebACL.ManagedRuleGroupStatementProperty(
        vendor_name="AWS", name=name, rule_action_overrides=counted or None
    )
    return Rule(
        name=name,
        priority=priority,
        statement=Statement(managed_rule_group_statement=group),
        override_action=waf.CfnWebACL.OverrideActionProperty(none={}),
        visibility_config=_counted(name),
    )


def _no_scripts(priority: int) -> Rule:
    label = waf.CfnWebACL.LabelMatchStatementProperty(scope="LABEL", key=LOOKS_LIKE_SCRIPT)
    found = _all_of([Statement(label_match_statement=label), _not(_to(XML_ROUTES))])
    return _own(priority, "script-in-body", found, Action(block={}))


def _no_large_bodies(priority: int) -> Rule:
    """A body longer than is read counts as larger than what is read."""
    body = waf.CfnWebACL.FieldToMatchProperty(body=waf.CfnWebACL.BodyProperty(oversize_handling="MATCH"))
    size = waf.CfnWebACL.SizeConstraintStatementProperty(
        field_to_match=body, comparison_operator="GE", size=MOST_READ, text_transformations=_as_it_is()
    )
    spared = [_not(_to(path)) for path in (XML_ROUTES, TERMS_ROUTE)]
    large = _all_of([Statement(size_constraint_statement=size), *spared])
    return _own(priority, "large-body", large, _answered(TOO_LARGE, {}))


def _to(path: str) -> Statement:
    match = waf.CfnWebACL.ByteMatchStatementProperty(
        field_to_match=waf.CfnWebACL.FieldToMatchProperty(uri_path={}),
        positional_constraint="STARTS_WITH",
        search_string=path,
        text_transformations=_as_it_is(),
    )
    return Statement(byte_match_statement=match)


def _not(statement: Statement) -> Statement:
    return Statement(not_statement=waf.CfnWebACL.NotStatementProperty(statement=statement))


def _all_of(statements: Sequence[Statement]) -> Statement:
    return Statement(and_statement=waf.CfnWebACL.AndStatementProperty(statements=list(statements)))


def _problem(code: str) -> str:
    status, title, detail = ANSWERS[code]
    body = {"type": f"/problems/{code}", "title": title, "status": status, "detail": detail, "code": code}
    return json.dumps(body, ensure_ascii=False)


def _as_it_is() -> list[waf.CfnWebACL.TextTransformationProperty]:
    return [waf.CfnWebACL.TextTransformationProperty(priority=0, type="NONE")]


def _own(priority: int, name: str, statement: Statement, action: Action) -> Rule:
    return Rule(
        name=name,
        priority=priority,
        statement=statement,
        action=action,
        visibility_config=_counted(name),
    )


def _answered(code: str, headers: dict[str, str]) -> Action:
    response = waf.CfnWebACL.CustomResponseProperty(
        response_code=ANSWERS[code][0],
        custom_response_body_key=code,
        response_headers=[
            waf.CfnWebACL.CustomHTTPHeaderProperty(name=name, value=value) for name, value in headers.items()
        ]
        or None,
    )
    return waf.CfnWebACL.RuleActionProperty(block=waf.CfnWebACL.BlockActionProperty(custom_response=response))


def _counted(name: str) -> waf.CfnWebACL.VisibilityConfigProperty:
    return waf.CfnWebACL.VisibilityConfigProperty(
        metric_name=f"helsebro-{name}", cloud_watch_metrics_enabled=True, sampled_requests_enabled=False
    )
