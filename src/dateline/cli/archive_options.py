"""The commands that work on the archive: their options and help texts, and nothing that runs."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

STATUSES = (
    "asserted", "reported", "denied", "not_confirmed", "unverified", "predicted", "possible",
    "conditional",
)  # fmt: skip
EXPORTS = ("csv", "jsonl", "geojson", "parquet", "webannotation", "prov")

_WHERE = """\
The archive is $DATELINE_HOME/archive.sqlite unless --archive or $DATELINE_ARCHIVE names another
file, or a database: postgresql://user@host/name (needs the extra `team`)."""

_HELP: dict[str, tuple[str, str, str]] = {
    "add": (
        "read reports and keep them in the archive",
        "Read reports and keep them with the bytes they were read from: files, folders, addresses, "
        "feeds, WARC, WACZ and zip archives, Telegram exports, GDELT rows. What is known already "
        "is left as it is.",
        """\
examples:
  dateline add reports/                         every report in a folder
  dateline add https://example.org/news/1       a page, or a feed
  dateline add crawl.warc.gz result.json        a web archive, the export of one channel
  dateline add --jsonl posts.jsonl --jobs 2     one document a line

exit codes: 0 all was kept or known, 2 something was refused.""",
    ),
    "search": (
        "find documents and claims in the archive",
        "Find documents by their words, place, time, speaker and status; the newest first.",
        """\
examples:
  dateline search "belgorod drone"              both words, in any form
  dateline search '"buffer zone" -Kursk'        a phrase, and a word that must not occur
  dateline search --place Sumy --from 2025-05-01 --to 2025-05-31
  dateline search --speaker Peskov --status denied --format json

exit codes: 0 something was found, 1 nothing was, 2 an option cannot be used.""",
    ),
    "quote": (
        "look a quotation up: verbatim, altered, or nowhere, and who printed it first",
        "Look some quoted words up across the archive: which reports print them verbatim, which "
        "with other words and which words differ, to whom they are given, and who was first.",
        """\
examples:
  dateline quote "we will not leave the city"

exit codes: 0 they are printed, verbatim or altered, 1 they are nowhere, 2 no words are given.""",
    ),
    "incidents": (
        "list what happened, as the archive tells it",
        "List incidents: claims about one happening, with how many reports from how many origins.",
        """\
examples:
  dateline incidents --from 2025-06-01 --place UA-59
  dateline incidents --relink                   link anew what was added since

exit codes: 0 something was found, 1 nothing was, 2 an option cannot be used.""",
    ),
    "story": (
        "tell one incident or document: who says what, who denies, where it came from",
        "Tell the story of an incident, a document, an address or a claim, in order of time.",
        """\
examples:
  dateline story event-0123456789abcdef         an incident, as `dateline incidents` lists it
  dateline story doc-0123456789abcdef           a document, as `dateline search` lists it
  dateline story https://example.org/news/1     every version of one address

exit codes: 0 it was told, 2 there is no such thing in the archive.""",
    ),
    "speakers": (
        "list who is said to have said something",
        "List speakers with their roles and how their claims are put; of one, the claims.",
        """\
examples:
  dateline speakers                             all, those with most claims first
  dateline speakers Peskov                      what one said

exit codes: 0 something was found, 1 nothing was, 2 an option cannot be used.""",
    ),
    "frames": (
        "show who used a contested term first, and how it spread",
        "Show contested terms: who used each first, and when others took it up.",
        """\
examples:
  dateline frames                               every frame, its first use and how often
  dateline frames buffer-zone                   each first use by a speaker or outlet

exit codes: 0 something was found, 1 nothing was, 2 an option cannot be used.""",
    ),
    "versions": (
        "show what changed at an address that was read again",
        "Show what changed between the readings of an address: numbers, headline, attribution, "
        "dates. A change that the page does not own up to is a silent correction.",
        """\
examples:
  dateline versions                             every address that changed
  dateline versions https://example.org/news/1

exit codes: 0 nothing was changed silently, 1 something was, 2 there is no such thing.""",
    ),
    "export": (
        "write the archive in a form that other programs read",
        "Write what the archive holds, or what the filters leave of it, in one file.",
        """\
examples:
  dateline export --format csv --out claims.csv
  dateline export --format geojson --place UA-59 --out sumy.geojson
  dateline export --format jsonl --from 2025-06-01 | less

The columns are told in docs/howto/archive.md. The CSV looks like ACLED's and is not ACLED data.

exit codes: 0 it was written, 2 it was not.""",
    ),
    "verify": (
        "prove that the archive is what was put into it",
        "Prove that no bit of the archive was changed: seal, log, bytes, records and what is "
        "drawn from them.",
        """\
examples:
  dateline verify                               says how many entries, and the head of the log
  dateline verify --expect 1f3a...              and that this head is still in it

Keep the head somewhere else: with it, entries that were cut off are found too.

exit codes: 0 all holds, 1 something does not, 2 there is no archive.""",
    ),
    "backup": (
        "copy the whole archive into one file",
        "Copy the whole archive into one file, and prove the copy.",
        """\
examples:
  dateline backup /mnt/disk/archive-2025-06-09.sqlite

exit codes: 0 it was written and holds, 2 it was not.""",
    ),
    "restore": (
        "bring a backup back",
        "Bring a backup back to where no archive is, once it is proven to hold.",
        """\
examples:
  dateline restore /mnt/disk/archive-2025-06-09.sqlite
  dateline restore archive.sqlite --archive postgresql://team@host/dateline

exit codes: 0 it was brought back and holds, 2 it was not.""",
    ),
    "withdraw": (
        "take a document out of the archive, leaving a tombstone",
        "Take a document out for privacy or by law. Its words, bytes and records are deleted; "
        "the log keeps its key, its digest and the reason, and stays whole.",
        """\
examples:
  dateline withdraw doc-0123456789abcdef --reason "asked by the person named in it"

A document stays in backups that were made before.

exit codes: 0 it was withdrawn, 2 there is no such document.""",
    ),
}


def archive_commands(commands: Any) -> None:
    """Add every command of the archive to the sub-parsers of `dateline`."""
    for name, (short, long, end) in _HELP.items():
        command = commands.add_parser(
            name, help=short, description=f"{long}\n\n{_WHERE}", epilog=end
        )
        _OPTIONS[name](command)
        command.add_argument("--archive", metavar="WHERE", help="another archive than the usual")
        command.add_argument("--debug", action="store_true", help="show the traceback of an error")


def _add(command: ArgumentParser) -> None:
    command.add_argument("paths", nargs="*", metavar="PATH", help="a file, folder or address")
    permit_option(command)
    command.add_argument("--jsonl", metavar="FILE", help="one document a line, or - for stdin")
    command.add_argument("--published", metavar="WHEN", help="when the reports came out")
    command.add_argument("--lang", metavar="LANG", help="language of the reports: en, ru or uk")
    command.add_argument(
        "--jobs", type=_number, default=1, metavar="N", help="processes that read (default: 1)"
    )
    command.add_argument(
        "--no-link", action="store_true", help="do not link what is new; `incidents` does later"
    )
    _format(command)


def permit_option(command: ArgumentParser) -> None:
    """Let a person name an endpoint inside their own network; nothing else opens the way there."""
    command.add_argument(
        "--permit",
        action="append",
        type=_endpoint,
        metavar="IP:PORT",
        help="a server inside that may be asked, such as a feed bridge at 127.0.0.1:1200",
    )


def _endpoint(text: str) -> tuple[str, int]:
    from dateline.ingest.fetch import permitted_endpoint

    return permitted_endpoint(text)


_endpoint.__name__ = "IP address with a port"


def _search(command: ArgumentParser) -> None:
    command.add_argument("words", nargs="*", metavar="WORDS", help='words; "..." for a phrase')
    _filters(command)
    command.add_argument("--speaker", metavar="NAME", help="claims by this speaker")
    command.add_argument("--status", choices=STATUSES, help="claims that are put so")
    _shown(command)


def _quote(command: ArgumentParser) -> None:
    command.add_argument("words", nargs="+", metavar="WORDS", help="the quoted words")
    _shown(command)


def _incidents(command: ArgumentParser) -> None:
    command.add_argument("--place", metavar="PLACE", help="in this place, by name or gazetteer id")
    command.add_argument("--from", dest="since", metavar="DAY", help="not before 2025-06-09")
    command.add_argument("--to", dest="until", metavar="DAY", help="not after 2025-06-09")
    command.add_argument(
        "--relink", action="store_true", help="link the whole archive anew before listing"
    )
    _shown(command)


def _story(command: ArgumentParser) -> None:
    command.add_argument("id", metavar="ID", help="an incident, document, address or claim")
    _format(command)


def _speakers(command: ArgumentParser) -> None:
    command.add_argument("name", nargs="?", metavar="NAME", help="what this speaker said")
    _filters(command)
    _shown(command)


def _frames(command: ArgumentParser) -> None:
    command.add_argument("frame", nargs="?", metavar="FRAME", help="how this one spread")
    _filters(command)
    _shown(command)


def _versions(command: ArgumentParser) -> None:
    command.add_argument("id", nargs="?", metavar="ID", help="an address or a document")
    _format(command)


def _export(command: ArgumentParser) -> None:
    command.add_argument("--format", choices=EXPORTS, required=True, help="what to write")
    command.add_argument("--out", metavar="FILE", help="write to FILE, not to standard output")
    _filters(command)
    command.add_argument("--speaker", metavar="NAME", help="documents with claims by this speaker")
    command.add_argument("--status", choices=STATUSES, help="documents with claims put so")


def _verify(command: ArgumentParser) -> None:
    command.add_argument("--expect", metavar="HASH", help="a head of the log that must be in it")
    _format(command)


def _backup(command: ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="the file to write, which must be new")


def _restore(command: ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="a file that `dateline backup` wrote")


def _withdraw(command: ArgumentParser) -> None:
    command.add_argument("id", metavar="ID", help="a document, by id or address")
    command.add_argument("--reason", required=True, metavar="WHY", help="kept in the log")


def _filters(command: ArgumentParser) -> None:
    command.add_argument("--place", metavar="PLACE", help="in this place, by name or gazetteer id")
    command.add_argument(
        "--box", metavar="W,S,E,N", help="with a place in this box of degrees: --box=30,50,32,51"
    )
    command.add_argument("--from", dest="since", metavar="DAY", help="not before 2025-06-09")
    command.add_argument("--to", dest="until", metavar="DAY", help="not after 2025-06-09")
    command.add_argument("--lang", metavar="LANG", help="in this language: en, ru or uk")


def _shown(command: ArgumentParser) -> None:
    command.add_argument(
        "--limit", type=_number, default=20, metavar="N", help="at most this many (default: 20)"
    )
    _format(command)


def _format(command: ArgumentParser) -> None:
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="a table (default), or JSON"
    )


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


_number.__name__ = "number"

_OPTIONS = {
    "add": _add,
    "search": _search,
    "quote": _quote,
    "incidents": _incidents,
    "story": _story,
    "speakers": _speakers,
    "frames": _frames,
    "versions": _versions,
    "export": _export,
    "verify": _verify,
    "backup": _backup,
    "restore": _restore,
    "withdraw": _withdraw,
}
