"""
The pipeline that `dateline read` and `dateline check` run, listed by hand.

One list serves every language: each part takes its words from `doc.lang` and is silent where the
language has none (docs/adr/0003).
"""

from __future__ import annotations

from functools import cache

from dateline.annotate.abbreviation import abbreviation
from dateline.annotate.age import ages
from dateline.annotate.change import changes, shares
from dateline.annotate.clockpair import clockpairs
from dateline.annotate.cue import cue
from dateline.annotate.cutoff import cutoffs
from dateline.annotate.dayname import daynames
from dateline.annotate.echo import confirmations, echoes
from dateline.annotate.frame import frame
from dateline.annotate.happening import happening
from dateline.annotate.headcount import compounds, counterparts
from dateline.annotate.known import known
from dateline.annotate.movement import movement
from dateline.annotate.name import name
from dateline.annotate.order import orders
from dateline.annotate.partof import parts_of
from dateline.annotate.pastdate import pastdates
from dateline.annotate.quotation import quotation
from dateline.annotate.recording import recordings
from dateline.annotate.requoted import requoted
from dateline.annotate.residue import residues
from dateline.annotate.restated import restated
from dateline.annotate.stretchpair import daysbeside, stretchpairs
from dateline.annotate.tally import tallies
from dateline.annotate.timex import timex
from dateline.annotate.toponym import toponym
from dateline.annotate.total import totals
from dateline.annotate.trigger import triggers
from dateline.annotate.unnamed import unnamed
from dateline.annotate.within import within
from dateline.check import CHECKERS
from dateline.claim.assemble import claims
from dateline.claim.counted import counted
from dateline.claim.deeds import deeds
from dateline.pipeline import plugins
from dateline.pipeline.build import Pipeline
from dateline.read.language import language
from dateline.read.layout import layout
from dateline.read.sentences import sentences
from dateline.resolve.actors import actors
from dateline.resolve.bounds import bounds
from dateline.resolve.clocks import clocks
from dateline.resolve.dates import dates
from dateline.resolve.elapsed import elapsed
from dateline.resolve.places import places
from dateline.resolve.presence import presence
from dateline.resolve.stretches import ago, stretches


@cache
def standard() -> Pipeline:
    """Blocks and language first, then mentions, values, claims, and what does not add up."""
    return Pipeline(
        name="standard",
        prepare=(layout, language),
        components=(
            sentences,
            quotation,
            timex,
            toponym,
            movement,
            name,
            cue,
            happening,
            daynames,
            clockpairs,
            orders,
            triggers,
            tallies,
            compounds,
            counterparts,
            totals,
            parts_of,
            changes,
            shares,
            restated,
            within,
            pastdates,
            requoted,
            ages,
            unnamed,
            confirmations,
            recordings,
            stretchpairs,
            daysbeside,
            frame,
            known,
            abbreviation,
            cutoffs,
            residues,
            bounds,
            places,
            dates,
            presence,
            elapsed,
            stretches,
            ago,
            clocks,
            actors,
            claims,
            deeds,
            counted,
            echoes,
            *plugins.components(),
        ),
        checkers=(*CHECKERS, *plugins.checkers()),
    )
