"""The budget: a mail when the account costs more in a month than the operator expects.

CloudFormation knows budgets only in ``us-east-1``.
"""

from __future__ import annotations

from aws_cdk import aws_budgets as budgets
from constructs import Construct

from infra.parameters import StackParameters
from infra.stage import Stage

PERCENT = 100


def add_budget(scope: Construct, stage: Stage, parameters: StackParameters) -> None:
    """Adds the stage's budget. It mails the address of the alarms when the forecast exceeds it."""
    subscriber = budgets.CfnBudget.SubscriberProperty(
        subscription_type="EMAIL", address=parameters["AlarmEmail"]
    )
    notification = budgets.CfnBudget.NotificationProperty(
        comparison_operator="GREATER_THAN", notification_type="FORECASTED", threshold=PERCENT
    )
    budgets.CfnBudget(
        scope,
        "Budget",
        budget=budgets.CfnBudget.BudgetDataProperty(
            budget_name=stage.named("monthly"),
            budget_type="COST",
            time_unit="MONTHLY",
            budget_limit=budgets.CfnBudget.SpendProperty(
                amount=parameters.number("MonthlyBudget"), unit="USD"
            ),
        ),
        notifications_with_subscribers=[
            budgets.CfnBudget.NotificationWithSubscribersProperty(
                notification=notification, subscribers=[subscriber]
            )
        ],
    )
