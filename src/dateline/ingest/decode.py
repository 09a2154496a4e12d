"""Bytes become text: the encoding is found, and what is no text is refused by name."""

from __future__ import annotations

import codecs
import re

from dateline.core.errors import UnsupportedMedia

_WANT = "want plain text, Markdown or HTML"
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF: want its text, or the page it was published on"),
    (b"PK\x03\x04", "a zip archive or an office document: want it unpacked, or saved as text"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document: want it saved as text"),
    (b"{\\rtf", "rich text (RTF): want it saved as plain text"),
    (b"\x89PNG", f"an image (PNG): {_WANT}"),
    (b"\xff\xd8\xff", f"an image (JPEG): {_WANT}"),
    (b"GIF8", f"an image (GIF): {_WANT}"),
    (b"RIFF", f"an image, sound or video (RIFF): {_WANT}"),
    (b"II*\x00", f"an image (TIFF): {_WANT}"),
    (b"MM\x00*", f"an image (TIFF): {_WANT}"),
    (b"\x1f\x8b", "compressed (gzip): want it unpacked"),
    (b"BZh", "compressed (bzip2): want it unpacked"),
    (b"\xfd7zXZ", "compressed (xz): want it unpacked"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd): want it unpacked"),
    (b"7z\xbc\xaf", "a 7-Zip archive: want it unpacked"),
    (b"Rar!", "a RAR archive: want it unpacked"),
    (b"\x7fELF", f"a program: {_WANT}"),
    (b"SQLite format 3", f"a database (SQLite): {_WANT}"),
    (b"bplist", "a web archive or property list: want the page saved as HTML"),
    (b"ID3", f"a sound file (MP3): {_WANT}"),
    (b"OggS", f"a sound file (Ogg): {_WANT}"),
    (b"\x1aE\xdf\xa3", f"a video (Matroska): {_WANT}"),
    (b"WARC/", "a web archive (WARC): want the page saved as HTML"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252", "gb2312": "gb18030"}
"""What a label stands for in practice (WHATWG Encoding)."""
_CYRILLIC = ("cp1251", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")
_HEAD = 4096
_SAMPLE = 100_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_MOST_CONTROL = 0.01
_MOST_BROKEN = 0.01
_LIKELY = 0.85
_CASE_SLIP = re.compile("[\u0430-\u045f][\u0410-\u042f]")
_MIXED = re.compile("[a-zA-Z][\u0400-\u04ff]|[\u0400-\u04ff][a-zA-Z]")


def decode(data: bytes, declared: str | None = None) -> str:
    """
    The text in `data`, without a byte order mark.

    In this order: the mark, UTF-8 that is valid, what the page declares (or `declared`, where
    something around it does), a guess.

    Raises:
        UnsupportedMedia: the bytes are no text; the message says what they are.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnsupportedMedia(what)
    if data[4:8] == b"ftyp":
        raise UnsupportedMedia(f"a video or image (MP4, HEIC): {_WANT}")
    text = _by_mark(data) or _as_utf8(data) or _as_declared(data, declared) or _guessed(data)
    head = text[:_SAMPLE]
    if len(_CONTROL.findall(head)) > _MOST_CONTROL * len(head):
        raise UnsupportedMedia(f"binary: {_WANT}")
    return text


def _by_mark(data: bytes) -> str | None:
    """By a byte order mark, or by the zero bytes that UTF-16 without one is full of."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data.decode(name, "replace").removeprefix("\ufeff")
    head = data[:_HEAD]
    if b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    for name, many, few in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if many > half * 0.1 and few < half * 0.01:
            return _mostly(data, name)
    return None


def _as_utf8(data: bytes) -> str | None:
    """Valid UTF-8 is hardly ever anything else; one with a few broken bytes may be."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = sum(char > "\x7f" for char in text[:_SAMPLE])
    return text if broken <= _MOST_BROKEN * beyond_ascii else None


def _as_declared(data: bytes, declared: str | None) -> str | None:
    match = _XML.match(data) or _META.search(data[: 4 * _HEAD])
    label = declared or (match[1].decode("ascii", "replace") if match else "")
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    if name in ("utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be"):
        return None
    return _mostly(data, _WIDER.get(name, name))


def _mostly(data: bytes, name: str) -> str | None:
    """`data` in that encoding; None where more than a little of it is not."""
    try:
        text = data.decode(name, "replace")
    except LookupError:
        return None
    return text if text.count("\ufffd") <= _MOST_BROKEN * len(text) else None


def _guessed(data: bytes) -> str:
    """The Cyrillic encodings by how their words would look, then any by charset-normalizer."""
    sample = data[:_SAMPLE]
    likely, name = max((_cyrillic(sample, name), name) for name in _CYRILLIC)
    if likely >= _LIKELY:
        return data.decode(name, "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise UnsupportedMedia(f"binary, or in an encoding that cannot be told: {_WANT}")
    return data.decode(best.encoding, "replace")


def _cyrillic(sample: bytes, name: str) -> float:
    """How much of what is not ASCII would be Cyrillic words in their usual case; 0 to 1."""
    text = sample.decode(name, "replace")
    beyond = [char for char in text if char > "\x7f"]
    if not beyond:
        return 0.0
    letters = sum("\u0400" <= char <= "\u04ff" or char in "«»—–“”„№’ \u00a0" for char in beyond)
    lower = sum("\u0430" <= char <= "\u045f" for char in beyond)
    wrong = len(_CASE_SLIP.findall(text)) + len(_MIXED.findall(text))
    return (letters + min(lower, letters)) / 2 / len(beyond) - wrong / len(beyond)
