"""
The export of one Telegram chat (JSON) becomes one document a post that has words.

Full exports are refused: they hold contacts, phone numbers and private conversations. Times are
taken from `date_unixtime`, an instant; the plain `date` is the exporter's clock, without a zone.

A post's bytes are those of its fields that say what was posted. Counts of reactions, names of
downloaded files and the exporter's clock differ between two exports of one post.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from dateline.core.capture import Skipped, Taken
from dateline.core.document import Document, Fact, Published
from dateline.core.errors import IngestError, UnsupportedMedia
from dateline.core.failure import Failure
from dateline.ingest.given import published_value
from dateline.ingest.pieces import Piece, capture
from dateline.ingest.plain import from_text, refuse_long

MAX_BYTES = 256 << 20
"""A channel of a hundred thousand posts; the whole of it has to be held to be read."""
_FULL = "a full Telegram export, which holds contacts, phone numbers and private chats: "
_WANT = "want the export of one channel (its menu, Export chat history, JSON)"
_NOT_TELEGRAM = "no Telegram export: want `name`, `id` and `messages`"
_CHANNEL_ID = ("public_channel", "private_channel", "public_supergroup", "private_supergroup")
_KEPT = (
    "id", "type", "date_unixtime", "edited_unixtime", "from", "from_id", "author",
    "forwarded_from", "forwarded_from_id", "reply_to_message_id", "media_type", "mime_type", "text",
)  # fmt: skip
_CLOCKS = ("date", "edited")


class _Export(Struct):
    """Fields of both kinds of export, so that the one can be refused for what it is."""

    messages: list[Raw] | None = None
    name: str | None = None
    type: str = ""
    id: int | None = None
    chats: Raw = Raw()
    contacts: Raw = Raw()
    personal_information: Raw = Raw()
    left_chats: Raw = Raw()
    sessions: Raw = Raw()


class _Part(Struct):
    """A run of text with a format; what the format is does not matter to words."""

    text: str = ""


class _Post(Struct):
    id: int
    type: str = "message"
    date: str | None = None
    date_unixtime: str | int | None = None
    edited: str | None = None
    edited_unixtime: str | int | None = None
    sender: str | None = msgspec.field(name="from", default=None)
    author: str | None = None
    forwarded_from: str | None = None
    forwarded_from_id: str | int | None = None
    text: str | list[str | _Part] = ""
    photo: str | None = None
    file: str | None = None
    media_type: str | None = None
    poll: Raw = Raw()
    contact_information: Raw = Raw()
    location_information: Raw = Raw()
    action: str | None = None

    @property
    def words(self) -> str:
        """The text with its formats taken away."""
        if isinstance(self.text, str):
            return self.text.strip()
        parts = (part if isinstance(part, str) else part.text for part in self.text)
        return "".join(parts).strip()

    @property
    def has_media(self) -> bool:
        """A picture, file, video, voice message or sticker is attached."""
        return bool(self.photo or self.file or self.media_type)


class Chat(Struct, frozen=True, kw_only=True):
    """An export that can be read: what it is of, and its posts as bytes, in its own order."""

    name: str | None
    id: int | None
    kind: str
    posts: tuple[Raw, ...]


def is_export(head: bytes) -> bool:
    """Whether a file that begins so may be a Telegram export, of one chat or of everything."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:4096]
    one = b'"type"' in start and b'"id"' in start and b'"messages"' in start
    everything = b'"about"' in start and b'"personal_information"' in start
    return start.startswith(b"{") and (one or everything or b'"chats"' in start)


def read_chat(content: bytes) -> Chat:
    """
    The chat in an export.

    Raises:
        UnsupportedMedia: it is a full export, or no export.
    """
    try:
        export = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=_Export)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UnsupportedMedia(f"{_NOT_TELEGRAM}: {str(error)[:200]}") from error
    whole = (
        export.chats, export.contacts, export.personal_information, export.left_chats,
        export.sessions,
    )  # fmt: skip
    if any(map(_is_told, whole)):
        raise UnsupportedMedia(_FULL + _WANT)
    if export.messages is None:
        raise UnsupportedMedia(_NOT_TELEGRAM)
    return Chat(
        name=export.name or None, id=export.id, kind=export.type, posts=tuple(export.messages)
    )


def _is_told(part: Raw) -> bool:
    """Whether the field is there at all, and not null."""
    return bytes(part) not in (b"", b"null")


def from_chat(chat: Chat, *, name: str, fetched: str, counts: Counter[str]) -> Iterator[Piece]:
    """
    One piece for each post, in the order of the export; `name` is the file's.

    `counts` is told how many of the documents were edited, forwarded, captions and so on.
    """
    posts = [_post(raw, f"{name}#{at}") for at, raw in enumerate(chat.posts)]
    albums = _albums(posts)
    for at, (post, raw) in enumerate(zip(posts, chat.posts, strict=True)):
        if isinstance(post, Failure):
            yield post
            continue
        where = f"{name}#{post.id}"
        if why := _no_report(post, in_album=at in albums):
            yield Skipped(where, why)
            continue
        try:
            doc = _document(post, chat, album=albums.get(at, 0))
        except IngestError as error:
            yield Failure(where, str(error))
            continue
        counts.update(_traits(post, album=albums.get(at, 0)))
        content = _content(raw)
        made = capture(content, fetched=fetched, container=where, url=doc.url)
        yield Taken(
            capture=replace(made, media_type="application/json"), content=content, document=doc
        )


def _content(raw: Raw) -> bytes:
    """What was posted, as JSON in fixed order; the clock only where there is no instant."""
    fields: dict[str, Any] = msgspec.json.decode(raw)
    clocks = [name for name in _CLOCKS if f"{name}_unixtime" not in fields]
    return msgspec.json.encode({name: fields[name] for name in (*_KEPT, *clocks) if name in fields})


def _post(raw: Raw, where: str) -> _Post | Failure:
    try:
        return msgspec.json.decode(raw, type=_Post)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return Failure(where, f"a post that cannot be read: {str(error)[:200]}")


def _albums(posts: Sequence[_Post | Failure]) -> dict[int, int]:
    """
    Positions of the posts of an album, and how many pictures and files it has.

    Telegram writes an album as posts with numbers in a row, of one sender and one second, at most
    one of them with words.
    """
    found: dict[int, int] = {}
    run: list[int] = []
    for at in range(len(posts) + 1):
        if at < len(posts) and run and _continues(posts[run[-1]], posts[at]):
            run.append(at)
            continue
        held = [posts[each] for each in run]
        worded = sum(isinstance(post, _Post) and bool(post.words) for post in held)
        if len(run) > 1 and worded <= 1:
            found.update(dict.fromkeys(run, len(run)))
        run = [at]
    return found


def _continues(one: _Post | Failure, other: _Post | Failure) -> bool:
    if isinstance(one, Failure) or isinstance(other, Failure):
        return False
    same = (one.date_unixtime or one.date, one.sender, one.forwarded_from) == (
        other.date_unixtime or other.date,
        other.sender,
        other.forwarded_from,
    )
    return same and one.has_media and other.has_media and other.id == one.id + 1


def _no_report(post: _Post, *, in_album: bool) -> str | None:
    """A short fixed phrase, so that equal reasons can be counted; None for a post with words."""
    if post.type != "message" or post.action:
        return "a service message"
    if post.words:
        return None
    if _is_told(post.contact_information):
        return "a shared contact"
    if _is_told(post.poll):
        return "a poll"
    if _is_told(post.location_information):
        return "a shared location"
    if in_album:
        return "a picture or file of an album, without words of its own"
    return "a post of media alone" if post.has_media else "a post without words"


def _traits(post: _Post, *, album: int) -> list[str]:
    """What a reader of the counts wants named."""
    told = {
        "edited": post.edited_unixtime or post.edited,
        "forwarded": post.forwarded_from or post.forwarded_from_id,
        "captions of a picture or file": post.has_media and not album,
        "captions of an album": album,
    }
    return [trait for trait, holds in told.items() if holds]


def _document(post: _Post, chat: Chat, *, album: int) -> Document:
    published = _moment(post.date_unixtime, post.date, "telegram date")
    words = post.words
    refuse_long(words)
    doc = from_text(words, id=str(post.id), published=published, url=_address(post, chat))
    author = post.author or (post.sender if post.sender != chat.name else None)
    return replace(
        doc,
        published_on_page=published,
        outlet=Fact(chat.name, "telegram channel") if chat.name else None,
        byline=Fact(author, "telegram author") if author else None,
        passed_on_from=(post.forwarded_from,) if post.forwarded_from else (),
        notes=tuple(_notes(post, album=album)),
    )


def _notes(post: _Post, *, album: int) -> Iterator[str]:
    """What the words alone do not tell: where they came from, and whether they were changed."""
    if post.forwarded_from or post.forwarded_from_id:
        yield f"forwarded from {post.forwarded_from or 'a channel that hides its name'}"
    edited = _moment(post.edited_unixtime, post.edited, "telegram edited")
    if edited:
        yield f"edited {edited.value}: these are the words after it"
    if album:
        yield f"the caption of an album of {album}"
    elif post.has_media:
        yield f"the caption of a {_kind(post)}"


def _kind(post: _Post) -> str:
    return (post.media_type or ("picture" if post.photo else "file")).replace("_", " ")


def _moment(unix: str | int | None, local: str | None, how: str) -> Published | None:
    """The instant; where an old export has none, the exporter's clock, whose zone is unknown."""
    try:
        if unix is not None and int(unix) > 0:
            return Published(
                datetime.fromtimestamp(int(unix), tz=UTC).isoformat(), f"{how}_unixtime"
            )
    except (ValueError, OverflowError, OSError):
        return None
    value = published_value(local) if local else None
    return Published(value, how) if value else None


def _address(post: _Post, chat: Chat) -> str | None:
    """
    Where members find the post; an export does not tell a channel's public name.

    The post read again from a later export is a new version of this address.
    """
    if chat.id is None or chat.kind not in _CHANNEL_ID:
        return None
    return f"https://t.me/c/{chat.id}/{post.id}"
