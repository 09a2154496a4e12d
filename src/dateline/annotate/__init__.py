"""From text to mentions: looks at words, never decides what they refer to."""
