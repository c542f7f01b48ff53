"""The archive in the browser: from the modules that we write to the few files that readers load."""
