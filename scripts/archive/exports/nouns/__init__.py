"""Owns the published tables, a module a noun: the types of their rows, and the rows themselves."""
