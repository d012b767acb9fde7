// Adds a box that shows only the codes whose name or text has the words in it.
const codes = document.querySelector(".codes");
const box = Object.assign(document.createElement("input"), { type: "search", placeholder: "Find a code or a word" });
box.setAttribute("aria-label", box.placeholder);
box.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\s+/);
  for (const entry of codes.children) {
    const text = entry.textContent.toLowerCase();
    entry.hidden = !words.every((word) => text.includes(word));
  }
});
codes.before(box);
// A link to a code shows it, whatever the box hides.
addEventListener("hashchange", () => {
  const entry = document.getElementById(location.hash.slice(1));
  if (entry?.hidden) {
    entry.hidden = false;
    entry.scrollIntoView();
  }
});
