"""
The record's own words as people see them, each a message that the catalogues translate.

`N_` only marks a message; pages translate it where it is shown.
"""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext tools know a marked message
    """The message itself: marked, to be translated later."""
    return message


STATUS = {
    "asserted": N_("asserted"),
    "reported": N_("reported"),
    "denied": N_("denied"),
    "not_confirmed": N_("not confirmed"),
    "unverified": N_("unverified"),
    "predicted": N_("predicted"),
    "possible": N_("possible"),
    "conditional": N_("conditional"),
}
SIDE = {
    "ukraine": N_("Ukraine"),
    "russia": N_("Russia"),
    "other-party": N_("another party"),
    "international": N_("international"),
    "media": N_("media"),
    "expert": N_("expert"),
    "civilian": N_("civilian"),
    "unknown": N_("side not known"),
}
CERTAINTY = {
    "certain": N_("put as certain"),
    "probable": N_("put as probable"),
    "possible": N_("put as possible"),
    "unstated": N_("no degree stated"),
}
VOICE = {
    "direct": N_("quoted"),
    "indirect": N_("retold"),
    "mixed": N_("quoted in part"),
    "own_voice": N_("the report’s own words"),
}
SEVERITY = {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}
STATE = {
    "open": N_("not reviewed"),
    "accepted": N_("accepted"),
    "rejected": N_("rejected"),
    "edited": N_("edited"),
}
LANGUAGE = {
    "en": N_("English"),
    "ru": N_("Russian"),
    "uk": N_("Ukrainian"),
    "und": N_("language not known"),
}
BLOCK = {
    "headline": N_("headline"),
    "byline": N_("byline"),
    "dateline": N_("dateline"),
    "caption": N_("caption"),
}
KIND = {
    "country": N_("country"),
    "oblast": N_("oblast"),
    "raion": N_("raion"),
    "hromada": N_("hromada"),
    "settlement": N_("settlement"),
    "region": N_("region"),
    "feature": N_("feature"),
    "line": N_("line"),
    "sea": N_("sea"),
}
PLACE_ROLE = {
    "location": N_("a location"),
    "actor": N_("an actor"),
    "demonym": N_("a people or language"),
    "unit": N_("part of a unit’s name"),
    "organisation": N_("part of an organisation’s name"),
}
FIELD = {
    "speaker": N_("Speaker"),
    "role": N_("Role"),
    "side": N_("Side"),
    "status": N_("Status"),
    "said": N_("Said"),
    "happened": N_("Happened"),
    "place": N_("Place"),
    "chain": N_("By way of"),
}
ROLES = {
    "reader": N_("reader"),
    "reviewer": N_("reviewer"),
    "editor": N_("editor"),
    "owner": N_("owner"),
}
ASKED = {
    "q": N_("Words"),
    "place": N_("Place"),
    "since": N_("From"),
    "until": N_("To"),
    "speaker": N_("Speaker"),
    "side": N_("Side"),
    "status": N_("Status"),
    "finding": N_("Finding"),
    "outlet": N_("Outlet"),
    "lang": N_("Language"),
}
ACT = {
    "accept": N_("accepted a claim"),
    "reject": N_("rejected a claim"),
    "edit": N_("changed a value"),
    "split": N_("split a claim"),
    "merge": N_("merged claims"),
    "link": N_("linked claims"),
    "comment": N_("commented"),
    "assign": N_("assigned"),
    "undo": N_("undid a decision"),
    "signoff": N_("signed off"),
    "rate": N_("rated"),
    "flag": N_("flagged"),
    "private": N_("marked a private name"),
}
KEYS = {
    "next": N_("the next claim"),
    "previous": N_("the claim before"),
    "accept": N_("accept the claim and move on"),
    "reject": N_("reject the claim and move on"),
    "edit": N_("change the claim"),
    "undo": N_("undo the last decision"),
    "finding": N_("the next finding"),
    "search": N_("search"),
    "help": N_("this list"),
    "go": N_("go: then t to the story, m to its map, s to search"),
    "comment": N_("comment on the claim"),
    "assign": N_("assign the claim"),
    "link": N_("link the claim to another"),
    "why": N_("open why, one value after the other"),
}
SPOKEN_BY_ROUTES = (
    N_("waiting"),
    N_("running"),
    N_("done"),
    N_("failed"),
    N_("reading"),
    N_("linking"),
    N_("new"),
    N_("known"),
    N_("version"),
    N_("record"),
    N_("refused"),
    N_("skipped"),
    N_("withdrawn"),
    N_("finding"),
    N_("value"),
    N_("document"),
    N_("event"),
    N_("accept"),
    N_("reject"),
    N_("edit"),
    N_("split"),
    N_("merge"),
    N_("link"),
    N_("comment"),
    N_("assign"),
    N_("undo"),
    N_("signoff"),
    N_("rate"),
    N_("flag"),
    N_("private"),
    N_("read"),
    N_("review"),
    N_("own"),
)
"""Words that templates translate by what a job, a decision or a token says of itself."""
ALL = {
    "act": ACT,
    "key": KEYS,
    "asked": ASKED,
    "status": STATUS,
    "side": SIDE,
    "certainty": CERTAINTY,
    "voice": VOICE,
    "severity": SEVERITY,
    "state": STATE,
    "language": LANGUAGE,
    "block": BLOCK,
    "kind": KIND,
    "place_role": PLACE_ROLE,
    "field": FIELD,
    "role": ROLES,
}


def label(kind: str, value: str | None) -> str:
    """The message for a word of the record; the word itself where there is none."""
    if not value:
        return ""
    return ALL[kind].get(value, value.replace("_", " "))
