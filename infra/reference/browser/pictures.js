// Draws the pictures of a guide in the colours of the reader's system.
mermaid.initialize({
  startOnLoad: false,
  securityLevel: "strict",
  theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "neutral",
});
mermaid.run({ querySelector: "pre.mermaid" });
