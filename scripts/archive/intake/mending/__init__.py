"""The archive mends texts here: pure functions from what was received to words that are proved."""
