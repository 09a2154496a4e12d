"""From a Document to its blocks, sentences and language."""
