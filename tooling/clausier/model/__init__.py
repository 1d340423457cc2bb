"""The documents as values: frozen, without behaviour, each node with its place."""
