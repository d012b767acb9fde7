"""The stack: the shared parts, the functions of every context, and the gateway."""

from __future__ import annotations

from aws_cdk import CfnOutput, IStackSynthesizer, Stack
from constructs import Construct

from infra import context_files
from infra.parameters import OPTIONAL, REQUIRED
from infra.parts import Parts
from infra.platform.alarms import Alarms
from infra.platform.buckets import Buckets
from infra.platform.bus import EventBus
from infra.platform.edge.log import EdgeLogBucket
from infra.platform.gateway import Gateway
from infra.platform.keys import KmsKeys
from infra.platform.layers import Layers
from infra.platform.queues import Queues
from infra.platform.tables import DataTables
from infra.settings import StackParameters, environment
from infra.stage import Stage


class HelsebroStack(Stack):
    """All of Helsebro in one account and region."""

    def __init__(self, scope: Construct, stage: Stage, synthesizer: IStackSynthesizer | None = None) -> None:
        super().__init__(scope, "Helsebro", synthesizer=synthesizer)
        keys = KmsKeys(self)
        alarms = Alarms(self, keys.data, stage)
        tables, buckets, queues, bus = (
            DataTables(self, keys.data),
            Buckets(self, keys.data, stage),
            Queues(self, alarms, stage),
            EventBus(self),
        )
        parameters = StackParameters(self, REQUIRED, OPTIONAL)
        parts = Parts(
            scope=Construct(self, "Functions"),
            stage=stage,
            keys=keys,
            tables=tables,
            buckets=buckets,
            queues=queues,
            bus=bus,
            alarms=alarms,
            layers=Layers(self, stage),
            environment=environment(
                tables=tables, buckets=buckets, queues=queues, bus=bus, keys=keys, parameters=parameters
            ),
            parameters=parameters,
            workflows=context_files.workflow_names(),
        )
        context_files.add_to(parts)
        gateway = Gateway(self, parts, stage)
        alarms.on_server_errors("api", gateway.api)
        CfnOutput(self, "ApiId", value=gateway.api.api_id)
        CfnOutput(self, "ApiUrl", value=gateway.api.api_endpoint)
        CfnOutput(self, "AlarmTopic", value=alarms.topic.topic_arn)
        if not stage.local:
            edge_log = EdgeLogBucket(self, buckets.access_logs)
            CfnOutput(self, "EdgeLogBucket", value=edge_log.bucket.bucket_arn)
