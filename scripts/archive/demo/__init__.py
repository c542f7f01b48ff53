"""Owns making an archive of invented records, to try, test and measure with."""
