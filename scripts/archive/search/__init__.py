"""The archive as something to search: texts made terms, here as in the reader's browser."""
