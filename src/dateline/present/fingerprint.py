"""What makes a finding the same finding when the text around it changes."""

from __future__ import annotations

from hashlib import sha256

from dateline.core.record import RecordFinding
from dateline.present.checked import Checked


def fingerprint(checked: Checked, finding: RecordFinding) -> str:
    """Stays the same when the words move: the code, the words, and the values worked out."""
    words = [checked.words(pair) for pair in finding.evidence]
    basis = repr((finding.code, words, sorted(finding.computed.items())))
    return sha256(basis.encode("utf-8", "surrogatepass")).hexdigest()[:32]
