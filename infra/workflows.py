"""Workflows: they wait for a person for days. They have few states, and the rules stay in Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aws_cdk import ArnFormat, Duration, RemovalPolicy, Stack
from aws_cdk import aws_kms as kms
from aws_cdk import aws_logs as logs
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct

from infra.parts import Parts
from infra.platform.retention import LOG_GROUPS
from infra.reasons import LOG_DELIVERY, LOGGED_NOT_TRACED, acknowledge
from infra.small_function import SmallFunction
from infra.stage import Stage

STAFF_DECIDE_WITHIN = Duration.days(30)
"""How long a task token waits for a person before the workflow fails and the alarm notifies (promise 7)."""
SIGNATORY_SIGNS_WITHIN = Duration.days(32)
"""A contract expires 30 days after it was sent; two days more, and its expiry was lost (promise 7)."""
LONGEST = Duration.days(90)
"""Longer than all waits of one workflow together, so that each ends by its own timeout, which is reported."""
ATTEMPTS_AGAIN = 7
"""With the growing pauses, a step is tried again for about 20 minutes before its workflow fails."""
REPORT = "report_failure"
VENDED_LOGS = "/aws/vendedlogs"
"""Groups below this name share one line of the account's policy for log delivery (5,120 characters)."""

THE_INPUT = "{% $states.input %}"
THE_RESULT = "{% $states.result.Payload %}"
WITH_TOKEN = "{% $merge([$states.input, {'taskToken': $states.context.Task.Token}]) %}"
WITH_ERROR = "{% $merge([$states.input, {'error': $states.errorOutput.Error}]) %}"
"""Only the name of the error: its cause may quote data of the case."""
THE_ERROR = "{% $states.input.error %}"
WITH_DECISION = "{% $merge([$states.input, $states.result]) %}"
APPROVED = "{% $states.input.decision = 'approve' %}"
GRANTED = "{% $states.input.decision = 'approve' and $exists($states.input.grant.sessions) %}"
DECIDED = "{% $states.input.decision in ['approve', 'deny'] %}"


class Workflow(Construct):
    """One state machine. Its input is the event that started it; each function adds to its input.

    ``ask_staff`` also gets a ``taskToken`` and stores it with the task. When staff decide, an object with
    ``decision`` is sent back with the token, and the next function gets it merged with the input.
    A step that fails for good is reported to the staff; then the workflow fails, and its alarm notifies.
    """

    def __init__(self, scope: Construct, name: str) -> None:
        super().__init__(scope, name)
        self.name = name

    def starts_on(self, event_type: str, parts: Parts, *states: Any) -> None:
        """Starts one execution for each event of this type, with these states one after another."""
        self._report_failures(parts.functions[REPORT])
        machine = self._machine(parts, states)
        parts.alarms.on_failed_workflow(self.name, machine)
        parts.bus.to_workflow(self, event_type, machine)

    def _report_failures(self, function: SmallFunction) -> None:
        """Lets every step go to the one that reports its failure."""
        steps = [state for state in self.node.children if isinstance(state, tasks.LambdaInvoke)]
        report = step(self, "ReportFailure", function)
        report.next(sfn.Fail.jsonata(self, "Failed", error=THE_ERROR))
        for state in steps:
            state.add_catch(report, errors=["States.ALL"], outputs=WITH_ERROR)

    def _machine(self, parts: Parts, states: Sequence[Any]) -> sfn.StateMachine:
        """Returns the state machine. Its history holds health data, so it is encrypted with our own key."""
        log = logs.LogGroup(
            self,
            "Log",
            log_group_name=f"{VENDED_LOGS}/states/{parts.stage.named(self.name)}",
            retention=LOG_GROUPS,
            removal_policy=RemovalPolicy.DESTROY,
        )
        # By its ARN: CDK would let the delivery of logs of every account use the key (``KmsKeys`` lets ours).
        key = kms.Key.from_key_arn(self, "Key", parts.keys.data.key_arn)
        machine = sfn.StateMachine(
            self,
            "Machine",
            state_machine_name=parts.stage.named(self.name),
            query_language=sfn.QueryLanguage.JSONATA,
            definition_body=sfn.DefinitionBody.from_chainable(_in_order(states)),
            timeout=LONGEST,
            encryption_configuration=sfn.CustomerManagedEncryptionConfiguration(key),
            logs=sfn.LogOptions(destination=log, level=sfn.LogLevel.ALL, include_execution_data=False),
        )
        acknowledge(machine, LOGGED_NOT_TRACED)
        acknowledge(machine, LOG_DELIVERY)
        return machine


def step(scope: Construct, name: str, function: SmallFunction) -> tasks.LambdaInvoke:
    """Returns a state that runs a function and passes on its result."""
    state = tasks.LambdaInvoke.jsonata(
        scope,
        name,
        lambda_function=function.live,
        payload=sfn.TaskInput.from_text(THE_INPUT),
        outputs=THE_RESULT,
    )
    return _with_retries(state)


def wait_for_staff(scope: Construct, name: str, function: SmallFunction) -> tasks.LambdaInvoke:
    """Returns a state that creates a task and waits until a person decides it, or until it times out."""
    return _wait(scope, name, function, STAFF_DECIDE_WITHIN)


def wait_for_signature(scope: Construct, name: str, function: SmallFunction) -> tasks.LambdaInvoke:
    """Returns a state that sends a contract and waits until it is signed, declined or expired."""
    return _wait(scope, name, function, SIGNATORY_SIGNS_WITHIN)


def _wait(scope: Construct, name: str, function: SmallFunction, within: Duration) -> tasks.LambdaInvoke:
    state = tasks.LambdaInvoke.jsonata(
        scope,
        name,
        lambda_function=function.live,
        integration_pattern=sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
        task_timeout=sfn.Timeout.duration(within),
        payload=sfn.TaskInput.from_text(WITH_TOKEN),
        outputs=WITH_DECISION,
    )
    return _with_retries(state)


def only_if(scope: Construct, question: str, condition: str, then: tasks.LambdaInvoke) -> sfn.Choice:
    """Returns a choice: runs ``then`` when the condition holds, else ends the workflow."""
    return choice(scope, question, {condition: then}, sfn.Succeed.jsonata(scope, "Nothing more"))


def choice(
    scope: Construct, question: str, ways: Mapping[str, tasks.LambdaInvoke], otherwise: sfn.IChainable
) -> sfn.Choice:
    """Returns a choice: goes to the state of the first condition that holds, else to ``otherwise``."""
    made = sfn.Choice.jsonata(scope, question)
    for condition, then in ways.items():
        made = made.when(sfn.Condition.jsonata(condition), then)
    return made.otherwise(otherwise)


def arn_of(scope: Construct, stage: Stage, name: str) -> str:
    """Returns a workflow's ARN from its name.

    Functions of a workflow also need the right to answer it; a reference would make a circle in the template.
    """
    return Stack.of(scope).format_arn(
        service="states",
        resource="stateMachine",
        resource_name=stage.named(name),
        arn_format=ArnFormat.COLON_RESOURCE_NAME,
    )


def _with_retries(state: tasks.LambdaInvoke) -> tasks.LambdaInvoke:
    """Retries the state when its function raises, for passing faults; a timeout is not retried."""
    state.add_retry(
        errors=["States.TaskFailed"],
        interval=Duration.seconds(2),
        backoff_rate=3,
        max_attempts=ATTEMPTS_AGAIN,
        jitter_strategy=sfn.JitterType.FULL,
    )
    return state


def _in_order(states: Sequence[Any]) -> sfn.IChainable:
    chain = sfn.Chain.start(states[0])
    for state in states[1:]:
        chain = chain.next(state)
    return chain
