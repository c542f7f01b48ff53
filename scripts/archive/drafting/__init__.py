"""Owns the way from a received file to a draft record beside its kept source."""
