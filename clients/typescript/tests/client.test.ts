import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, createHelsebro, isProblem, LAST_READ, pages, ProblemError } from "@helsebro/client";

type Call = { method: string; path: string; header: (name: string) => string | null };

/** A client whose calls get these answers, one after the other; an Error is a lost connection. */
function against(...answers: (Response | Error)[]) {
  const calls: Call[] = [];
  const waits: number[] = [];
  const api = createHelsebro({
    apiUrl: "https://api.example/base/",
    token: () => `token-${calls.length}`,
    language: "nb",
    retries: { wait: async (seconds) => void waits.push(seconds) },
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url);
      calls.push({ method: request.method, path: pathname + search, header: (name) => request.headers.get(name) });
      const answer = answers.shift();
      if (answer instanceof Response) return answer;
      throw answer ?? new Error("no more answers");
    },
  });
  return { api, calls, waits };
}

const problem = (status: number, code: string, headers = {}) =>
  Response.json(
    { type: `/problems/${code}`, title: code, status, detail: `about ${code}`, instance: "/v1/bookings", code },
    { status, headers: { "Content-Type": "application/problem+json", ...headers } },
  );
const wanted = { body: { guaranteeId: "gar_1", slotId: "slt_1", service: "first" as const } };

test("a call has the token of that moment, the language and a key of its own", async () => {
  const { api, calls } = against(Response.json({}), Response.json({}));
  await answered(api.POST("/v1/bookings", wanted));
  await answered(api.POST("/v1/bookings", wanted));
  assert.deepEqual(
    calls.map(({ path, header }) => [path, header("Authorization"), header("Accept-Language")]),
    [
      ["/base/v1/bookings", "Bearer token-0", "nb"],
      ["/base/v1/bookings", "Bearer token-1", "nb"],
    ],
  );
  const [first, second] = calls.map((call) => call.header("Idempotency-Key"));
  assert.ok(first && second && first !== second);
});

test("a busy API and a lost connection get the same act again, with the same key", async () => {
  const busy = problem(503, "busy", { "Retry-After": "7" });
  const { api, calls, waits } = against(busy, new TypeError("lost"), Response.json({ bookingId: "bkg_1" }));
  const booking = await answered(api.POST("/v1/bookings", wanted));
  assert.equal(booking.bookingId, "bkg_1");
  assert.equal(new Set(calls.map((call) => call.header("Idempotency-Key"))).size, 1);
  assert.deepEqual([calls.length, waits], [3, [7, 2]]);
});

test("the last of four answers is returned", async () => {
  const { api, calls } = against(...Array.from({ length: 4 }, () => problem(429, "too-many-requests")));
  await assert.rejects(answered(api.GET("/v1/me")), { status: 429, code: "too-many-requests" });
  assert.equal(calls.length, 4);
});

test("a longer wait than asked for is left to the caller", async () => {
  const { api, waits } = against(problem(503, "busy", { "Retry-After": "900" }));
  await assert.rejects(answered(api.GET("/v1/me")), { retryAfter: 900 });
  assert.deepEqual(waits, []);
});

test("a change without a key is not repeated after a lost connection", async () => {
  const { api, calls } = against(new TypeError("lost"));
  const consent = { params: { path: { claimId: "clm_1" } }, body: { given: true } };
  await assert.rejects(answered(api.PUT("/v1/claims/{claimId}/consent", consent)), TypeError);
  assert.equal(calls.length, 1);
});

test("a refusal is a problem with its code, its correlation id and what else it says", async () => {
  const { api } = against(problem(409, "slot-taken", { "X-Correlation-Id": "c-1" }));
  const error: unknown = await answered(api.POST("/v1/bookings", wanted)).catch((fault: unknown) => fault);
  assert.ok(isProblem(error, "POST /v1/bookings", "slot-taken"));
  const status: 409 = error.status;
  assert.deepEqual([status, error.correlationId, error.message], [409, "c-1", "about slot-taken"]);
  assert.ok(!isProblem(error, "POST /v1/bookings", "conflict"));
  assert.ok(!isProblem(error, "POST /v1/holds", "slot-taken"));
  // @ts-expect-error the operation has no such code
  isProblem(error, "POST /v1/bookings", "consent-undecided");
});

test("the message of a refusal names each fault with its place", async () => {
  const errors = [{ code: "missing", detail: "is missing", pointer: "/slotId" }];
  const answer = { code: "invalid", title: "Invalid", status: 422, detail: "Wrong", type: "", instance: "", errors };
  const { api } = against(Response.json(answer, { status: 422 }));
  await assert.rejects(answered(api.POST("/v1/bookings", wanted)), { message: "Wrong\n/slotId: is missing" });
});

test("an answer that is not the API's is a problem too", async () => {
  const { api } = against(new Response("<h1>Bad gateway</h1>", { status: 502, statusText: "Bad Gateway" }));
  const error: unknown = await answered(api.GET("/v1/me")).catch((fault: unknown) => fault);
  assert.ok(error instanceof ProblemError);
  assert.deepEqual([error.code, error.status, error.message], ["unknown", 502, "Bad Gateway"]);
});

test("the version that was read last is sent where it is asked for", async () => {
  const at = (version: number) => Response.json({}, { headers: { ETag: `"${version}"` } });
  const { api, calls } = against(at(1), at(2), at(3), problem(428, "version-missing"));
  const path = { guaranteeId: "gar_1" };
  await answered(api.GET("/v1/guarantees/{guaranteeId}", { params: { path } }));
  const revoke = (guaranteeId: string) =>
    answered(
      api.POST("/v1/guarantees/{guaranteeId}/revoke", {
        params: { path: { guaranteeId }, header: { "If-Match": LAST_READ } },
        body: { reason: "Moved" },
      }),
    );
  await revoke("gar_1");
  await revoke("gar_1");
  await assert.rejects(revoke("gar_2"), { status: 428 });
  assert.deepEqual(calls.map((call) => call.header("If-Match")), [null, '"1"', '"2"', null]);
});

test("every page of a list is read", async () => {
  const page = (ids: string[], nextCursor: string | null) =>
    Response.json({ items: ids.map((claimId) => ({ claimId })), nextCursor });
  const { api, calls } = against(page(["clm_1", "clm_2"], "more"), page(["clm_3"], null));
  const found: string[] = [];
  for await (const claim of pages((cursor) => api.GET("/v1/claims", { params: { query: cursor } })))
    found.push(claim.claimId);
  assert.deepEqual(found, ["clm_1", "clm_2", "clm_3"]);
  assert.deepEqual(calls.map((call) => call.path), ["/base/v1/claims", "/base/v1/claims?cursor=more"]);
});
