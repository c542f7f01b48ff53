"""The archive takes files in here: what was received becomes text, and its damage is mended."""
