import type { Middleware } from "openapi-fetch";
import type { Codes } from "./generated/codes.js";
import type { Problem } from "./generated/schema.js";

/** An operation by method and path, such as `"POST /v1/bookings"`. */
export type Operation = keyof Codes;

/** The codes of the problems that an operation can answer. A later version of the API may answer others. */
export type CodeOf<Of extends Operation> = Extract<Codes[Of][keyof Codes[Of]], string>;

/** The status with which an operation answers a code. */
export type StatusOf<Of extends Operation, Code extends CodeOf<Of>> = {
  [Status in keyof Codes[Of]]: Code extends Codes[Of][Status] ? Status : never;
}[keyof Codes[Of]];

const operations = new WeakMap<Response, string>();

/** Remembers which operation gave an answer. */
export const rememberOperation: Middleware = {
  onResponse({ request, response, schemaPath }) {
    operations.set(response, `${request.method} ${schemaPath}`);
  },
};

/**
 * The API refused a call. `message` is its `detail`, for people, in the caller's language, and a line for each
 * fault of the request, with its place.
 */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: number;
  /** What is wrong, for programs. */
  readonly code: string;
  /** Name it when you ask about the call. */
  readonly correlationId: string;
  /** In how many seconds to try again, where the API says so. */
  readonly retryAfter: number | undefined;
  /** The operation that refused, such as `"POST /v1/bookings"`. */
  readonly operation: string;

  constructor(
    readonly problem: Problem,
    response: Response,
  ) {
    super([problem.detail, ...faultsOf(problem)].join("\n"));
    this.status = response.status;
    this.code = problem.code;
    this.correlationId = response.headers.get("X-Correlation-Id") ?? "";
    this.retryAfter = secondsOf(response.headers.get("Retry-After"));
    this.operation = operations.get(response) ?? "";
  }
}

/** What one call of the client gives. */
type Answer = { data?: unknown; error?: unknown; response: Response };

/** The data of a call that succeeded. */
export type DataOf<Call extends Answer> = Call extends { data: infer Data; error?: never } ? Data : never;

/** Returns the data of a call. Throws `ProblemError` when the API refused it. */
export async function answered<Call extends Answer>(call: Promise<Call>): Promise<DataOf<Call>> {
  const { data, error, response } = await call;
  if (response.ok) return data as DataOf<Call>;
  throw new ProblemError(isProblemBody(error) ? error : unknownProblem(response), response);
}

/** Whether an error is this problem of this operation; the compiler knows the codes of each. */
export function isProblem<Of extends Operation, Code extends CodeOf<Of>>(
  error: unknown,
  operation: Of,
  code: Code,
): error is ProblemError & { code: Code; status: StatusOf<Of, Code> } {
  return error instanceof ProblemError && error.operation === operation && error.code === code;
}

/** Returns the seconds of a `Retry-After`, which may be a number of seconds or a date. */
export function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** Returns a line for each fault; the one without a pointer is a fault of the whole body. */
function faultsOf(problem: Problem): string[] {
  return (problem.errors ?? []).map(({ pointer, detail }) => `${pointer || "(the whole body)"}: ${detail}`);
}

function isProblemBody(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && "detail" in body;
}

/** An answer that is not the API's own, such as a page of a proxy. */
function unknownProblem({ status, statusText, url }: Response): Problem {
  const title = statusText || `HTTP ${status}`;
  return { type: "about:blank", title, status, detail: title, instance: url, code: "unknown" };
}
