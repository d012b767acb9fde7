import type { Helsebro } from "./client.js";
import type { Document, DocumentOffer } from "./generated/schema.js";
import { pages } from "./pages.js";
import { answered } from "./problem.js";
import { pause } from "./retries.js";

export interface UploadOptions {
  /** The name of the file, where it is not a `File`, which has one. */
  fileName?: string;
  signal?: AbortSignal;
  /** How often the document's status is read, one second apart; 120 unless it is set. */
  looks?: number;
}

/** The bucket refused the file. */
export class UploadRefused extends Error {
  override readonly name = "UploadRefused";

  constructor(readonly status: number) {
    super(`The file was not accepted by the storage (${status}).`);
  }
}

/** The document is still being checked; list the claim's documents later. */
export class StillChecking extends Error {
  override readonly name = "StillChecking";

  constructor(readonly documentId: string) {
    super(`The document ${documentId} is still being checked.`);
  }
}

/**
 * Uploads a file to a claim: announces it, posts it to the storage, saves it, and waits until it is checked.
 *
 * Returns the document, whose `status` is `accepted`, or `rejected` with a `reason`. Throws `ProblemError`
 * (`consent-undecided` before the member has decided about the case consent), `UploadRefused` or
 * `StillChecking`.
 */
export async function upload(
  api: Helsebro,
  claimId: string,
  file: Blob,
  fileType: DocumentOffer["fileType"],
  { fileName, signal, looks = 120 }: UploadOptions = {},
): Promise<Document> {
  const abortable = signal ? { signal } : {};
  const body: DocumentOffer = {
    fileType,
    fileName: fileName ?? (file as Partial<File>).name ?? "file",
    // The API refuses a type that it does not take, and names those that it takes.
    contentType: file.type as DocumentOffer["contentType"],
    size: file.size,
  };
  const announced = await answered(
    api.POST("/v1/claims/{claimId}/documents", { params: { path: { claimId } }, body, ...abortable }),
  );
  await post(announced.upload, file, abortable);
  const { documentId } = announced;
  await answered(
    api.POST("/v1/claims/{claimId}/documents/{documentId}/save", {
      params: { path: { claimId, documentId } },
      ...abortable,
    }),
  );
  return checked(api, claimId, documentId, looks, abortable);
}

async function post(
  { url, fields }: { url: string; fields: Record<string, string> },
  file: Blob,
  abortable: { signal?: AbortSignal },
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  // The storage ignores every field after the file.
  form.append("file", file);
  const { ok, status } = await fetch(url, { method: "POST", body: form, ...abortable });
  if (!ok) throw new UploadRefused(status);
}

async function checked(
  api: Helsebro,
  claimId: string,
  documentId: string,
  looks: number,
  abortable: { signal?: AbortSignal },
): Promise<Document> {
  for (let look = 0; look < looks; look++) {
    const documents = pages((cursor) =>
      api.GET("/v1/claims/{claimId}/documents", {
        params: { path: { claimId }, query: { ...cursor } },
        ...abortable,
      }),
    );
    for await (const document of documents) {
      const { status } = document;
      if (document.documentId === documentId && (status === "accepted" || status === "rejected")) return document;
    }
    await pause(1, abortable.signal);
  }
  throw new StillChecking(documentId);
}
