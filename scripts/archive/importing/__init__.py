"""Owns making an archive of a collection of texts from elsewhere."""
