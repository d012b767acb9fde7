"""Workflows: what waits for a person for days; the rules stay in Python, the states are few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_logs as logs
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct

from infra.alarms import Alarms
from infra.reasons import LOGGED_NOT_TRACED, WHOLE_VERSIONS, acknowledge
from infra.small_function import SmallFunction

STAFF_DECIDE_WITHIN = Duration.days(30)
"""How long a task token waits for a person before the workflow fails and the alarm rings (promise 7)."""

THE_INPUT = "{% $states.input %}"
THE_RESULT = "{% $states.result.Payload %}"
WITH_TOKEN = "{% $merge([$states.input, {'taskToken': $states.context.Task.Token}]) %}"
WITH_DECISION = "{% $merge([$states.input, $states.result]) %}"
IS_APPROVED = "{% $states.input.decision = 'approve' %}"


class Workflow(Construct):
    """One state machine. Its input is the event that started it; each function adds to what it was given.

    ``ask_staff`` is given that with a ``taskToken`` and keeps the token with the task. Whoever decides sends
    an object with ``decision`` back through the token, and the function after it is given the two merged.
    """

    def __init__(self, scope: Construct, name: str, alarms: Alarms, states: Sequence[sfn.INextable]) -> None:
        super().__init__(scope, f"{name}-parts")
        log = logs.LogGroup(
            self, "Log", retention=logs.RetentionDays.THREE_MONTHS, removal_policy=RemovalPolicy.DESTROY
        )
        self.machine = sfn.StateMachine(
            scope,
            name,
            query_language=sfn.QueryLanguage.JSONATA,
            definition_body=sfn.DefinitionBody.from_chainable(_in_order(states)),
            timeout=Duration.days(2 * STAFF_DECIDE_WITHIN.to_days()),
            logs=sfn.LogOptions(destination=log, level=sfn.LogLevel.ALL, include_execution_data=False),
        )
        acknowledge(self.machine, LOGGED_NOT_TRACED)
        acknowledge(self.machine, WHOLE_VERSIONS)
        alarms.on_failed_workflow(name, self.machine)


def step(scope: Construct, name: str, function: SmallFunction) -> tasks.LambdaInvoke:
    """A state that runs a function and goes on with what it returns."""
    state = tasks.LambdaInvoke.jsonata(
        scope,
        name,
        lambda_function=function.function,
        payload=sfn.TaskInput.from_text(THE_INPUT),
        outputs=THE_RESULT,
    )
    return _patient(state)


def wait_for_staff(scope: Construct, name: str, function: SmallFunction) -> tasks.LambdaInvoke:
    """A state that makes a task of a token and waits until a person has decided it, or too long."""
    state = tasks.LambdaInvoke.jsonata(
        scope,
        name,
        lambda_function=function.function,
        integration_pattern=sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
        task_timeout=sfn.Timeout.duration(STAFF_DECIDE_WITHIN),
        payload=sfn.TaskInput.from_text(WITH_TOKEN),
        outputs=WITH_DECISION,
    )
    return _patient(state)


def if_approved(scope: Construct, then: tasks.LambdaInvoke) -> sfn.Choice:
    """Goes on when the decision is ``approve``; any other decision has been told already and ends it."""
    approved = sfn.Condition.jsonata(IS_APPROVED)
    return (
        sfn.Choice.jsonata(scope, "Approved?")
        .when(approved, then)
        .otherwise(sfn.Succeed.jsonata(scope, "Not approved"))
    )


def _patient(state: tasks.LambdaInvoke) -> tasks.LambdaInvoke:
    """Runs it again when it raised, for the faults that pass; a timeout is not one of them."""
    state.add_retry(
        errors=["States.TaskFailed"],
        interval=Duration.seconds(2),
        backoff_rate=3,
        max_attempts=5,
        jitter_strategy=sfn.JitterType.FULL,
    )
    return state


def _in_order(states: Sequence[Any]) -> sfn.IChainable:
    chain = sfn.Chain.start(states[0])
    for state in states[1:]:
        chain = chain.next(state)
    return chain
