"""Owns recognising what a letter or a motion says of itself, in its own words and nothing else."""
