// What every page has: the style, menus that close, keys, help, fragments by htmx.
import "./css/app.css";
import "./mark.svg";
import htmx from "htmx.org";
import { on } from "./keys.ts";
import "./look.ts";

htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.allowScriptTags = false;
htmx.config.historyCacheSize = 0;

function closeMenus(but: Element | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(".menu[open]")) {
    if (menu !== but) menu.open = false;
  }
}

document.addEventListener("click", (event) => {
  closeMenus(event.target instanceof Element ? event.target.closest(".menu") : null);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector<HTMLDetailsElement>(".menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});

on("search", () => document.getElementById("find")?.focus());
on("help", () => void help());

async function help(): Promise<void> {
  const dialog = document.getElementById("help");
  if (!(dialog instanceof HTMLDialogElement)) return;
  if (!dialog.dataset["filled"]) {
    const answer = await fetch("/help/keys?part=list", { headers: { "HX-Request": "true" } });
    if (!answer.ok) return;
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    dialog.querySelector(".fill")?.replaceChildren(...made.body.childNodes);
    dialog.dataset["filled"] = "yes";
  }
  dialog.showModal();
}

// Long texts of a form are not lost by a slip.
document.addEventListener("click", (event) => {
  const dialog = event.target;
  if (dialog instanceof HTMLDialogElement) dialog.close();
});
