"""From mentions to values: uses context, anchors and the gazetteer."""
