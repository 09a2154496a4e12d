// Send one decision and say what came of it. Nothing is shown as decided before the desk kept it.

export interface Decision {
  subject: { kind: string; id: string };
  act: string;
  field?: string;
  value?: unknown;
  changes?: Record<string, string>;
  reason?: string;
  undoes?: string;
}

export type Outcome = { state: "kept"; id: string; n: number } | { state: "stale" } | { state: "failed"; why: string };

/** Post a decision on the report with this key. */
export async function decide(key: string, decision: Decision): Promise<Outcome> {
  let answer: Response;
  try {
    answer = await fetch(`/reports/${encodeURIComponent(key)}/decisions`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(decision),
    });
  } catch {
    return { state: "failed", why: "" };
  }
  if (answer.status === 409) return { state: "stale" };
  const said = (await answer.json().catch(() => ({}))) as {
    error?: string;
    decision?: { id?: string; n?: number } | string;
  };
  if (!answer.ok) return { state: "failed", why: said.error ?? "" };
  const made = said.decision;
  if (typeof made === "string") return { state: "kept", id: made, n: 0 };
  return { state: "kept", id: made?.id ?? "", n: made?.n ?? 0 };
}

/** A fragment of a page as elements; scripts in it never run. */
export async function fragment(address: string): Promise<Element[]> {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return [];
  const made = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...made.body.children];
}
