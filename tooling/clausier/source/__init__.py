"""Texts, places in them, and what we say of a place. Imports nothing of the house."""
