// Keys: what each does is named on <body data-keys>; none acts while somebody types.

type Handler = (event: KeyboardEvent) => void;

const handlers = new Map<string, Handler>();
const places: Record<string, string> = { t: "story", m: "map", s: "search", d: "desk", r: "reports" };
let waiting = 0;

/** What `action` (next, accept, ...) does on this page; the last to say so has it. */
export function on(action: string, handler: Handler): void {
  handlers.set(action, handler);
}

/** The key of each action, as the project has set them. */
export function keymap(): Map<string, string> {
  const pairs = JSON.parse(document.body.dataset["keys"] ?? "[]") as [string, string][];
  return new Map(pairs);
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
}

function go(letter: string): void {
  const name = places[letter];
  if (!name) return;
  const link = document.querySelector<HTMLAnchorElement>(`a[data-go="${name}"]`);
  if (link) location.assign(link.href);
}

const byKey = new Map([...keymap()].map(([action, key]) => [key, action]));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  if (waiting && Date.now() - waiting < 1500) {
    waiting = 0;
    event.preventDefault();
    go(event.key);
    return;
  }
  const action = byKey.get(event.key) ?? byKey.get(event.key.toLowerCase());
  if (!action) return;
  if (action === "go") {
    waiting = Date.now();
    return;
  }
  const handler = handlers.get(action);
  if (!handler) return;
  event.preventDefault();
  handler(event);
});
