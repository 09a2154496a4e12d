"""From values to claims: who said what, through whom, how sure."""
