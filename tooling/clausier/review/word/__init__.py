"""Word files as CEN takes them: what can be wrong in one, ours or one that came back."""
