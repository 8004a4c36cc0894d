"""YAML with a place for each value: every scalar is text, and a slip is told at its line."""
