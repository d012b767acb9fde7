"""The edge of a real account: what it blocks, what it forwards unchanged, and what it does not store."""

from __future__ import annotations

import json
from typing import Any

import pytest

from helsebro_aws.http.problems import texts
from infra.platform.edge.firewall import LIMIT_BYTES
from infra.reference.content_policy import CONTENT_POLICY
from infra.stage import PRODUCTION
from local.stack import assembly
from tests.infra.template import Resource, Template, listed

CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
"""The ids that AWS gives its own policies."""

IDENTIFYING = (
    "c-ip",
    "cs-uri-stem",
    "cs-uri-query",
    "cs(Cookie)",
    "cs(Referer)",
    "cs(User-Agent)",
    "x-forwarded-for",
)


def distribution(edge: Template) -> dict[str, Any]:
    (found,) = edge.of_type("AWS::CloudFront::Distribution").values()
    return dict(found["DistributionConfig"])


def acl(edge: Template) -> Resource:
    (found,) = edge.of_type("AWS::WAFv2::WebACL").values()
    return found


def origins(edge: Template) -> dict[str, Any]:
    """Returns parameter → the origin whose host it is."""
    return {each["DomainName"]["Ref"]: each for each in distribution(edge)["Origins"]}


def headers_of(edge: Template, behavior: Resource) -> dict[str, Any]:
    """Returns the policy of the headers of a behaviour."""
    name = edge.referred(behavior["ResponseHeadersPolicyId"])
    found = edge.of_type("AWS::CloudFront::ResponseHeadersPolicy")[name]
    return dict(found["ResponseHeadersPolicyConfig"])


def rules(edge: Template) -> dict[str, Resource]:
    return {rule["Name"]: rule for rule in acl(edge)["Rules"]}


def test_the_embedded_stack_has_no_edge() -> None:
    assert not [stack for stack in assembly.of_stage("local").templates if stack.endswith("-edge")]


def artifacts() -> dict[str, Any]:
    folder = assembly.of_stage(PRODUCTION).folder
    return dict(json.loads((folder / "manifest.json").read_text())["artifacts"])


def test_the_edge_is_in_the_region_of_cloudfront() -> None:
    assert artifacts()["helsebro-prod-edge"]["environment"].endswith("/us-east-1")


def test_the_edge_depends_on_no_other_stack_and_none_on_it() -> None:
    found = artifacts()
    stacks = {name for name, each in found.items() if each["type"] == "aws:cloudformation:stack"}
    assert set(found["helsebro-prod-edge"]["dependencies"]) & stacks == set()
    assert not [name for name in stacks if "helsebro-prod-edge" in found[name]["dependencies"]]


def test_the_edge_sends_the_secret_that_the_functions_accept(edge: Template) -> None:
    origin = origins(edge)["ApiHost"]
    [header] = origin["OriginCustomHeaders"]
    assert header == {"HeaderName": "x-helsebro-edge", "HeaderValue": {"Ref": "EdgeSecret"}}
    assert edge.body["Parameters"]["EdgeSecret"]["NoEcho"] is True


def test_every_request_passes_the_web_acl(edge: Template) -> None:
    (name,) = edge.of_type("AWS::WAFv2::WebACL")
    assert edge.referred(distribution(edge)["WebACLId"]) == name
    assert acl(edge)["Scope"] == "CLOUDFRONT"


def test_the_public_address_is_the_domain_that_the_operator_gave(edge: Template) -> None:
    assert distribution(edge)["Aliases"] == [{"Fn::Select": [2, {"Fn::Split": ["/", {"Ref": "PublicUrl"}]}]}]


def test_connections_need_tls_1_2_or_newer(edge: Template) -> None:
    found = distribution(edge)
    assert found["ViewerCertificate"]["MinimumProtocolVersion"] == "TLSv1.2_2021"
    assert found["DefaultCacheBehavior"]["ViewerProtocolPolicy"] == "https-only"
    origin = origins(edge)["ApiHost"]
    assert origin["CustomOriginConfig"]["OriginProtocolPolicy"] == "https-only"
    assert origin["CustomOriginConfig"]["OriginSSLProtocols"] == ["TLSv1.2"]


def test_the_api_gets_every_method_header_query_and_cookie(edge: Template) -> None:
    behavior = distribution(edge)["DefaultCacheBehavior"]
    assert set(behavior["AllowedMethods"]) == {"GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"}
    assert behavior["OriginRequestPolicyId"] == ALL_BUT_HOST
    assert [each["PathPattern"] for each in distribution(edge)["CacheBehaviors"]] == ["/v1/docs/*"]


def test_no_answer_of_the_api_is_cached(edge: Template) -> None:
    assert distribution(edge)["DefaultCacheBehavior"]["CachePolicyId"] == CACHING_DISABLED


def test_no_error_is_cached(edge: Template) -> None:
    kept = {answer["ErrorCode"]: answer for answer in distribution(edge)["CustomErrorResponses"]}
    assert {403, 404, 500, 503} <= set(kept)
    assert all(answer == {"ErrorCode": code, "ErrorCachingMinTTL": 0} for code, answer in kept.items())


def test_the_gateway_times_out_before_the_edge_does(edge: Template) -> None:
    origin = origins(edge)["ApiHost"]
    assert origin["CustomOriginConfig"]["OriginReadTimeout"] > 30


def test_every_answer_has_the_headers_that_protect_a_browser(edge: Template) -> None:
    policy = headers_of(edge, distribution(edge)["DefaultCacheBehavior"])
    headers = policy["SecurityHeadersConfig"]
    assert headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 365 * 24 * 3600
    assert headers["FrameOptions"]["FrameOption"] == "DENY"
    assert headers["ReferrerPolicy"]["ReferrerPolicy"] == "no-referrer"
    assert headers["ContentTypeOptions"]["Override"]
    assert "default-src 'none'" in headers["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    custom = policy["CustomHeadersConfig"]["Items"]
    assert {"Header": "Cache-Control", "Value": "no-store", "Override": False} in custom


def test_a_page_of_the_reference_comes_from_its_bucket_which_only_the_edge_reads(
    edge: Template, template: Template
) -> None:
    origin = origins(edge)["ReferenceHost"]
    [behavior] = distribution(edge)["CacheBehaviors"]
    assert behavior["TargetOriginId"] == origin["Id"]
    assert "OriginCustomHeaders" not in origin
    (control,) = edge.of_type("AWS::CloudFront::OriginAccessControl")
    assert edge.referred(origin["OriginAccessControlId"]) == control
    allowed = [
        statement
        for policy in template.of_type("AWS::S3::BucketPolicy").values()
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Principal"] == {"Service": "cloudfront.amazonaws.com"}
    ]
    assert sorted(listed(each["Action"])[0] for each in allowed) == ["s3:GetObject", "s3:ListBucket"]
    assert all("ArnLike" in each["Condition"] for each in allowed)


def test_a_page_of_the_reference_may_load_only_its_own_files(edge: Template) -> None:
    [behavior] = distribution(edge)["CacheBehaviors"]
    headers = headers_of(edge, behavior)["SecurityHeadersConfig"]
    assert headers["ContentSecurityPolicy"] == {"ContentSecurityPolicy": CONTENT_POLICY, "Override": True}
    assert headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 365 * 24 * 3600
    assert "http" not in CONTENT_POLICY
    assert "script-src 'self';" in CONTENT_POLICY


@pytest.mark.parametrize(
    "group",
    [
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesAmazonIpReputationList",
    ],
)
def test_the_managed_rules_of_aws_are_in_force(edge: Template, group: str) -> None:
    rule = rules(edge)[group]
    assert rule["Statement"]["ManagedRuleGroupStatement"]["VendorName"] == "AWS"
    assert rule["OverrideAction"] == {"None": {}}


def test_calls_from_one_address_are_limited(edge: Template) -> None:
    rule = rules(edge)["rate"]
    assert rule["Statement"]["RateBasedStatement"]["AggregateKeyType"] == "IP"
    answer = rule["Action"]["Block"]["CustomResponse"]
    assert answer["ResponseCode"] == 429
    assert "Retry-After" in [header["Name"] for header in answer["ResponseHeaders"]]


@pytest.mark.parametrize("rule", ["rate", "large-body"])
def test_a_page_can_read_why_the_firewall_refused_it(rule: str, edge: Template) -> None:
    answer = rules(edge)[rule]["Action"]["Block"]["CustomResponse"]
    headers = {header["Name"]: header["Value"] for header in answer["ResponseHeaders"]}
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Access-Control-Expose-Headers"] == "Retry-After"


def test_an_invoice_of_a_megabyte_passes(edge: Template) -> None:
    common = rules(edge)["AWSManagedRulesCommonRuleSet"]["Statement"]["ManagedRuleGroupStatement"]
    counted = {override["Name"] for override in common["RuleActionOverrides"]}
    assert {"SizeRestrictions_BODY", "CrossSiteScripting_BODY"} <= counted
    assert all(override["ActionToUse"] == {"Count": {}} for override in common["RuleActionOverrides"])
    for own in ("large-body", "script-in-body"):
        assert "/v1/invoices" in exempt_from(rules(edge)[own])


def test_only_an_invoice_and_a_file_of_terms_may_exceed_the_limit_of_a_body(edge: Template) -> None:
    assert exempt_from(rules(edge)["large-body"]) == ["/v1/invoices", "/v1/coverage/replay"]
    assert exempt_from(rules(edge)["script-in-body"]) == ["/v1/invoices"]


def test_the_web_acl_reads_every_other_body_to_its_end(edge: Template) -> None:
    statement, *_ = rules(edge)["large-body"]["Statement"]["AndStatement"]["Statements"]
    assert statement["SizeConstraintStatement"]["Size"] == LIMIT_BYTES
    assert statement["SizeConstraintStatement"]["FieldToMatch"] == {"Body": {"OversizeHandling": "MATCH"}}
    read = acl(edge)["AssociationConfig"]["RequestBody"]["CLOUDFRONT"]
    assert read == {"DefaultSizeInspectionLimit": "KB_64"}


def test_a_script_in_a_body_is_blocked_after_the_rule_that_labels_it(edge: Template) -> None:
    found = rules(edge)
    assert found["script-in-body"]["Action"] == {"Block": {}}
    assert found["script-in-body"]["Priority"] > found["AWSManagedRulesCommonRuleSet"]["Priority"]


def test_the_firewalls_own_answers_are_problems_of_the_contract(edge: Template) -> None:
    for code, body in acl(edge)["CustomResponseBodies"].items():
        problem = json.loads(body["Content"])
        assert set(problem) == {"type", "title", "status", "detail", "code"}
        assert problem["type"] == f"/problems/{code}"
        # What the page of the code says in the default language.
        assert [problem["title"], problem["detail"]] == texts()[code]["da"]


def test_the_firewall_stores_nothing_of_a_request(edge: Template) -> None:
    watched = [acl(edge), *acl(edge)["Rules"]]
    assert [part["VisibilityConfig"]["SampledRequestsEnabled"] for part in watched] == [False] * len(watched)
    assert edge.of_type("AWS::WAFv2::LoggingConfiguration") == {}


def test_the_log_has_the_status_of_a_request_but_not_its_caller(edge: Template) -> None:
    (delivery,) = edge.of_type("AWS::Logs::Delivery").values()
    assert {"sc-status", "time-taken"} <= set(delivery["RecordFields"])
    assert not set(IDENTIFYING) & set(delivery["RecordFields"])
    assert "Logging" not in distribution(edge)


def test_the_log_is_stored_in_the_home_region_and_accepts_only_this_edge(
    template: Template, edge: Template
) -> None:
    (destination,) = edge.of_type("AWS::Logs::DeliveryDestination").values()
    assert destination["DestinationResourceArn"] == {"Ref": "EdgeLogBucket"}
    (source,) = edge.of_type("AWS::Logs::DeliverySource").values()
    (statement,) = [
        statement
        for policy in template.of_type("AWS::S3::BucketPolicy").values()
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Principal"] == {"Service": "delivery.logs.amazonaws.com"}
    ]
    assert listed(statement["Action"]) == ["s3:PutObject"]
    assert f"delivery-source:{source['Name']}" in json.dumps(statement["Condition"])


def exempt_from(rule: Resource) -> list[str]:
    """Returns the path prefixes that one of our rules does not check."""
    return [
        part["NotStatement"]["Statement"]["ByteMatchStatement"]["SearchString"]
        for part in rule["Statement"]["AndStatement"]["Statements"]
        if "NotStatement" in part
    ]
