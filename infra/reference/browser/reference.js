// Draws the reference from the OpenAPI document beside this page, in the colours of the reader's system.
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const font = getComputedStyle(document.body).fontFamily;
const text = { primary: colour("--text"), secondary: colour("--quiet") };

Redoc.init("openapi.json", {
  scrollYOffset: "header",
  hideDownloadButton: false,
  expandResponses: "200,201,202,303",
  sortPropsAlphabetically: false,
  theme: {
    colors: {
      primary: { main: colour("--accent") },
      text,
      border: { dark: colour("--line"), light: colour("--line") },
      ...(dark && { http: { basic: "#aaa" }, gray: { 50: "#20282a", 100: "#2a3436" } }),
    },
    schema: { nestedBackground: colour("--raised"), typeNameColor: colour("--quiet"), typeTitleColor: colour("--quiet") },
    typography: {
      fontFamily: font, fontSize: "16px", headings: { fontFamily: font },
      code: { color: colour("--text"), backgroundColor: colour("--raised") },
      links: { color: colour("--accent") },
    },
    sidebar: { backgroundColor: colour("--raised"), textColor: colour("--text") },
    rightPanel: { backgroundColor: "#17292b" },
  },
}, document.getElementById("reference"), (fault) => {
  if (fault) document.getElementById("reference").textContent = `The document cannot be read: ${fault.message}`;
});
