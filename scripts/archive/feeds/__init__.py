"""The archive is followed from here: feeds of its records and changes, a calendar of meetings."""
