"""Owns the files at the top of the site that machines look for first."""
