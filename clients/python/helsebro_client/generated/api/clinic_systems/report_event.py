from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.accepted_event import AcceptedEvent
from ...models.client_contacted_event import ClientContactedEvent
from ...models.client_referred_on_event import ClientReferredOnEvent
from ...models.clinic_changed_event import ClinicChangedEvent
from ...models.course_ended_event import CourseEndedEvent
from ...models.extension_requested_event import ExtensionRequestedEvent
from ...models.practitioner_changed_event import PractitionerChangedEvent
from ...models.problem import Problem
from ...models.report_event_json_body import ReportEventJsonBody
from ...models.session_cancelled_event import SessionCancelledEvent
from ...models.session_corrected_event import SessionCorrectedEvent
from ...models.session_held_event import SessionHeldEvent
from ...models.session_missed_event import SessionMissedEvent
from ...models.slots_published_event import SlotsPublishedEvent
from ...models.slots_replaced_event import SlotsReplacedEvent
from ...models.slots_withdrawn_event import SlotsWithdrawnEvent
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: ReportEventJsonBody
    | ClientContactedEvent
    | ClientReferredOnEvent
    | ClinicChangedEvent
    | CourseEndedEvent
    | ExtensionRequestedEvent
    | PractitionerChangedEvent
    | SessionCancelledEvent
    | SessionCorrectedEvent
    | SessionHeldEvent
    | SessionMissedEvent
    | SlotsPublishedEvent
    | SlotsReplacedEvent
    | SlotsWithdrawnEvent
    | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(helsebro_clinic, Unset):
        headers["helsebro-clinic"] = helsebro_clinic

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/clinic-events",
    }

    if isinstance(body, ReportEventJsonBody):
        _kwargs["json"] = body.to_dict()

        headers["Content-Type"] = "application/fhir+json"
    if isinstance(
        body,
        ClientContactedEvent
        | ClientReferredOnEvent
        | ClinicChangedEvent
        | CourseEndedEvent
        | ExtensionRequestedEvent
        | PractitionerChangedEvent
        | SessionCancelledEvent
        | SessionCorrectedEvent
        | SessionHeldEvent
        | SessionMissedEvent
        | SlotsPublishedEvent
        | SlotsReplacedEvent
        | SlotsWithdrawnEvent,
    ):
        if isinstance(body, SlotsPublishedEvent):
            _kwargs["json"] = body.to_dict()
        elif isinstance(body, SlotsReplacedEvent):
            _kwargs["json"] = body.to_dict()
        elif isinstance(body, SlotsWithdrawnEvent):
            _kwargs["json"] = body.to_dict()
        elif isinstance(body, ClientContactedEvent):
            _kwargs["json"] = body.to_dict()
        elif isinstance(body, SessionHeldEvent):
            _kwargs["json"] = body.to_dict()
        elif isinstance(body, SessionMissedEvent):
            _kwargs["json"] = body.to_dict()
        elif isinstance(body, SessionCancelledEvent):
            _kwargs["json"] = body.to_dict()
        elif isinstance(body, SessionCorrectedEvent):
            _kwargs["json"] = body.to_dict()
        elif isinstance(body, CourseEndedEvent):
            _kwargs["json"] = body.to_dict()
        elif isinstance(body, ExtensionRequestedEvent):
            _kwargs["json"] = body.to_dict()
        elif isinstance(body, ClientReferredOnEvent):
            _kwargs["json"] = body.to_dict()
        elif isinstance(body, ClinicChangedEvent):
            _kwargs["json"] = body.to_dict()
        else:
            _kwargs["json"] = body.to_dict()

        headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AcceptedEvent | Problem | None:
    if response.status_code == 202:
        response_202 = AcceptedEvent.from_dict(response.json())

        return response_202

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[AcceptedEvent | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ReportEventJsonBody
    | ClientContactedEvent
    | ClientReferredOnEvent
    | ClinicChangedEvent
    | CourseEndedEvent
    | ExtensionRequestedEvent
    | PractitionerChangedEvent
    | SessionCancelledEvent
    | SessionCorrectedEvent
    | SessionHeldEvent
    | SessionMissedEvent
    | SlotsPublishedEvent
    | SlotsReplacedEvent
    | SlotsWithdrawnEvent
    | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Response[AcceptedEvent | Problem]:
    """Reports what happened at the clinic

     Reports what happened at the clinic.

    `type` decides the form of `data`. Each message is accepted once, by its `webhook-id`. A rejection
    lists every fault, also an unknown type. For slots the answer has a result for each; when none is
    accepted
    the event is rejected with the reasons. After the consent, the first message connects the clinic's
    system.

    `timestamp` is when it happened: at most 5 minutes ahead of our clock, and, with the same allowance,
    not
    before the session that it reports was booked, nor before its day if it was held or missed. A
    contact, a
    referral, an extension or the end of a course is not before the guarantee was issued.

    A system of Compugroup may send resources of HL7 FHIR R4 instead, as `application/fhir+json`: a
    `Bundle`
    of `Slot`, an `Appointment` or a `PractitionerRole`. Faults then have the pointers of the resource.

    Who: clinic-system, clinic-user.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        helsebro_clinic (str | Unset):
        body (ReportEventJsonBody): A resource of HL7 FHIR R4 (https://hl7.org/fhir/R4): a
            `Bundle` of `Slot`, an `Appointment` or a `PractitionerRole`.
        body (ClientContactedEvent | ClientReferredOnEvent | ClinicChangedEvent | CourseEndedEvent
            | ExtensionRequestedEvent | PractitionerChangedEvent | SessionCancelledEvent |
            SessionCorrectedEvent | SessionHeldEvent | SessionMissedEvent | SlotsPublishedEvent |
            SlotsReplacedEvent | SlotsWithdrawnEvent): Something that happened at the clinic, as its
            system reports it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AcceptedEvent | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
        helsebro_clinic=helsebro_clinic,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: ReportEventJsonBody
    | ClientContactedEvent
    | ClientReferredOnEvent
    | ClinicChangedEvent
    | CourseEndedEvent
    | ExtensionRequestedEvent
    | PractitionerChangedEvent
    | SessionCancelledEvent
    | SessionCorrectedEvent
    | SessionHeldEvent
    | SessionMissedEvent
    | SlotsPublishedEvent
    | SlotsReplacedEvent
    | SlotsWithdrawnEvent
    | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> AcceptedEvent | Problem | None:
    """Reports what happened at the clinic

     Reports what happened at the clinic.

    `type` decides the form of `data`. Each message is accepted once, by its `webhook-id`. A rejection
    lists every fault, also an unknown type. For slots the answer has a result for each; when none is
    accepted
    the event is rejected with the reasons. After the consent, the first message connects the clinic's
    system.

    `timestamp` is when it happened: at most 5 minutes ahead of our clock, and, with the same allowance,
    not
    before the session that it reports was booked, nor before its day if it was held or missed. A
    contact, a
    referral, an extension or the end of a course is not before the guarantee was issued.

    A system of Compugroup may send resources of HL7 FHIR R4 instead, as `application/fhir+json`: a
    `Bundle`
    of `Slot`, an `Appointment` or a `PractitionerRole`. Faults then have the pointers of the resource.

    Who: clinic-system, clinic-user.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        helsebro_clinic (str | Unset):
        body (ReportEventJsonBody): A resource of HL7 FHIR R4 (https://hl7.org/fhir/R4): a
            `Bundle` of `Slot`, an `Appointment` or a `PractitionerRole`.
        body (ClientContactedEvent | ClientReferredOnEvent | ClinicChangedEvent | CourseEndedEvent
            | ExtensionRequestedEvent | PractitionerChangedEvent | SessionCancelledEvent |
            SessionCorrectedEvent | SessionHeldEvent | SessionMissedEvent | SlotsPublishedEvent |
            SlotsReplacedEvent | SlotsWithdrawnEvent): Something that happened at the clinic, as its
            system reports it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AcceptedEvent | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
        helsebro_clinic=helsebro_clinic,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ReportEventJsonBody
    | ClientContactedEvent
    | ClientReferredOnEvent
    | ClinicChangedEvent
    | CourseEndedEvent
    | ExtensionRequestedEvent
    | PractitionerChangedEvent
    | SessionCancelledEvent
    | SessionCorrectedEvent
    | SessionHeldEvent
    | SessionMissedEvent
    | SlotsPublishedEvent
    | SlotsReplacedEvent
    | SlotsWithdrawnEvent
    | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Response[AcceptedEvent | Problem]:
    """Reports what happened at the clinic

     Reports what happened at the clinic.

    `type` decides the form of `data`. Each message is accepted once, by its `webhook-id`. A rejection
    lists every fault, also an unknown type. For slots the answer has a result for each; when none is
    accepted
    the event is rejected with the reasons. After the consent, the first message connects the clinic's
    system.

    `timestamp` is when it happened: at most 5 minutes ahead of our clock, and, with the same allowance,
    not
    before the session that it reports was booked, nor before its day if it was held or missed. A
    contact, a
    referral, an extension or the end of a course is not before the guarantee was issued.

    A system of Compugroup may send resources of HL7 FHIR R4 instead, as `application/fhir+json`: a
    `Bundle`
    of `Slot`, an `Appointment` or a `PractitionerRole`. Faults then have the pointers of the resource.

    Who: clinic-system, clinic-user.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        helsebro_clinic (str | Unset):
        body (ReportEventJsonBody): A resource of HL7 FHIR R4 (https://hl7.org/fhir/R4): a
            `Bundle` of `Slot`, an `Appointment` or a `PractitionerRole`.
        body (ClientContactedEvent | ClientReferredOnEvent | ClinicChangedEvent | CourseEndedEvent
            | ExtensionRequestedEvent | PractitionerChangedEvent | SessionCancelledEvent |
            SessionCorrectedEvent | SessionHeldEvent | SessionMissedEvent | SlotsPublishedEvent |
            SlotsReplacedEvent | SlotsWithdrawnEvent): Something that happened at the clinic, as its
            system reports it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AcceptedEvent | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
        helsebro_clinic=helsebro_clinic,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ReportEventJsonBody
    | ClientContactedEvent
    | ClientReferredOnEvent
    | ClinicChangedEvent
    | CourseEndedEvent
    | ExtensionRequestedEvent
    | PractitionerChangedEvent
    | SessionCancelledEvent
    | SessionCorrectedEvent
    | SessionHeldEvent
    | SessionMissedEvent
    | SlotsPublishedEvent
    | SlotsReplacedEvent
    | SlotsWithdrawnEvent
    | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> AcceptedEvent | Problem | None:
    """Reports what happened at the clinic

     Reports what happened at the clinic.

    `type` decides the form of `data`. Each message is accepted once, by its `webhook-id`. A rejection
    lists every fault, also an unknown type. For slots the answer has a result for each; when none is
    accepted
    the event is rejected with the reasons. After the consent, the first message connects the clinic's
    system.

    `timestamp` is when it happened: at most 5 minutes ahead of our clock, and, with the same allowance,
    not
    before the session that it reports was booked, nor before its day if it was held or missed. A
    contact, a
    referral, an extension or the end of a course is not before the guarantee was issued.

    A system of Compugroup may send resources of HL7 FHIR R4 instead, as `application/fhir+json`: a
    `Bundle`
    of `Slot`, an `Appointment` or a `PractitionerRole`. Faults then have the pointers of the resource.

    Who: clinic-system, clinic-user.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        helsebro_clinic (str | Unset):
        body (ReportEventJsonBody): A resource of HL7 FHIR R4 (https://hl7.org/fhir/R4): a
            `Bundle` of `Slot`, an `Appointment` or a `PractitionerRole`.
        body (ClientContactedEvent | ClientReferredOnEvent | ClinicChangedEvent | CourseEndedEvent
            | ExtensionRequestedEvent | PractitionerChangedEvent | SessionCancelledEvent |
            SessionCorrectedEvent | SessionHeldEvent | SessionMissedEvent | SlotsPublishedEvent |
            SlotsReplacedEvent | SlotsWithdrawnEvent): Something that happened at the clinic, as its
            system reports it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AcceptedEvent | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            idempotency_key=idempotency_key,
            helsebro_clinic=helsebro_clinic,
        )
    ).parsed
