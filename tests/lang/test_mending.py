"""Tags are mended where closed classes, cues or endings show a slip, and nowhere else."""

from __future__ import annotations

import pytest

from dateline.lang.mending import mended
from dateline.lang.words import cut


@pytest.mark.parametrize(
    ("language", "text", "tags", "expected"),
    [
        ("uk", "запевнила вона", ["SCONJ", "PRON.Nom"], ["VERB.Fin", "PRON.Nom"]),
        ("uk", "Повітряні сили", ["ADJ.Nom", "VERB.Fin"], ["ADJ.Nom", "NOUN"]),
        ("uk", "моніторингова місія", ["ADJ.Nom", "VERB.Fin"], ["ADJ.Nom", "NOUN"]),
        ("uk", "«сили»", ["ADV", "NOUN.Nom", "VERB.Fin"], ["PUNCT", "NOUN.Nom", "PUNCT"]),
        ("ru", "в Киеве", ["NOUN.Gen", "PROPN.Loc"], ["ADP", "PROPN.Loc"]),
        ("ru", "город Харьков", ["NOUN.Nom", "VERB.Fin"], ["NOUN.Nom", "PROPN"]),
        ("en", "forces said", ["NNS", "VBD"], ["NNS", "VBD"]),
    ],
)
def test_mends_what_its_lists_know(
    language: str, text: str, tags: list[str], expected: list[str]
) -> None:
    assert mended(language, cut(text), tags) == expected
