"""The state: everything that holds data, so that no other stack loses any when it is made anew."""

from __future__ import annotations

from aws_cdk import App, CfnOutput

from infra.parameters import StackParameters
from infra.platform.alarms import Alarms, AlarmTopic
from infra.platform.buckets import Buckets
from infra.platform.bus import EventBus
from infra.platform.edge.log import EdgeLogBucket
from infra.platform.edge.reference import ReferenceBucket
from infra.platform.keys import KmsKeys
from infra.platform.protection.malware_scan import MalwareScan
from infra.platform.protection.trail import DataTrail
from infra.platform.queues import Queues
from infra.platform.tables import DataTables
from infra.stacks.home_stack import HomeStack
from infra.stacks.parameter_meanings import HOME
from infra.stage import Stage


class StateStack(HomeStack):
    """Keys, tables, buckets, queues and the bus of a stage."""

    def __init__(self, app: App, stage: Stage) -> None:
        super().__init__(app, stage, "state")
        parameters = StackParameters(self, HOME)
        self.keys = KmsKeys(self, stage)
        self.topic = AlarmTopic(self, self.keys.data, stage, parameters).topic
        self.tables = DataTables(self, self.keys.data)
        self.buckets = Buckets(self, self.keys.data, stage, parameters)
        self.queues = Queues(self, Alarms(self, self.topic, stage), stage)
        self.bus = EventBus(self, stage, self.queues)
        if stage.has("AWS::GuardDuty::MalwareProtectionPlan"):
            MalwareScan(self, self.buckets, self.keys)
        if stage.has("AWS::CloudTrail::Trail"):
            DataTrail(self, stage.named("data"), buckets=self.buckets, tables=self.tables, keys=self.keys)
        CfnOutput(self, "AlarmTopic", value=self.topic.topic_arn)
        if not stage.local:
            edge_log = EdgeLogBucket(self, self.buckets.access_logs, stage)
            CfnOutput(self, "EdgeLogBucket", value=edge_log.bucket.bucket_arn)
            pages = ReferenceBucket(self, self.buckets.access_logs).bucket
            CfnOutput(self, "ReferenceBucket", value=pages.bucket_name)
            CfnOutput(self, "ReferenceHost", value=pages.bucket_regional_domain_name)
