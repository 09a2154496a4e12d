"""Records made ready for pages: cards, dates in words, labels. Neither HTTP nor SQL."""
