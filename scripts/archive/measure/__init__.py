"""Owns measuring: this archive's search and others, on texts and questions from outside."""
