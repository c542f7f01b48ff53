"""Owns measuring what builds cost, from a first one to the live preview, beside peers."""
