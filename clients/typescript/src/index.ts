export { createHelsebro, type Helsebro, type Options } from "./client.js";
export type * from "./generated/schema.js";
export type { Codes } from "./generated/codes.js";
export { pages } from "./pages.js";
export type { Paths } from "./paths.js";
export { answered, type CodeOf, type DataOf, isProblem, type Operation, ProblemError, type StatusOf } from "./problem.js";
export { type Retries } from "./retries.js";
export { StillChecking, upload, type UploadOptions, UploadRefused } from "./upload.js";
export { etag, LAST_READ } from "./versions.js";
