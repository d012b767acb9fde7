"""Mail reports: what SES says became of each mail, from its configuration set to a queue of ours.

SES publishes to the default bus only. It delivers at best effort, twice or in another order.
"""

from __future__ import annotations

from aws_cdk import Stack
from aws_cdk import aws_ses as ses
from constructs import Construct

from infra.parts import Parts
from infra.platform.messages.mail import Mail
from infra.platform.queues import WorkQueue

REPORTS = {
    "DELIVERY": "Email Delivered",
    "BOUNCE": "Email Bounced",
    "COMPLAINT": "Email Complaint Received",
    "REJECT": "Email Rejected",
    "RENDERING_FAILURE": "Email Rendering Failed",
    "DELIVERY_DELAY": "Email Delivery Delayed",
}
"""Name in the configuration set → name of the event. Opens and clicks are not asked for."""


class MailReports(Construct):
    """The reports on the mails of this stage, sent to a queue."""

    def __init__(self, parts: Parts, mail: Mail, queue: WorkQueue) -> None:
        super().__init__(parts.scope, "MailReports")
        only_ours: dict[str, object] = {"mail": {"tags": {"ses:configuration-set": [mail.configuration_set]}}}
        parts.bus.reports_to_queue(queue.name, "aws.ses", REPORTS.values(), queue.queue, only_ours)
        kind = "AWS::SES::ConfigurationSetEventDestination"
        if not parts.stage.has(kind):
            return
        default_bus = Stack.of(self).format_arn(
            service="events", resource="event-bus", resource_name="default"
        )
        destination = ses.CfnConfigurationSetEventDestination
        made = destination(
            self,
            "Destination",
            configuration_set_name=mail.configuration_set,
            event_destination=destination.EventDestinationProperty(
                name="default-bus",
                enabled=True,
                matching_event_types=list(REPORTS),
                event_bridge_destination=destination.EventBridgeDestinationProperty(
                    event_bus_arn=default_bus
                ),
            ),
        )
        made.node.add_dependency(mail)
