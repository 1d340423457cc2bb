"""Showing what was resolved: site, Word, trace, provisions. A writer touches no disk."""
