"use strict";
// The page works without this: numbers are links both ways. Here a claim's words and its card
// light up together under the pointer or the keyboard, and a click on the words goes to the card.
for (const report of document.querySelectorAll(".report")) {
  const parts = new Map();
  for (const part of report.querySelectorAll("[data-c]")) {
    for (const number of part.dataset.c.split(" ")) {
      if (!parts.has(number)) parts.set(number, []);
      parts.get(number).push(part);
    }
  }
  let lit = [];
  const light = (number) => {
    for (const part of lit) part.classList.remove("lit");
    lit = number ? parts.get(number) || [] : [];
    for (const part of lit) part.classList.add("lit");
  };
  const numberAt = (event) => {
    const part = event.target.closest("[data-c]");
    return part ? part.dataset.c.split(" ")[0] : "";
  };
  report.addEventListener("pointerover", (event) => light(numberAt(event)));
  report.addEventListener("pointerleave", () => light(""));
  report.addEventListener("focusin", (event) => light(numberAt(event)));
  report.addEventListener("keydown", (event) => { if (event.key === "Escape") light(""); });
  report.addEventListener("click", (event) => {
    const words = event.target.closest(".words [data-c]");
    if (!words || event.target.closest("a") || String(getSelection())) return;
    const card = document.getElementById(`${report.id}-c${numberAt(event)}`);
    if (card) {
      card.scrollIntoView({ block: "nearest" });
      card.focus({ preventScroll: true });
    }
  });
}
