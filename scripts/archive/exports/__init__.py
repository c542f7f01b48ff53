"""Owns what readers take away: tables, a file of each record, and the forms other programs read."""
