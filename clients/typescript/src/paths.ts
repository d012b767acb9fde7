import type { paths } from "./generated/schema.js";

/** An operation whose headers the client sends itself, so that a caller need not. */
type WithOwnHeaders<Operation> = Operation extends { parameters: { header?: infer Headers } }
  ? Omit<Operation, "parameters"> & {
      parameters: Omit<Operation["parameters"], "header"> & { header?: Partial<Headers> };
    }
  : Operation;

/** The paths of the document, with every header optional. */
export type Paths = {
  [Path in keyof paths]: {
    [Method in keyof paths[Path]]: Method extends "parameters"
      ? paths[Path][Method]
      : WithOwnHeaders<paths[Path][Method]>;
  };
};
