"""Owns what an archive holds: letters, motions and the vocabularies that they point at."""
