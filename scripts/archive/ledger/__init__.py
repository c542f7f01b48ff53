"""Owns the ledger: what was asked, answered and undertaken, and what can be counted of it."""
