"""The commands about places: their options and help texts, and nothing that runs."""

from __future__ import annotations

from typing import Any

_GAZETTEER_END = """\
examples:
  dateline gazetteer look Chernigov             what a name can be
  dateline gazetteer build syria SY.txt --licence CC-BY-4.0 --origin "GeoNames, 2026-11"
  dateline gazetteer build bases bases.csv --licence CC0-1.0 --origin "own list"

`build` reads a GeoNames country dump (.txt), a table (.csv, .tsv: id, name, kind, country, lat, lon
and where wanted names, population, parent) or GeoJSON of OpenStreetMap. The pack is kept under
DATELINE_HOME/packs/NAME; a file that is wrong is refused by line, and an older pack stays.

exit codes: 0 all well, 1 nothing is called so (look), 2 something could not be used."""

_LAYER_END = """\
examples:
  dateline layer add deepstate FOLDER --author DeepState --licence "its own terms" \\
      --maps "ground held by Russia" --holder russia
  dateline layer list

FOLDER holds one GeoJSON file a day, the date in its name or in a property. A layer is one party's
map of held ground; a claim of presence is laid beside the day's map (finding P002).

exit codes: 0 all well, 2 something could not be used."""


def place_commands(commands: Any) -> None:
    """Add `gazetteer` and `layer` to the commands."""
    _gazetteer(
        commands.add_parser(
            "gazetteer",
            help="look a place up, or build a pack of your own",
            description="Look up what a name can be, or build a pack from your own files.",
            epilog=_GAZETTEER_END,
        )
    )
    _layer(
        commands.add_parser(
            "layer",
            help="add a dated map of held ground to lay under claims",
            description="Add a dated map of held ground, or list those that were added.",
            epilog=_LAYER_END,
        )
    )


def _gazetteer(command: Any) -> None:
    command.add_argument("action", choices=("look", "build"), help="what to do")
    command.add_argument("name", metavar="NAME", help="the name to look up, or the pack's name")
    command.add_argument("files", nargs="*", metavar="FILE", help="what to build the pack from")
    command.add_argument("--licence", metavar="ID", help="under what licence the files are")
    command.add_argument("--origin", metavar="TEXT", help="where the files come from")
    command.add_argument("--debug", action="store_true", help="show the traceback of an error")


def _layer(command: Any) -> None:
    command.add_argument("action", choices=("add", "list"), help="what to do")
    command.add_argument("name", nargs="?", metavar="NAME", help="the layer's name")
    command.add_argument("folder", nargs="?", metavar="FOLDER", help="its GeoJSON files")
    command.add_argument("--author", metavar="TEXT", help="who made the map")
    command.add_argument("--licence", metavar="TEXT", help="under what licence or terms")
    command.add_argument("--maps", metavar="TEXT", help="what it maps, in words")
    command.add_argument("--holder", choices=("russia", "ukraine"), help="whose ground it maps")
    command.add_argument("--debug", action="store_true", help="show the traceback of an error")
