"""What changed since a clause was looked at, and the record that it was."""
