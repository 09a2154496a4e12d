"""
Contested terms in use ("buffer zone", "special military operation"), from the table of frames.

Whose term it is in this report, the outlet's or a speaker's, follows from the claims.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.core.document import Document, Role
from dateline.core.layers import Layers
from dateline.core.mentions import Frame
from dateline.core.parts import component
from dateline.core.span import Span
from dateline.world.terms import frame_phrases


@component(version=1, writes=(Frame,))
def frame(doc: Document, _layers: Layers) -> Iterator[Frame]:
    """Each contested term where it stands, longest first; none in furniture."""
    for found in frame_phrases().find(doc.text):
        span = Span(found.start, found.end)
        if doc.role_at(span) is not Role.FURNITURE:
            for key in found.keys:
                yield Frame(span=span, made_by="frame/table", frame=key)
