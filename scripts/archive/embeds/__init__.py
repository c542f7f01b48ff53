"""Owns how other sites show a record of this archive within their pages."""
