"""Owns the records of the archive as others cite them: one value for each, in eight forms."""
