"""The archive reads its own past here: what git knows of each record, less what was redacted."""
