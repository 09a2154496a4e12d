// Short notices in the corner; one may offer a way back. A screen reader hears each.

/** Show `text`; `act` is a button in it. Goes by itself after a while. */
export function toast(text: string, act?: { label: string; run: () => void }, kind = ""): void {
  const box = document.getElementById("toasts");
  if (!box) return;
  const note = document.createElement("div");
  note.className = `toast ${kind}`.trim();
  note.append(text);
  if (act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = act.label;
    button.addEventListener("click", () => {
      note.remove();
      act.run();
    });
    note.append(button);
  }
  box.replaceChildren(note);
  setTimeout(() => note.remove(), kind === "error" ? 12_000 : 6_000);
}
