// Follows the example of the README, which has reported the claim: a caseworker approves it, the member books.
import { etag, isProblem, LAST_READ, pages } from "@helsebro/client";

const { HELSEBRO_STAFF_TOKEN = "", HELSEBRO_CLINIC = "", HELSEBRO_PRACTITIONER = "", HELSEBRO_FROM = "" } = process.env;
const staff = createHelsebro({ apiUrl, token: () => HELSEBRO_STAFF_TOKEN, language: "en" });

async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, 300));
  }
  throw new Error(`waited for ${what}`);
}

const task = await until("the task", async () => {
  for await (const one of pages((page) => staff.GET("/v1/tasks", { params: { query: { queue: "claims", ...page } } })))
    if (JSON.stringify(one.subject).includes(claimId)) return one;
  return undefined;
});
const decide = () =>
  answered(
    staff.POST("/v1/tasks/{taskId}/decision", {
      params: { path: { taskId: task.taskId }, header: { "If-Match": etag(task.version) } },
      body: {
        decision: "approve",
        reason: "Covered by 8.1",
        grant: { sessions: 3, validUntil: process.env.HELSEBRO_VALID_UNTIL ?? "", clinicId: HELSEBRO_CLINIC },
      },
    }),
  );
await decide();
const decided = await decide().catch((error: unknown) => error);
if (!isProblem(decided, "POST /v1/tasks/{taskId}/decision", "already-decided")) throw decided;
const conflict: 409 = decided.status;

const { guaranteeId } = await until("the guarantee", async () => {
  const { items } = await answered(
    api.GET("/v1/claims/{claimId}/guarantees", { params: { path: { claimId } } }),
  );
  return items[0];
});
const pdf = await answered(
  api.GET("/v1/guarantees/{guaranteeId}/pdf", { params: { path: { guaranteeId } }, parseAs: "blob" }),
);
const slots = await answered(
  api.GET("/v1/practitioners/{practitionerId}/slots", {
    params: { path: { practitionerId: HELSEBRO_PRACTITIONER }, query: { service: "first", from: HELSEBRO_FROM } },
  }),
);
const [slot] = slots.items;
if (slot === undefined) throw new Error("no free slot");
const wanted = { guaranteeId, slotId: slot.slotId, service: slot.service };
const booking = await answered(api.POST("/v1/bookings", { body: wanted }));
const taken = await answered(api.POST("/v1/bookings", { body: wanted })).catch((error: unknown) => error);
if (!isProblem(taken, "POST /v1/bookings", "slot-taken")) throw taken;
await answered(
  api.POST("/v1/bookings/{bookingId}/cancel", { params: { path: { bookingId: booking.bookingId } } }),
);

// A version that was read is sent where it is asked for, and only once: a change makes it old.
await answered(staff.GET("/v1/guarantees/{guaranteeId}", { params: { path: { guaranteeId } } }));
const revoked = await answered(
  staff.POST("/v1/guarantees/{guaranteeId}/revoke", {
    params: { path: { guaranteeId }, header: { "If-Match": LAST_READ } },
    body: { reason: "The member moved abroad" },
  }),
);
console.log(
  JSON.stringify({
    conflict,
    pdf: await pdf.slice(0, 5).text(),
    bookingId: booking.bookingId,
    nextSlots: (taken.problem.nextSlots as unknown[]).length,
    revoked: revoked.status,
  }),
);
